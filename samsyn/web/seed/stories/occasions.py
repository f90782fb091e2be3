"""What a party of a twin holds: planned, staffed, held with so many, cancelled; and what is still to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random
from uuid import UUID, uuid5

from samsyn.rules.occasions import days_of
from samsyn.rules.quantities import DateRange
from samsyn.web.occasions import actions
from samsyn.web.occasions.actions import Plan, Rhythm
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.organisations.roles import Role
from samsyn.web.roster.models import Worker
from samsyn.web.seed.stories.counting_told import CancelledTold
from samsyn.web.seed.stories.occasions_told import OccasionsTold, ShiftsTold
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.teller import Happening, Now, Teller
from samsyn.web.seed.stories.workers import worker_called
from samsyn.web.shifts import actions as shifts
from samsyn.web.shifts.models import Shift

_PLANNED, _CANCELLED, _HELD, _SAID = 50, 84, 85, 86
_FEWEST, _MOST = 0.7, 1.3
_HOUR = 3600
_FREE = "*"


def occasions_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for number, told in enumerate(story.occasions):
        if told.activity not in teller.dossier.agreement.activity:
            raise StoryError(f"story.toml: occasions.activity: {told.activity!r} is no activity of the agreement.")
        yield from _Held(teller, told, uuid5(teller.partnership.pk, f"occasions {number}")).happenings()


class _Held:
    """One series, or one occasion. `made` is what finds it again."""

    def __init__(self, teller: Teller, told: OccasionsTold, made: UUID) -> None:
        self.teller, self.told, self.made = teller, told, made
        self.random = Random(told.seed)

    def happenings(self) -> Iterator[Happening]:
        told = self.told
        yield Happening(told.planned_on, _PLANNED, self._plan)
        off = {each.day for each in told.cancelled}
        for each in told.cancelled:
            yield Happening(each.day, _CANCELLED, partial(self._cancel, each))
        for day in self._days():
            if day not in off and day not in told.unwritten:
                yield Happening(day, _HELD, partial(self._hold, day))
        if told.different is not None and told.different_on is not None:
            yield Happening(told.different_on, _SAID, partial(self._say, told.different, told.different_on))

    def _days(self) -> tuple[date, ...]:
        told = self.told
        if not told.weekdays:
            return (told.first,)
        return days_of(told.weekdays, told.first, told.last or told.first, every=told.every, skip=told.skip)

    def _plan(self) -> None:
        with self.teller.acting(self.told.by, Role.STAFF, self.told.planned_on) as now:
            if self.told.weekdays:
                self._plan_series(now)
            else:
                self._plan_one(now)
            for number, each in enumerate(self.told.shifts):
                self._staff(each, uuid5(self.made, str(number)), now)
        if self.told.shared:
            with self.teller.acting(self.told.by, Role.HEAD, self.told.planned_on) as now:
                actions.share(self._on(self.told.first), by=now.by, now=now.now)

    def _plan_series(self, now: Now) -> None:
        told = self.told
        rhythm = Rhythm(
            weekdays=told.weekdays, starts=told.starts, ends=told.ends, first=told.first, last=told.last or told.first,
            every=told.every, skip=told.skip, place=told.place, responsible=self._responsible(),
        )  # fmt: skip
        actions.plan_series(self.teller.partnership, told.activity, rhythm, made=self.made, **vars(now))

    def _plan_one(self, now: Now) -> None:
        told = self.told
        wanted = Plan(
            told.first, told.starts, told.ends, told.place, self._responsible(), told.receiver_kind, told.receiver
        )
        actions.plan(self.teller.partnership, told.activity, wanted, **vars(now))

    def _responsible(self) -> Worker | None:
        return self._worker(self.told.responsible) if self.told.responsible else None

    def _staff(self, told: ShiftsTold, made: UUID, now: Now) -> None:
        """Shifts at every occasion, and people on them in turn."""
        turn = 0
        for day in self._days():
            for shift in shifts.make_shifts(self._on(day), told.function, told.n, made=made, by=now.by, now=now.now):
                name = told.who[turn % len(told.who)] if told.who else _FREE
                turn += 1
                if name != _FREE:
                    shifts.put_on(shift, self._worker(name), by=now.by, now=now.now)

    def _cancel(self, off: CancelledTold) -> None:
        with self.teller.acting(self.told.by, Role.STAFF, off.day) as now:
            actions.cancel(self._on(off.day), off.reason, by=now.by, now=now.now)

    def _hold(self, day: date) -> None:
        """Written in the same evening, and the hours of those who worked at it."""
        with self.teller.acting(self.told.by, Role.STAFF, day) as now:
            found = self._on(day)
            heads = self._heads()
            actions.hold(found, heads, nobody=not heads, **vars(now))
            for shift in Shift.objects.filter(occasion=found, worker__isnull=False):
                hours = Decimal((shift.ends_at - shift.starts_at).seconds) / _HOUR
                shifts.report(shift, hours, by=now.by, now=shift.ends_at)

    def _heads(self) -> Counter[tuple[str, str]]:
        number = round(self.told.heads * self.random.uniform(_FEWEST, _MOST))
        return Counter((self._one_of(self.told.sexes), self._one_of(self.told.ages)) for _ in range(number))

    def _one_of(self, weights: dict[str, int]) -> str:
        return self.random.choices(list(weights), list(weights.values()))[0] if weights else ""

    def _say(self, n: int, on: date) -> None:
        with self.teller.acting(self.told.by, Role.STAFF, on) as now:
            days = DateRange.through(self.told.first, on)
            actions.say_different(self.teller.partnership, self.told.activity, days, n, **vars(now))

    def _on(self, day: date) -> Occasion:
        whose = {"partnership": self.teller.partnership, "organisation": self.teller.organisations[self.told.by]}
        found = Occasion.objects.filter(**whose, activity=self.told.activity, day=day, starts=self.told.starts)
        return found.get(series=Series.objects.filter(pk=self.made).first())

    def _worker(self, known_as: str) -> Worker:
        return worker_called(self.teller, self.told.by, known_as)
