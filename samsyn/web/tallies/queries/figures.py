"""Sums of what is counted, by day and button. Waiting and refused events are in none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from samsyn.rules.opening import Closed
from samsyn.rules.opening.held import Mark
from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.project.clock import SWEDEN
from samsyn.web.tallies.models import Closure, DaySum, Event, HeldDay, MonthSum

AT_MOST = 300
ByDay = Mapping[date, Mapping[str, int]]
By = Literal["pad", "button", "sex", "age_band", "month"]


@dataclass(frozen=True, slots=True)
class Pile:
    """What waits for one day."""

    day: date
    events: int
    total: int
    first_came: date
    last_came: date


class Summed(NamedTuple):
    """So many of what the rest says; what was not asked for stands empty, and so does what the pad did not ask."""

    n: int
    pad: str = ""
    button: str = ""
    sex: str = ""
    age_band: str = ""
    month: date | None = None
    """Its first day. At the edges of the days that were asked for it is only those days' part of it."""


def by_day(viewer: Viewer, partnership: UUID, pad: str, days: DateRange) -> ByDay:
    """Day → button → sum."""
    rows = DaySum.objects.visible_to(viewer).filter(partnership_id=partnership, pad=pad)
    found: dict[date, dict[str, int]] = defaultdict(dict)
    within = rows.filter(day__gte=days.start, day__lt=days.end)
    for day, button, total in within.values_list("day", "button").annotate(Sum("n")).order_by():
        found[day][button] = total
    return found


def by_whom(viewer: Viewer, partnership: UUID, pad: str, days: DateRange, what: str) -> Mapping[str, Mapping[str, int]]:
    """Button → sex or age band (empty: not asked) → sum. `what`: «sex» or «age_band»."""
    rows = DaySum.objects.visible_to(viewer).filter(partnership_id=partnership, pad=pad)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    within = rows.filter(day__gte=days.start, day__lt=days.end)
    for button, whom, total in within.values_list("button", what).annotate(Sum("n")).order_by():
        found[button][whom] = total
    return found


def sums_of(
    viewer: Viewer,
    partnership: UUID,
    first: date,
    last: date,
    *,
    by: Sequence[By] = (),
    pads: Sequence[str] | None = None,
    buttons: Sequence[str] | None = None,
) -> list[Summed]:
    """What is counted from `first` to `last`, both included, one row for each combination of `by` that is not nothing.

    Whole months cost a row for each of their sums, days at the edges likewise; how many taps there were costs nothing.
    """
    days = DateRange.through(first, last)
    whole = days.whole_months()
    of_what: dict[str, Any] = {"partnership_id": partnership}
    of_what |= {} if pads is None else {"pad__in": pads}
    of_what |= {} if buttons is None else {"button__in": buttons}
    found: dict[tuple[Any, ...], int] = {}
    if whole:
        months = MonthSum.objects.visible_to(viewer).filter(month__gte=whole.start, month__lt=whole.end, **of_what)
        _add(found, months, by, F("month"))
    if whole != days:
        edges = [(days.start, whole.start), (whole.end, days.end)] if whole else [(days.start, days.end)]
        at_the_edges = Q(*(Q(day__gte=start, day__lt=end) for start, end in edges), _connector=Q.OR)
        _add(found, DaySum.objects.visible_to(viewer).filter(at_the_edges, **of_what), by, TruncMonth("day"))
    return _rows(found, by)


def _rows(found: Mapping[tuple[Any, ...], int], by: Sequence[By]) -> list[Summed]:
    """Some thousands of them in a report: each is made from its places, without a word for any."""
    places = [Summed._fields.index(each) for each in by]
    made = []
    for key in sorted(key for key, n in found.items() if n):
        row: list[Any] = [found[key], "", "", "", "", None]
        for place, value in zip(places, key, strict=True):
            row[place] = value
        made.append(Summed._make(row))
    return made


def _add(found: dict[tuple[Any, ...], int], rows: QuerySet[Any], by: Sequence[By], month: F | TruncMonth) -> None:
    names = ["of_month" if each == "month" else each for each in by]
    summed = rows.annotate(of_month=month) if "month" in by else rows
    if not by:  # values_list would group by the row itself
        found[()] = found.get((), 0) + (rows.aggregate(sum=Sum("n"))["sum"] or 0)
        return
    for row in summed.values_list(*names).annotate(Sum("n")).order_by():
        key = row[:-1]
        found[key] = found.get(key, 0) + row[-1]


def by_hand(viewer: Viewer, partnership: UUID, pad: str, days: DateRange) -> list[Event]:
    """What was written from paper and what was corrected, the latest day first."""
    rows = Event.objects.visible_to(viewer).exclude(source=Event.Source.PAD).filter(partnership_id=partnership, pad=pad)
    within = rows.filter(day__gte=days.start, day__lt=days.end).select_related("person")
    return list(within.order_by("-day", "-received_at", "button")[:AT_MOST])


def piles(viewer: Viewer, partnership: UUID, pad: str) -> list[Pile]:
    """What waits, by day, the earliest first."""
    rows = Event.objects.visible_to(viewer).waiting().filter(partnership_id=partnership, pad=pad)
    sums = rows.values_list("day").annotate(Count("id"), Sum("n"), Min("received_at"), Max("received_at"))
    return [
        Pile(day, n, total, first.astimezone(SWEDEN).date(), last.astimezone(SWEDEN).date())
        for day, n, total, first, last in sums.order_by("day")
    ]


def how_many_wait(viewer: Viewer, partnership: UUID, pad: str) -> int:
    return Event.objects.visible_to(viewer).waiting().filter(partnership_id=partnership, pad=pad).count()


def closures_of(viewer: Viewer, partnership: UUID, pad: str) -> list[Closure]:
    """Those of the pad and those of all the organisation's pads."""
    return list(Closure.objects.visible_to(viewer).filter(partnership_id=partnership, pad__in=["", pad]))


def closed(closures: list[Closure]) -> list[Closed]:
    return [Closed(DateRange(each.days.lower, each.days.upper), each.why) for each in closures]


def marks_of(viewer: Viewer, partnership: UUID, pad: str, days: DateRange | None = None) -> list[HeldDay]:
    rows = HeldDay.objects.visible_to(viewer).filter(partnership_id=partnership, pad=pad)
    return list(rows.filter(day__gte=days.start, day__lt=days.end) if days else rows)


def as_marks(marked: list[HeldDay]) -> dict[date, Mark]:
    return {each.day: "held" if each.state == HeldDay.State.HELD else "cancelled" for each in marked}
