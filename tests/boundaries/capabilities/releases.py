"""A figure that each party has let go of, with what is told of it and the exact number behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import ExactCell, Release, ReleasedCell
from tests.boundaries.door import Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/releases"
_NAMED = "/as/kommunen/partnerships/{slug}/releases"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/<uuid:release>/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/let-go/": InPartnership(Permission.DECIDE),
}


@dataclass
class Laid:
    """The municipality's."""

    release: Release


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    ours, _theirs = _of(cast.municipality, partnership, now), _of(cast.association, partnership, now)
    return Laid(ours)


def _of(whose: Organisation, partnership: Partnership, now: datetime) -> Release:
    own: dict[str, Any] = {"partnership": partnership, "organisation": whose}
    release = Release.objects.create(
        **own, kind="own", indicator="besok-i-prov", version="0" * 12, number=1, about=_ABOUT, adds_up=True,
        days=DateRange(date(2024, 1, 1), date(2024, 7, 1)), promised=False, made_at=now,
    )  # fmt: skip
    ReleasedCell.objects.create(**own, release=release, place=0, name="value", n=12, open=True)
    ExactCell.objects.create(**own, release=release, place=0, name="value", n=12)
    return release


_ABOUT = {
    "indicator": "besok-i-prov", "name": "Besök", "level": "output", "measure": "count", "unit": "besök",
    "clause": "1", "assumed": False, "version": "0" * 12, "first": "2024-01-01", "last": "2024-06-30",
    "as_of": "2024-07-02T08:00:00+00:00", "target": None, "says": "Räknar besök.", "contracted": True,
    "organisation": "", "kind": "total", "lines": [[[], [], ["value"]]],
}  # fmt: skip

SAMPLES = {
    "release": lambda sample: sample.laid["releases"].release.pk,
}
TYPED = {f"{_NAMED}/let-go/": ["figures", "because", "seal"]}
ADDABLE = {"releases_release": None, "releases_releasedcell": None, "releases_exactcell": None}

REACHED = {Job.COMPILE: {"releases_release", "releases_releasedcell", "releases_exactcell"}}
