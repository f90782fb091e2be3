"""When an extension must be settled, how far it reaches, and how far silence has carried an agreement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samsyn.rules.quantities import add_months, day_before
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.terms.period import Deadline, Extension


def deadline_before(deadline: Deadline, last: date) -> date:
    """The last day on which an extension of a period that ends on `last` can be settled.

    «Senast 3 månader innan» counts back from the last day; a day of every year is the latest one before the end.
    A date that is written out holds for the first period; after an extension it moves as far as the end has moved.
    """
    if deadline.months_before_end is not None:
        return add_months(last + DAY, -deadline.months_before_end) - DAY
    if deadline.each_year is not None:
        day = deadline.each_year.in_year(last.year)
        return day if day <= last else deadline.each_year.in_year(last.year - 1)
    assert deadline.on is not None, "the reader has checked that one key is written"
    years = last.year - deadline.on.year
    day = add_months(deadline.on, 12 * years)
    return day if deadline.on.year == last.year or day <= last else add_months(day, -12)


def prolonged(term: Extension, last: date, used: int) -> date | None:
    """The last day after one more extension; None where all are used or the latest end is reached."""
    if term.times is not None and used >= term.times:
        return None
    new_last = day_before(add_months(last + DAY, term.months))
    if term.latest_end and new_last > term.latest_end:
        new_last = term.latest_end
    return new_last if new_last > last else None


def carried_by_silence(term: Extension, last: date, used: int, by: date, notices: Iterable[date]) -> tuple[date, int]:
    """The last day and the number of extensions used, once every deadline before `by` has passed.

    A tacit extension happens by itself when its last day for notice passes and nobody has given notice until then.
    """
    given = tuple(notices)
    while (deadline := deadline_before(term.deadline, last)) < by and not any(day <= deadline for day in given):
        new_last = prolonged(term, last, used)
        if new_last is None:
            break
        last, used = new_last, used + 1
    return last, used
