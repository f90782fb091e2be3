"""A house in which something of all sorts was counted in January and February."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from samsyn.rules.indicators import Figure
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.indicators.queries import exact_of, figures_of
from samsyn.web.indicators.tests.ground import PERIOD, Ground, ground_of
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
INDICATORS = """
[indicator.besok]
clause = "10"
says = "Antal besök."
name = "Besök"
level = "output"
measure = "count"
of = "Besök"
unit = "besök"
facts = ["visits"]
target = 500
reported_to = ["kommunen"]

[indicator.luncher]
clause = "10"
says = "Antal luncher."
name = "Luncher"
level = "output"
measure = "count"
of = "Luncher"
unit = "luncher"
facts = ["services"]
where = { service = ["lunch"] }

[indicator.natter]
clause = "10"
says = "Antal nätter."
name = "Nätter"
level = "output"
measure = "count"
of = "Nätter"
unit = "nätter"
facts = ["nights"]
split = ["sex", "site"]

[indicator.nekade]
clause = "10"
says = "Antal nekade."
name = "Nekade"
level = "output"
measure = "count"
of = "Nekade"
unit = "gånger"
facts = ["refusals"]

[indicator.trygghet]
clause = "10"
says = "Om staden blir tryggare."
name = "Trygghet"
level = "effect"
measure = "ratio"
of = "Trygga"
unit = "procent"
contracted = false
"""
NAMES = ("besok", "luncher", "natter", "nekade", "trygghet")


@dataclass
class House:
    ground: Ground

    @property
    def cast(self) -> Cast:
        return self.ground.cast

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.ground.laid.partnership.slug}/indicators/"

    def figures(self, who: Organisation, role: Role = Role.STAFF) -> dict[str, Figure]:
        laid = self.ground.laid
        with self.cast.as_(who, role) as viewer:
            found = figures_of(viewer, laid.partnership, laid.dossier, PERIOD, now=NOW)
        return {each.indicator: each for each in found}

    def exact(self, organisation: UUID) -> dict[str, Figure]:
        laid = self.ground.laid
        with self.cast.as_(self.cast.association, Role.STEERING):
            found = exact_of(laid.partnership, organisation, laid.dossier, PERIOD, now=NOW)
        return {each.indicator: each for each in found}


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    ground = ground_of(cast, INDICATORS, *NAMES)
    with acting_as_job(Job.SEED):
        ground.tap(date(2026, 2, 2), "visit", 31, "", "")
        ground.tap(date(2026, 2, 3), "visit", 28, "woman", "")
        ground.tap(date(2026, 2, 3), "lunch", 12, "", "")
        ground.stay(0, "kajen", date(2026, 2, 2), [("arrived", "man"), ("", "man"), ("no_show", "man")])
        ground.refusal(date(2026, 2, 3), "man")
    return House(ground)


__all__ = ["NOW", "PERIOD", "TODAY", "House", "house"]
