"""An incident of each party, and that the other has been told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/incidents"
_ONE = f"{_AT}/<uuid:incident>"
_NAMED = "/as/kommunen/partnerships/{slug}/incidents"
_SAID = ["kind", "happened_on", "happened_at", "place", "says", "serious"]

# The municipality's was reported by nobody who is in these tests: those who answer for the work are let in to it.
DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/report/": InPartnership(Permission.WORK, Permission.FULFIL),
    f"{_AT}/report/concern/": InPartnership(Permission.WORK, Permission.FULFIL),
    f"{_ONE}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/amend/": InPartnership(Permission.FULFIL),
    f"{_ONE}/tell/": InPartnership(Permission.FULFIL),
    f"{_ONE}/told/<uuid:told>/take-back/": InPartnership(Permission.FULFIL),
    f"{_ONE}/follow-up/": InPartnership(Permission.FULFIL),
    f"{_ONE}/close/": InPartnership(Permission.FULFIL),
    f"{_ONE}/take-back/": InPartnership(Permission.FULFIL),
}

TERMS = """
[telling.hot-i-prov]
clause = "händelser"
says = "Parterna berättar för varandra om hot och våld."
of = ["threat"]
by = ["{public}", "{civil}"]
to = ["{public}", "{civil}"]
within_days = 1
"""
ANSWERED = """
## händelser · Händelser
Hot och våld berättas.

Terms: `hot-i-prov`
"""


@dataclass
class Laid:
    incident: Incident
    told: Told


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    """The municipality's, which stays open."""
    _of(cast.association, cast.municipality, partnership, now)
    return _of(cast.municipality, cast.association, partnership, now)


def _of(whose: Organisation, receiver: Organisation, partnership: Partnership, now: datetime) -> Laid:
    own: dict[str, Any] = {"partnership": partnership, "organisation": whose}
    known: dict[str, Any] = {"kind": "threat", "happened_on": TODAY}
    incident = Incident.objects.create(**own, **known, year=TODAY.year, number=1, says="Ett hot.", reported_at=now)
    told = Told.objects.create(
        **own,
        **known,
        incident=incident,
        label=incident.label,
        to_kind="party",
        whom="the-other",
        receiver=receiver,
        on=TODAY,
        how="here",
        for_them="Någon hotade.",
        told_at=now,
    )
    return Laid(incident, told)


SAMPLES = {
    "incident": lambda sample: sample.laid["incidents"].incident.pk,
    "told": lambda sample: sample.laid["incidents"].told.pk,
}
ASKED = {f"{_NAMED}/report/": ["mark"], f"{_NAMED}/{{incident}}/tell/": ["whom"]}
TYPED = {
    f"{_NAMED}/report/": ["made", *_SAID],
    f"{_NAMED}/report/concern/": ["made", "happened_on", "known"],
    f"{_NAMED}/{{incident}}/amend/": _SAID,
    f"{_NAMED}/{{incident}}/tell/": ["whom", "authority", "on", "how", "reference", "for_them"],
    f"{_NAMED}/{{incident}}/follow-up/": ["measures"],
    f"{_NAMED}/{{incident}}/close/": ["closed_with"],
}
CHANGEABLE = {"incidents_incident": False, "incidents_told": False}
MOVED = {
    "incidents_incident": ["organisation_id", "partnership_id"],
    "incidents_told": ["organisation_id", "partnership_id"],
}
