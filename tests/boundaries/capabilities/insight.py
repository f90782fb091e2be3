"""A request to the municipality and one from it, each answered with a paper and a staff list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.documents.models import Content, Document
from samsyn.web.insight.models import Answer, Handed, Request, StaffList
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/insight"
_ONE = f"{_AT}/<uuid:inquiry>"
_NAMED = "/as/kommunen/partnerships/{slug}/insight"

# The municipality is asked, and has asked: it answers the one and may withdraw the other.
DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/ask/<uuid:insight_duty>/": InPartnership(Permission.FULFIL),
    f"{_ONE}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/answer/": Acting(Permission.DECIDE),
    f"{_ONE}/staff/": Acting(Permission.DECIDE),
    f"{_ONE}/staff/hand-over/": Acting(Permission.DECIDE, post=True),
    f"{_AT}/<uuid:own_inquiry>/withdraw/": Acting(Permission.FULFIL),
}

TERMS = """
[duty.insyn-i-prov]
clause = "insyn"
says = "Parterna har rätt till insyn hos varandra."
kind = "insight"
by = ["{public}", "{civil}"]
when = {{ on = "request" }}
about = ["Hur pengar används"]
"""
ANSWERED = """
## insyn · Insyn
Parterna har insyn.

Terms: `insyn-i-prov`
"""


@dataclass
class Laid:
    """`asked` is for the municipality to answer, `own` it has asked itself, by `owed`."""

    owed: Obligation
    asked: Request
    own: Request


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    by = {
        whose: Obligation.objects.get(partnership=partnership, term="insyn-i-prov", owed_by__contains=[whose.pk])
        for whose in (cast.municipality, cast.association)
    }
    asked = _ask(partnership, cast.association, cast.municipality, by[cast.municipality], 1, now)
    own = _ask(partnership, cast.municipality, cast.association, by[cast.association], 2, now)
    _answer(asked, now)
    _answer(own, now)
    return Laid(by[cast.association], asked, own)


def _ask(
    partnership: Partnership, asks: Organisation, asked: Organisation, owed: Obligation, number: int, now: datetime
) -> Request:
    return Request.objects.create(
        partnership=partnership, organisation=asks, asked=asked, obligation=owed, number=number, asks="Bokslutet.",
        on=TODAY, asked_at=now,
    )  # fmt: skip


def _answer(request: Request, now: datetime) -> None:
    own: dict[str, Any] = {"partnership": request.partnership, "organisation": request.asked}
    paper = _paper(own, now)
    answer = Answer.objects.create(
        **own, request=request, number=1, outcome="more", says="Mer kommer.", tried_as="Chef", content={},
        sha256="0" * 64, document=paper, on=TODAY, answered_at=now,
    )  # fmt: skip
    Handed.objects.create(**own, answer=answer, kind="paper", document=paper)
    StaffList.objects.create(**own, answer=answer, as_of=TODAY, content={"people": []}, sha256="0" * 64)


def _paper(own: dict[str, Any], now: datetime) -> Document:
    content, _new = Content.objects.get_or_create(
        sha256="6" * 64, defaults={"size": 3, "media_type": "text/plain", "data": b"abc"}
    )
    return Document.objects.create(
        **own, content=content, file_name="s.txt", title="S", public_title="S", direction="drawn_up", dated=TODAY,
        added_at=now, number=Document.objects.filter(partnership=own["partnership"]).count() + 900,
        handed_over_at=now,
    )  # fmt: skip


SAMPLES = {
    "insight_duty": lambda sample: sample.laid["insight"].owed.pk,
    "inquiry": lambda sample: sample.laid["insight"].asked.pk,
    "own_inquiry": lambda sample: sample.laid["insight"].own.pk,
}
TYPED = {
    f"{_NAMED}/ask/{{insight_duty}}/": ["made", "about", "asks", "wanted_by"],
    f"{_NAMED}/{{inquiry}}/answer/": [
        "made",
        "papers",
        "figures",
        "says",
        "outcome",
        "grounds",
        "because",
        "tells",
        "tried_as",
    ],
    f"{_NAMED}/{{inquiry}}/staff/": ["made", "outcome", "tried_as"],
    f"{_NAMED}/{{inquiry}}/staff/hand-over/": ["made", "outcome", "tried_as", "seal"],
    f"{_NAMED}/{{own_inquiry}}/withdraw/": ["because"],
}
CHANGEABLE = {"insight_request": False}
ADDABLE = {"insight_answer": None, "insight_stafflist": None, "insight_handed": None}
MOVED = {"insight_request": ["organisation_id", "partnership_id"]}
