"""Sums of what is counted, by day and button. Waiting and refused events are in none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Min, Sum

from samsyn.rules.opening import Closed
from samsyn.rules.opening.held import Mark
from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.project.clock import SWEDEN
from samsyn.web.tallies.models import Closure, DaySum, Event, HeldDay

AT_MOST = 300
ByDay = Mapping[date, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Pile:
    """What waits for one day."""

    day: date
    events: int
    total: int
    first_came: date
    last_came: date


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
