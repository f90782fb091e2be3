"""An agreement between a municipality and two associations that count visits, guests, nights and how they are rated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samsyn.rules.indicators import Figure, Part, Total, Value
from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases import actions
from samsyn.web.releases.queries import released
from samsyn.web.releases.told import ReleasedFigure

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SPRING = DateRange.through(date(2025, 1, 1), date(2025, 6, 30))
AUTUMN = DateRange.through(date(2025, 7, 1), date(2025, 12, 31))
YEAR = DateRange.year(2025)
AGREEMENT = """
[agreement]
id = "prov"
name = "Prov"
title = "Överenskommelse på prov"
purpose = "Ingen ska vara ensam."
purpose_clause = "1"
fictitious = true
[source]
clause = "9"
says = "Två likalydande exemplar."
status = "signed"
originals = 2
[period]
clause = "1"
says = "Gäller 2025 och 2026."
first = 2025-01-01
last = 2026-12-31
[party.kommunen]
clause = "1"
says = "Kommunen är offentlig part."
name = "Kommunen"
kind = "public"
[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"
[party.andra]
clause = "1"
says = "Den andra föreningen är idéburen part."
name = "Den andra föreningen"
kind = "civil"
[pad.dorren]
clause = "5"
says = "Föreningen räknar besök med kvinnor och män var för sig."
name = "Besök"
by = "foreningen"
visits = true
asks = ["sex"]
[indicator.besok]
clause = "5"
says = "Antal besök, kvinnor och män var för sig."
name = "Besök"
level = "output"
measure = "count"
of = "besök"
unit = "besök"
facts = ["visits"]
reported_to = ["kommunen"]
[publication.utat]
clause = "8"
says = "Siffror släpps halvårsvis, och färre än 5 visas inte."
smallest = 5
grid = "half_year"
"""


@dataclass
class Table:
    cast: Cast
    partnership: Partnership

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def other(self) -> Organisation:
        return self.cast.other_association

    @property
    def municipality(self) -> Organisation:
        return self.cast.municipality

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/releases/"

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.HEAD) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role, today=TODAY) as viewer:
            yield viewer

    def key(self, whose: Organisation) -> str:
        keys = {self.ours.pk: "foreningen", self.other.pk: "andra", self.municipality.pk: "kommunen"}
        return keys[whose.pk]

    def visits(self, by_sex: Mapping[str, int], days: DateRange = SPRING, whose: Organisation | None = None) -> Figure:
        own = {sex: Total(n, n) for sex, n in by_sex.items()}
        return self.figure("besok", Total(sum(by_sex.values()), sum(by_sex.values())), own, days, whose)

    def figure(
        self,
        indicator: str,
        value: Value,
        by_sex: Mapping[str, Value],
        days: DateRange = SPRING,
        whose: Organisation | None = None,
    ) -> Figure:
        return Figure(
            indicator=indicator, name=indicator.capitalize(), level="output", measure="count", unit="besök", clause="5",
            assumed=False, version="0123456789ab", period=days, as_of=NOW, value=value,
            parts=tuple(Part(("sex",), (sex,), each) for sex, each in by_sex.items()),
            organisation=self.key(whose or self.ours),
        )  # fmt: skip

    def let_go(self, *figures: Figure, whose: Organisation | None = None, part: bool = False, **given: Any) -> None:
        act = actions.release_part if part else actions.release
        with self.by(whose) as viewer:
            act(self.partnership, figures, by=viewer, now=NOW, **given)

    def seen(self, whose: Organisation | None = None, role: Role = Role.HEAD, **given: Any) -> list[ReleasedFigure]:
        with self.by(whose, role) as viewer:
            return released(viewer, self.partnership, **given)


def told(figure: ReleasedFigure) -> dict[str, int | None]:
    """The one number of each line: the total under «all»."""
    return {"".join(each.keys) or "all": next(iter(each.counts.values())) for each in figure.lines}


def lay_it(cast: Cast) -> Table:
    with acting_as_job(Job.SEED):
        organisations = {
            "kommunen": cast.municipality, "foreningen": cast.association, "andra": cast.other_association,
        }  # fmt: skip
        files = {"agreement.toml": AGREEMENT.encode()}
        return Table(cast, register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)
