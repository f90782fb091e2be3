"""An invented table of an invented series, entered by somebody as a real one is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from samsyn.rules.money import IndexFigure
from samsyn.rules.quantities import Percent
from samsyn.web.indices import actions
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.money_told import IndexTableTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 60


def indices_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.index_tables:
        yield Happening(told.on, _ORDER, partial(_enter, teller, told))


def _enter(teller: Teller, told: IndexTableTold) -> None:
    figures = {year: IndexFigure(Percent(percent), "outcome") for year, percent in told.outcome.items()}
    figures |= {year: IndexFigure(Percent(percent), "forecast") for year, percent in told.forecast.items()}
    said = actions.Said(told.series, told.published, told.source, figures)
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.enter(said, seen=0, **vars(now))
