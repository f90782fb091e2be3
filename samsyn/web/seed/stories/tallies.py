"""What a pad has counted, day by day: sent by its tablet in the evening, as a queue; now and then from paper.

The demo day's own is for whoever opens the pad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from samsyn.rules.opening import is_public_holiday
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.counting import VISIT
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.stories.counting_told import CancelledTold, ClosedTold, TallyTold
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.tallies import actions
from samsyn.web.tallies.actions import Line, Tap
from samsyn.web.tallies.models import Device
from samsyn.web.tallies.queries.tablet import as_tablet, invitation_with

_ORDER = 55
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_SENT = 20 * _MINUTE
_FEWEST, _MOST = 0.7, 1.3
_PLANNED = 28 * _DAY


def tallies_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.tallies:
        yield from _Counted(teller, told).happenings()


class _Counted:
    """One pad."""

    def __init__(self, teller: Teller, told: TallyTold) -> None:
        pad = teller.dossier.agreement.pad.get(told.pad)
        if pad is None:
            raise StoryError(f"story.toml: tallies.pad: {told.pad!r} is no pad of the agreement.")
        strange = set(told.services) - set(pad.services)
        if strange:
            raise StoryError(f"story.toml: tallies.services: {sorted(strange)} are no buttons of {told.pad!r}.")
        self.teller, self.told, self.pad = teller, told, pad
        self.random, self.token = Random(told.seed), ""

    def happenings(self) -> Iterator[Happening]:
        yield Happening(self.told.first, _ORDER - 1, self._join)
        for closed in self.told.closed:
            yield Happening(closed.first - _PLANNED, _ORDER, lambda closed=closed: self._close(closed))  # type: ignore[misc]
        for off in self.told.cancelled:
            yield Happening(off.day, _ORDER, lambda off=off: self._cancel(off))  # type: ignore[misc]
        paper = {each.day: each.source for each in self.told.paper}
        for day in self._days():
            yield Happening(day, _ORDER, lambda day=day: self._count(day, paper.get(day, "")))  # type: ignore[misc]

    def _days(self) -> Iterator[date]:
        off = {each.day for each in self.told.cancelled}
        shut = [DateRange.through(each.first, each.last) for each in self.told.closed]
        for number in range((self.teller.today - self.told.first).days):
            day = self.told.first + number * _DAY
            planned = day.isoweekday() in self.told.weekdays and not is_public_holiday(day)
            if planned and day not in off and not any(day in each for each in shut):
                yield day

    def _join(self) -> None:
        """The tablet is added, opens its link, and is shown its buttons."""
        partnership, pad, told = self.teller.partnership, self.pad, self.told
        with self.teller.acting(pad.by, Role.STAFF, told.first) as now:
            device = actions.make_device(partnership, pad.id, told.tablet, by=now.by, now=now.now, today=now.today)
            code = actions.invite(device, by=now.by, now=now.now)
        invitation = invitation_with(code)
        assert invitation is not None
        self.token = actions.join(invitation, now=now.now, today=now.today) or ""
        with as_tablet(device, now.today):
            actions.show(Device.objects.get(pk=device.pk), buttons=pad.buttons, asks=pad.asks, age_bands=pad.age_bands)

    def _close(self, closed: ClosedTold) -> None:
        with self.teller.acting(self.pad.by, Role.STAFF, closed.first - _PLANNED) as now:
            days = DateRange.through(closed.first, closed.last)
            actions.close_days(self.teller.partnership, "", days, closed.why, **vars(now))

    def _cancel(self, off: CancelledTold) -> None:
        with self.teller.acting(self.pad.by, Role.STAFF, off.day) as now:
            actions.mark_day(self.teller.partnership, self.pad.id, off.day, "cancelled", off.reason, **vars(now))

    def _count(self, day: date, paper: str) -> None:
        if paper:
            self._write(day, paper)
        else:
            self._tap(day)

    def _tap(self, day: date) -> None:
        """All the day's taps as they were queued, sent when the house closes."""
        sent = datetime.combine(day, self.told.closes, tzinfo=SWEDEN) + _SENT
        taps = [Tap(self._id(), button, at, sex, age, None) for at, button, sex, age in self._visits(day)]
        actions.take(self.token, taps, sent_at=sent, now=sent.astimezone(UTC))

    def _write(self, day: date, source: str) -> None:
        """The paper of the same day, typed in the day after."""
        counted = Counter((button, sex, age) for _, button, sex, age in self._visits(day))
        lines = [Line(button, n, sex, age) for (button, sex, age), n in sorted(counted.items())]
        with self.teller.acting(self.pad.by, Role.STAFF, day + _DAY) as now:
            actions.write_paper(
                self.teller.partnership, self.pad.id, day, lines, source, made=self._id(), **vars(now)
            )  # fmt: skip

    def _visits(self, day: date) -> Iterator[tuple[datetime, str, str, str]]:
        """When, button, sex and age band of every tap."""
        opens = datetime.combine(day, self.told.opens, tzinfo=SWEDEN)
        minutes = (datetime.combine(day, self.told.closes, tzinfo=SWEDEN) - opens) // _MINUTE
        for _ in range(round(self.told.visits * self.random.uniform(_FEWEST, _MOST))):
            at, sex, age = opens + self.random.randrange(minutes) * _MINUTE, self._sex(), self._age()
            used = [each for each, n in self.told.services.items() if self.random.randrange(100) < n]
            yield from ((at, each, sex, age) for each in ([VISIT] if self.pad.visits else []) + used)

    def _sex(self) -> str:
        return self._one_of(self.told.sexes) if "sex" in self.pad.asks else ""

    def _age(self) -> str:
        return self._one_of(self.told.ages) if "age_band" in self.pad.asks else ""

    def _one_of(self, weights: dict[str, int]) -> str:
        return self.random.choices(list(weights), list(weights.values()))[0] if weights else ""

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)
