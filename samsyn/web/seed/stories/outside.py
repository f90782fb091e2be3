"""Figures from outside that the parties of a twin have entered: invented, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from samsyn.rules.timeline import terms_on
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.events_told import OutsideTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.theory.actions import Entry, enter_outside
from samsyn.web.theory.values import value_of

_ORDER = 78


def outside_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.outside:
        yield Happening(told.on, _ORDER, partial(_enter, teller, told))


def _enter(teller: Teller, told: OutsideTold) -> None:
    entry = Entry(
        name=told.name, value=value_of(told.value), unit=told.unit, definition=told.definition, method=told.method,
        source=told.source, as_of=told.as_of, indicator=told.indicator,
    )  # fmt: skip
    terms = terms_on(teller.dossier, told.on, told.on)
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        enter_outside(teller.partnership, terms, entry, by=now.by, now=now.now)
