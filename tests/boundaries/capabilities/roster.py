"""Somebody who works for each party, with one of everything that is noted; the municipality asks it of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/roster"
_ONE = f"{_AT}/<uuid:worker>"
_NAMED = "/as/kommunen/partnerships/{slug}/roster"
_GIVEN = ["known_as", "function", "began_on", "person"]

DOORS: dict[str, Door] = {
    "as/<slug:organisation>/mine/": Acting(Permission.VOLUNTEER, Permission.WORK, Permission.FULFIL),
    f"{_AT}/": InPartnership(Permission.WORK, Permission.FULFIL),
    f"{_AT}/new/": InPartnership(Permission.FULFIL),
    f"{_AT}/posts/": InPartnership(Permission.FULFIL),
    f"{_AT}/texts/": InPartnership(Permission.FULFIL),
    f"{_AT}/texts/<uuid:undertaking_text>/": Acting(Permission.FULFIL),
    f"{_AT}/texts/<slug:requirement>/new/": Acting(Permission.FULFIL),
    f"{_ONE}/": Acting(Permission.FULFIL),
    f"{_ONE}/change/": Acting(Permission.FULFIL),
    f"{_ONE}/end/": Acting(Permission.FULFIL),
    f"{_ONE}/note/<slug:requirement>/": Acting(Permission.FULFIL),
    f"{_ONE}/noted/<uuid:fulfilled>/take-back/": Acting(Permission.FULFIL),
    f"{_ONE}/ask/<slug:requirement>/": Acting(Permission.FULFIL, post=True),
    f"{_ONE}/causes/<uuid:cause>/drop/": Acting(Permission.FULFIL, post=True),
}

TERMS = """
[undertaking.provtystnad]
clause = "bemanning"
says = "Alla som arbetar skriver under en tystnadsförbindelse."
by = ["{public}"]
of = "all"

[register_check.provkontroll]
clause = "bemanning"
says = "Den som är där visar ett utdrag om det finns anledning."
by = ["{public}"]
of = ["employees", "volunteers"]
registers = ["criminal_records"]
when = ["on_cause"]
law = "Bara överenskommelsen"
"""
ANSWERED = """
## bemanning · Bemanning
Tystnadsförbindelse och utdrag.

Terms: `provtystnad`, `provkontroll`
"""


@dataclass
class Roster:
    worker: Worker
    text: UndertakingText
    fulfilled: Fulfilled
    cause: Cause


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Roster:
    """The municipality's. Its worker is the colleague."""
    _of({"partnership": partnership, "organisation": cast.association}, None, now)
    return _of({"partnership": partnership, "organisation": cast.municipality}, colleague, now)


def _of(whose: dict[str, Any], person: Person | None, now: datetime) -> Roster:
    worker = Worker.objects.create(
        **whose,
        person=person,
        known_as="Ada",
        kind="employee",
        function="Handledare",
        began_on=TODAY,
        days=DateRange(TODAY, None),
        made_at=now,
    )
    said = {"title": "Tystnad", "text": "Jag håller tyst.", "sha256": "0" * 64, "since": TODAY, "made_at": now}
    text = UndertakingText.objects.create(**whose, requirement="provtystnad", number=1, **said)
    noted = {"worker": worker, "on": TODAY, "role": worker.function}
    fulfilled = Fulfilled.objects.create(**whose, **noted, kind="undertaking", requirement="provtystnad", version=text)
    cause = Cause.objects.create(**whose, worker=worker, requirement="provkontroll", on=TODAY, tried_as="head")
    return Roster(worker, text, fulfilled, cause)


SAMPLES = {
    "worker": lambda sample: sample.laid["roster"].worker.pk,
    "fulfilled": lambda sample: sample.laid["roster"].fulfilled.pk,
    "cause": lambda sample: sample.laid["roster"].cause.pk,
    "undertaking_text": lambda sample: sample.laid["roster"].text.pk,
    "requirement": lambda sample: "provtystnad",
}
TYPED = {
    f"{_NAMED}/new/": [*_GIVEN, "kind", "first", "last", "share"],
    f"{_NAMED}/{{worker}}/change/": _GIVEN,
    f"{_NAMED}/{{worker}}/end/": ["last"],
    f"{_NAMED}/{{worker}}/note/provtystnad/": ["version", "on"],
    f"{_NAMED}/{{worker}}/note/provkontroll/": ["on", "dated"],
    f"{_NAMED}/{{worker}}/noted/{{fulfilled}}/take-back/": ["because"],
    f"{_NAMED}/texts/provtystnad/new/": ["title", "text", "since"],
}

CHANGEABLE = {"roster_undertakingtext": False, "roster_worker": False, "roster_fulfilled": False, "roster_cause": False}
MOVED = {
    "roster_worker": ["organisation_id", "partnership_id"],
    "roster_fulfilled": ["worker_id"],
    "roster_cause": ["worker_id"],
}
