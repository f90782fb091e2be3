"""A statement of each party, handed in and answered, with a draft and a typed sum beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.documents.models import Content, Document
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.statements.models import Addition, Answer, Draft, Statement, Submission
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/statements"
_ONE = f"{_AT}/<uuid:statement>"
_HANDED_IN = f"{_AT}/handed-in/<uuid:submission>"
_NAMED = "/as/kommunen/partnerships/{slug}/statements"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/open/<uuid:obligation>/": InPartnership(Permission.MANAGE_MONEY, post=True),
    f"{_ONE}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/draft.pdf": Acting(Permission.READ_PARTNERSHIP),
    f"{_ONE}/draft.xlsx": Acting(Permission.READ_PARTNERSHIP),
    f"{_ONE}/write/": Acting(Permission.MANAGE_MONEY),
    f"{_ONE}/sums/add/": Acting(Permission.MANAGE_MONEY),
    f"{_ONE}/sums/<uuid:addition>/remove/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_ONE}/enclose/": Acting(Permission.MANAGE_MONEY, files=True),
    f"{_ONE}/sign/": Acting(Permission.DECIDE),
    f"{_HANDED_IN}/statement.xlsx": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_HANDED_IN}/accept/": Acting(Permission.DECIDE, post=True),
    f"{_HANDED_IN}/send-back/": Acting(Permission.DECIDE),
}

TERMS = """
[duty.redovisning-i-prov]
clause = "redovisning"
says = "Parterna redogör för hur pengar har använts."
kind = "statement"
by = ["{public}", "{civil}"]
when = {{ on = "request" }}
"""
ANSWERED = """
## redovisning · Redovisning
Parterna redogör.

Terms: `redovisning-i-prov`
"""


@dataclass
class Laid:
    """The municipality's statement, and the association's submission, which is for the municipality to answer."""

    statement: Statement
    addition: Addition
    received: Submission


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    ours, theirs = _of(cast.municipality, partnership, now), _of(cast.association, partnership, now)
    first = _handed_in(ours, now, 1)
    _answer(first, cast.association, now, accepted=False)
    old = _handed_in(theirs, now, 1)
    _answer(old, cast.municipality, now, accepted=False)
    return Laid(ours, Addition.objects.get(statement=ours), _handed_in(theirs, now, 2))


def _of(whose: Organisation, partnership: Partnership, now: datetime) -> Statement:
    owed = Obligation.objects.filter(partnership=partnership, term="redovisning-i-prov")
    obligation = owed.filter(owed_by__contains=[whose.pk])[0]
    own: dict[str, Any] = {"partnership": partnership, "organisation": whose}
    statement = Statement.objects.create(
        **own, obligation=obligation, kind="statement", opened_at=now,
        days=DateRange(date(TODAY.year - 1, 1, 1), date(TODAY.year, 1, 1)),
    )  # fmt: skip
    Draft.objects.create(**own, statement=statement, words={"Fråga": "Svar"})
    Addition.objects.create(
        **own, statement=statement, side="cost", text="Hyra", amount_ore=1, source="Pärm", made_at=now
    )
    return statement


def _handed_in(statement: Statement, now: datetime, number: int) -> Submission:
    own: dict[str, Any] = {"partnership": statement.partnership, "organisation": statement.organisation}
    return Submission.objects.create(
        **own, statement=statement, number=number, content=_content(statement), sha256="0" * 64,
        document=_paper(own, now), signed_on=TODAY, signed_at=now,
    )  # fmt: skip


def _content(statement: Statement) -> dict[str, Any]:
    return {
        "partnership": statement.partnership.name, "kind": "statement", "title": "Redogörelse", "clause": "redovisning",
        "assumed": False, "says": "Redogör.", "organisation": statement.organisation.name, "first": "2025-01-01",
        "last": "2025-12-31", "parties": [], "received": [], "received_ore": 0, "costs": [], "spent_ore": 0,
        "left_ore": 0, "own": [], "words": [], "paper": "",
    }  # fmt: skip


def _paper(own: dict[str, Any], now: datetime) -> Document:
    content, _new = Content.objects.get_or_create(
        sha256="5" * 64, defaults={"size": 3, "media_type": "text/plain", "data": b"abc"}
    )
    return Document.objects.create(
        **own, content=content, file_name="r.txt", title="R", public_title="R", direction="drawn_up", dated=TODAY,
        added_at=now, number=Document.objects.filter(partnership=own["partnership"]).count() + 700,
        handed_over_at=now,
    )  # fmt: skip


def _answer(submission: Submission, by: Organisation, now: datetime, *, accepted: bool) -> None:
    Answer.objects.create(
        partnership=submission.partnership, submission=submission, organisation=by, accepted=accepted,
        note="Maten saknas.", on=TODAY, answered_at=now,
    )  # fmt: skip


SAMPLES = {
    "statement": lambda sample: sample.laid["statements"].statement.pk,
    "addition": lambda sample: sample.laid["statements"].addition.pk,
    "submission": lambda sample: sample.laid["statements"].received.pk,
}
TYPED = {
    f"{_NAMED}/{{statement}}/write/": ["edits", "first", "last", "word_0", "word_1"],
    f"{_NAMED}/{{statement}}/sums/add/": ["made", "side", "cost_line", "text", "amount", "source"],
    f"{_NAMED}/{{statement}}/sign/": ["seal"],
    f"{_NAMED}/handed-in/{{submission}}/send-back/": ["note"],
}
CHANGEABLE = {"statements_statement": False, "statements_draft": False, "statements_addition": True}
ADDABLE = {"statements_submission": None, "statements_answer": None}
MOVED = {
    table: ["organisation_id", "partnership_id"]
    for table in ("statements_statement", "statements_draft", "statements_addition")
}
