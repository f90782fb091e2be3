"""Which numbered place is free on all of certain days, and when one will be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.placements.models import Occupancy, TrainingPlace


@dataclass(frozen=True, slots=True)
class Held:
    """A place with the days on which it is held or promised."""

    place: TrainingPlace
    taken: tuple[DateRange, ...]

    def is_free(self, days: DateRange) -> bool:
        there = self.place.since <= days.start and (self.place.until is None or days.end <= self.place.until)
        return there and not any(each.overlap(days) for each in self.taken)

    def promised_from(self, day: date) -> date | None:
        """The first day after `day` on which someone else has it."""
        return min((each.start for each in self.taken if each.start >= day), default=None)


def held(partnership_id: UUID, pool: str, *, but: UUID | None = None) -> list[Held]:
    """All places of a pool by number, with the days on which someone, no matter who and whose, has them.

    `but`: a placement that is not counted: it is about to move.
    """
    taken: dict[UUID, list[DateRange]] = defaultdict(list)
    rows = Occupancy.objects.filter(partnership_id=partnership_id, place__pool=pool)
    if but is not None:
        rows = rows.exclude(placement_id=but)
    with also_as_job(Job.COUNT):
        for place_id, first, until in rows.values_list("place_id", "first", "until"):
            if first < until:
                taken[place_id].append(DateRange(first, until))
    places = TrainingPlace.objects.filter(partnership_id=partnership_id, pool=pool).order_by("number", "since")
    return [Held(each, tuple(taken[each.pk])) for each in places]


def first_free(places: Iterable[Held], days: DateRange) -> TrainingPlace | None:
    """The free one with the lowest number."""
    return next((each.place for each in places if each.is_free(days)), None)


def first_day_free(places: list[Held], days: DateRange) -> date | None:
    """The earliest later day from which a place is free as long as `days` is. None: not in sight."""
    candidates = sorted({day for day in _days_of_change(places) if day > days.start})
    length = timedelta(days=days.days)
    return next((day for day in candidates if first_free(places, DateRange(day, day + length))), None)


def _days_of_change(places: list[Held]) -> Iterator[date]:
    for each in places:
        yield each.place.since
        yield from (span.end for span in each.taken)
