"""What the parties of a twin put in besides money, and when they put it before each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid5

from samsyn.rules.quantities import DateRange
from samsyn.web.contributions import actions
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.events_told import ContributionTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 90
_ORE = 100


def contributions_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for number, told in enumerate(story.contributions):
        made = uuid5(teller.partnership.pk, f"contribution {number}")
        tell = partial(_sum, teller, told) if told.from_shifts else partial(_add, teller, told, made)
        yield Happening(told.on, _ORDER, tell)
        if told.forward_on:
            yield Happening(told.forward_on, _ORDER + 1, partial(_put_forward, teller, told))


def _add(teller: Teller, told: ContributionTold, made: UUID) -> None:
    said = actions.Said(
        kind=told.kind, quantity=told.quantity, unit=told.unit, what=told.what, in_kind=told.in_kind,
        value_ore=_ore(told.value), valued_how=told.valued_how,
    )  # fmt: skip
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.add(teller.partnership, DateRange.through(told.first, told.last), said, made=made, **vars(now))


def _sum(teller: Teller, told: ContributionTold) -> None:
    """What the shifts of the same story have reported."""
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.sum_hours(
            teller.partnership, DateRange.through(told.first, told.last), per_hour_ore=_ore(told.value),
            source=told.valued_how, **vars(now),
        )  # fmt: skip


def _put_forward(teller: Teller, told: ContributionTold) -> None:
    assert told.forward_on is not None
    with teller.acting(told.by, Role.CONTROLLER, told.forward_on) as now:
        actions.put_forward(teller.partnership, told.first.year, by=now.by, now=now.now)


def _ore(value: Decimal | None) -> int | None:
    return None if value is None else int(value * _ORE)
