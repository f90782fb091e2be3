"""Visits and services: the sums of what is tapped, never the taps, and the open days on which nothing was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samsyn.rules.indicators.facts import Fact
from samsyn.rules.opening import Mark, Outcome, outcome, planned_through
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.counting import VISIT, Pad
from samsyn.web.indicators.sources.asked import Asked
from samsyn.web.tallies.models import Closure, DaySum, HeldDay
from samsyn.web.tallies.queries.figures import Summed, as_marks, closed, sums_of


def read(asked: Asked) -> list[Fact]:
    if not asked.asks("visits", "services") or asked.period.start > asked.today:
        return []
    return [*(_fact(asked, each) for each in _sums(asked)), *_gaps(asked)]


def _sums(asked: Asked) -> list[Summed]:
    by = ["pad", "button", *asked.split_by("sex", "age_band")]
    return sums_of(asked.viewer, asked.partnership.pk, asked.period.start, asked.until, by=by)  # type: ignore[arg-type]


def _fact(asked: Asked, summed: Summed) -> Fact:
    pad = asked.terms.pad.get(summed.pad)
    return Fact(
        "visits" if summed.button == VISIT else "services",
        asked.period.start,
        n=summed.n,
        organisation=asked.own,
        sex=summed.sex,
        age_band=summed.age_band,
        site=(pad.site or "") if pad else "",
        service="" if summed.button == VISIT else summed.button,
    )


def _gaps(asked: Asked) -> Iterator[Fact]:
    """Days that are over, were planned as open, and on which nothing was counted and nobody has said why."""
    pads = [each for each in asked.terms.pad.values() if each.applies and each.by == asked.own and each.site]
    if not pads or asked.over < asked.period.start:
        return
    days = DateRange.through(asked.period.start, asked.over)
    counted, marks, closures = _counted(asked, days), _marks(asked, days), _closures(asked)
    for pad in pads:
        shut = closed([each for each in closures if each.pad in ("", pad.id)])
        for day in planned_through(asked.dossier, pad.site, days.start, days.last, shut, asked.today):
            if outcome(True, (pad.id, day) in counted, marks.get(pad.id, {}).get(day)) is Outcome.PLANNED:
                yield from _gap(asked, pad, day)


def _gap(asked: Asked, pad: Pad, day: date) -> Iterator[Fact]:
    if pad.visits:
        yield Fact("visits", day, n=0, organisation=asked.own, site=pad.site or "", gap=True)
    if pad.services:
        yield Fact(
            "services", day, n=0, organisation=asked.own, site=pad.site or "", gap=True, offers=tuple(pad.services)
        )


def _counted(asked: Asked, days: DateRange) -> set[tuple[str, date]]:
    rows = DaySum.objects.visible_to(asked.viewer).filter(**asked.of_own(day__gte=days.start, day__lt=days.end))
    return set(rows.exclude(n=0).values_list("pad", "day").order_by().distinct())


def _marks(asked: Asked, days: DateRange) -> dict[str, dict[date, Mark]]:
    said = HeldDay.objects.visible_to(asked.viewer).filter(**asked.of_own(day__gte=days.start, day__lt=days.end))
    found: dict[str, list[HeldDay]] = {}
    for each in said:
        found.setdefault(each.pad, []).append(each)
    return {pad: as_marks(own) for pad, own in found.items()}


def _closures(asked: Asked) -> list[Closure]:
    return list(Closure.objects.visible_to(asked.viewer).filter(**asked.of_own()))
