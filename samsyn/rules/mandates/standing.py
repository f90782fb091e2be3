"""Which demands are met by the steps taken. The order in which steps were recorded never matters, only their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from samsyn.rules.mandates.demand import DEMAND, Demand, Taken, Way

_DAY = timedelta(days=1)


def meets(demand: Demand, taken: Iterable[Taken]) -> date | None:
    """The day on which the demand was met; None while it is not."""
    own = [step for step in taken if step.party == demand.party]
    ways = [_days(demand.steps, own, demand)]
    if demand.instead:
        ways.append(_days(demand.instead, own, None))
    days = [found[-1] for found in ways if found and (demand.by is None or found[-1] <= demand.by)]
    return min(days, default=None)


def missing(way: Way, taken: Sequence[Taken]) -> tuple[Demand, ...]:
    return tuple(demand for demand in way.demands if meets(demand, taken) is None)


def nearest(ways: Sequence[Way], taken: Sequence[Taken]) -> Way:
    """The way with the fewest demands left; among equals the one that the text names first."""
    return min(ways, key=lambda way: len(missing(way, taken)))


def done_on(way: Way, taken: Sequence[Taken]) -> date | None:
    """The day on which the last demand was met. None while something is missing."""
    days = [meets(demand, taken) for demand in way.demands]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _days(kinds: Sequence[str], own: Sequence[Taken], limited: Demand | None) -> list[date] | None:
    """The first possible day of each kind of step, each on the day of the one before or later.

    A demand for correction must have been there before the day on which the agreement is ended for want of it.
    """
    found: list[date] = []
    earliest = date.min
    for kind in kinds:
        fitting = [step.on for step in own if step.kind == kind and step.on >= earliest and _within(step, limited)]
        if not fitting:
            return None
        found.append(min(fitting))
        earliest = found[-1] + _DAY if kind == DEMAND else found[-1]
    return found


def _within(step: Taken, limited: Demand | None) -> bool:
    return limited is None or not limited.limits or step.within_limits
