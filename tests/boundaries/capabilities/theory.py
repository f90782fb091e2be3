"""A figure from outside of each party, and a theory of two nodes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import Cast
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.theory.models import OutsideFigure
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/theory"
_NAMED = "/as/kommunen/partnerships/{slug}/theory"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/picture/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/outside/add/": InPartnership(Permission.FULFIL),
    f"{_AT}/outside/<uuid:outside>/withdraw/": Acting(Permission.FULFIL),
}

TERMS = """
[theory.bord-i-prov]
clause = "teori"
says = "Bord dukas."
stage = "activity"
text = "Bord dukas"
leads_to = ["samtal-i-prov"]

[theory.samtal-i-prov]
clause = "teori"
says = "Samtal sker."
stage = "outcome"
text = "Samtal sker"
"""
ANSWERED = """
## teori · Förändringsteori
Bord leder till samtal.

Terms: `bord-i-prov`, `samtal-i-prov`
"""


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> OutsideFigure:
    _of(cast.association, partnership, now)
    return _of(cast.municipality, partnership, now)


def _of(whose: Organisation, partnership: Partnership, now: datetime) -> OutsideFigure:
    own: dict[str, Any] = {"partnership": partnership, "organisation": whose}
    return OutsideFigure.objects.create(
        **own, name="Fick arbete", kind="share", part=31, whole=131, unit="deltagare", definition="Alla.",
        method="Räknat.", source="En rapport", as_of="2015–2019", entered_at=now,
    )  # fmt: skip


SAMPLES = {"outside": lambda sample: sample.laid["theory"].pk}
_ENTRY = ["name", "value", "unit", "as_of", "definition", "method", "source", "indicator"]
TYPED = {
    f"{_NAMED}/outside/add/": _ENTRY,
    f"{_NAMED}/outside/{{outside}}/withdraw/": ["because"],
}
CHANGEABLE = {"theory_outsidefigure": False}
MOVED = {"theory_outsidefigure": ["organisation_id", "partnership_id"]}
