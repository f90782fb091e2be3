"""Occasions, heads at them, different people in groups, and hours reported for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Count as HowMany
from django.db.models import Q, QuerySet, Sum

from samsyn.rules.indicators.different import Word, different
from samsyn.rules.indicators.facts import Fact
from samsyn.rules.terms.indicators import Facts
from samsyn.web.indicators.sources.asked import Asked
from samsyn.web.occasions.models import DifferentPeople, Heads, Occasion
from samsyn.web.shifts.models import Shift


def read(asked: Asked) -> list[Fact]:
    if asked.period.start > asked.today:
        return []
    found: list[Fact] = []
    if asked.asks("heads"):
        found += [*_heads(asked), *_uncounted(asked)]
    if asked.asks("occasions"):
        found += _occasions(asked)
    if asked.asks("different_people"):
        found += _different(asked)
    if asked.asks("hours"):
        found += [*_hours(asked), *_unreported(asked)]
    return found


def _fact(asked: Asked, kind: Facts, activity: str, figure: str = "", **more: Any) -> Fact:
    """What is known of an activity stands in the agreement; of one that a meeting added, its name alone."""
    term = asked.terms.activity.get(activity)
    return Fact(
        kind,
        asked.period.start,
        organisation=asked.own,
        activity=activity,
        figure=figure,
        site=(term.site or "") if term else "",
        service=(term.service or "") if term else "",
        **more,
    )


def _on_days(asked: Asked, prefix: str, last: date) -> dict[str, Any]:
    return {f"{prefix}day__gte": asked.period.start, f"{prefix}day__lte": last}


def _held(asked: Asked) -> QuerySet[Occasion]:
    return Occasion.objects.visible_to(asked.viewer).filter(**asked.of_own(**_on_days(asked, "", asked.until))).held()


def _heads(asked: Asked) -> Iterator[Fact]:
    names = asked.split_by("sex", "age_band")
    rows = Heads.objects.visible_to(asked.viewer).standing().filter(occasion__state=Occasion.State.HELD)
    rows = rows.filter(**asked.of_own(**_on_days(asked, "occasion__", asked.until)))
    columns = ("occasion__activity", "occasion__counts", *names)
    for activity, figure, *keys, n in rows.values_list(*columns).annotate(Sum("n")).order_by():
        yield _fact(asked, "heads", activity, figure, n=n, **dict(zip(names, keys, strict=True)))


def _uncounted(asked: Asked) -> Iterator[Fact]:
    """Held, and nobody has said how many came: gaps. Where it was counted and nobody came, that is a count of none."""
    counted = HowMany("counted", filter=Q(counted__replaced_at=None))
    rows = _held(asked).annotate(counts_that_stand=counted).values_list("activity", "counts", "counts_that_stand")
    for activity, figure, stands in rows.order_by():
        yield _fact(asked, "heads", activity, figure, n=0, gap=not stands)


def _occasions(asked: Asked) -> Iterator[Fact]:
    for activity, figure, n in _held(asked).values_list("activity", "counts").annotate(HowMany("pk")).order_by():
        yield _fact(asked, "occasions", activity, figure, n=n)
    planned = Occasion.objects.visible_to(asked.viewer).planned()
    left = planned.filter(**asked.of_own(**_on_days(asked, "", asked.over)))
    for activity, figure, rows in left.values_list("activity", "counts").annotate(HowMany("pk")).order_by():
        yield _fact(asked, "occasions", activity, figure, n=0, rows=rows, gap=True)


def _different(asked: Asked) -> list[Fact]:
    held: dict[str, list[date]] = defaultdict(list)
    of_groups = _held(asked).filter(counts="participants").values_list("activity", "day")
    for activity, day in of_groups.order_by("day"):
        held[activity].append(day)
    said = DifferentPeople.objects.visible_to(asked.viewer).standing().filter(**asked.of_own()).order_by("said_at")
    words = [Word(each.activity, each.days.lower, each.days.upper - timedelta(days=1), each.n) for each in said]
    like = {activity: _fact(asked, "different_people", activity, "participants") for activity in held}
    return different(words, held, asked.period, like)


def _shifts(asked: Asked) -> QuerySet[Shift]:
    rows = Shift.objects.of_organisation(asked.viewer)
    return rows.filter(**asked.of_own(**_on_days(asked, "occasion__", asked.until)))


def _hours(asked: Asked) -> Iterator[Fact]:
    rows = _shifts(asked).filter(hours__isnull=False).values_list("occasion__activity")
    for activity, hours, reported in rows.annotate(Sum("hours"), HowMany("pk")).order_by():
        yield _fact(asked, "hours", activity, n=Fraction(hours), rows=reported)


def _unreported(asked: Asked) -> Iterator[Fact]:
    """Somebody had the shift, it is over, and its hours are not said."""
    taken = Q(state__in=[Shift.State.TAKEN, Shift.State.OFFERED], occasion__state=Occasion.State.HELD)
    rows = _shifts(asked).filter(taken, hours=None, occasion__day__lte=asked.over).values_list("occasion__activity")
    for activity, shifts in rows.annotate(HowMany("pk")).order_by():
        yield _fact(asked, "hours", activity, n=0, rows=shifts, gap=True)
