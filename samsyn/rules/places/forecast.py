"""Will as many individuals as the parties aim at be reached this year, with the extensions given?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.periods import MONTH, length
from samsyn.rules.places.readings import assumed
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.operations import Volume
from samsyn.rules.terms.places import Pool

_PEOPLE = frozenset({"individer", "personer", "deltagare"})
"""Units in which people are counted and not places."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A year of the agreement. `expected`: individuals by its end, if every free place is taken at once by someone new
    for the full time. `goal` None: the agreement has no number of individuals a year."""

    year: DateRange
    individuals_so_far: int
    places_so_far: int
    expected: int
    goal: int | None
    reason: Reason

    @property
    def reached(self) -> bool | None:
        return None if self.goal is None else self.expected >= self.goal


def forecast(
    agreement: Agreement, pool_id: str, started: Sequence[date], spans: Sequence[DateRange], today: date,
    *, life: DateRange | None = None, volume: str | None = None,
) -> Forecast:  # fmt: skip
    """`started`: the first day in the pool this year of each individual, once each; planned starts too.

    `spans`: each placement's days, as planned or extended. Free place-months that are left, over the months of a place,
    are rounded down. `volume`: the goal's id; without it the first of the agreement that counts people per year.
    """
    pool, year = agreement.pool[pool_id], year_of(agreement, today, life)
    known = [each for each in started if each in year]
    expected = len(known) + _still_to_come(pool, spans, year, today)
    goal = _goal(agreement, volume)
    so_far = sum(each <= today for each in known)
    begun = sum(each.start in year and each.start <= today for each in spans)
    says = f"{so_far} individer har börjat. Fylls varje ledig plats genast blir det {expected} under året"
    says += f"; målet är {goal.count}." if goal else "."
    inputs = (("today", today.isoformat()), ("year", str(year)), ("places", str(pool.places)))
    term = goal or pool
    rests_on = (*assumed(pool, "places", "months"), *(assumed(goal, "count", "approximate") if goal else ()))
    reason = Reason(term.clause, term.id, says, inputs, rests_on)
    return Forecast(year, so_far, begun, expected, goal.count if goal else None, reason)


def year_of(agreement: Agreement, today: date, life: DateRange | None = None) -> DateRange:
    """The agreement year that a day is in, counted from the first day; cut where the agreement ends."""
    years = list((life or agreement.span).steps(12))
    return next((each for each in years if today < each.end), years[-1])


def _still_to_come(pool: Pool, spans: Sequence[DateRange], year: DateRange, today: date) -> int:
    """Months weigh the same, so that 24 places of four months are exactly 72 in a year."""
    start = max(today, year.start)
    if start >= year.end:
        return 0
    left = DateRange(start, year.end)
    held = sum(length(part) for each in spans if (part := each.overlap(left)))
    free = max(0, pool.places * length(left) - held)
    return free // _length_of(pool, start)


def _length_of(pool: Pool, start: date) -> int:
    if pool.months:
        return pool.months * MONTH
    return length(DateRange(start, date.fromordinal(start.toordinal() + pool.nights))) if pool.nights else 12 * MONTH


def _goal(agreement: Agreement, volume: str | None) -> Volume | None:
    if volume is not None:
        return agreement.volume[volume]
    counted = (each for each in agreement.volume.values() if each.applies and each.per == "year")
    return next((each for each in counted if each.unit.lower() in _PEOPLE), None)
