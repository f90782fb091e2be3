"""One placement of a twin, from referral to closing, each thing on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from random import Random

from samsyn.rules.places import DueStep, steps_due
from samsyn.rules.terms.places import Pool
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Extension, Placement, Referral
from samsyn.web.placements.scale import STATEMENTS
from samsyn.web.seed.stories.paths import One, Path
from samsyn.web.seed.stories.places_told import PlacementsTold
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_DAY = timedelta(days=1)
_REFERRED, _GIVEN = 26 * _DAY, 12 * _DAY
_ORDER = 55
_LATE, _NOT_YET = 0.08, 0.05
_FIRST_MISSING, _LAST_MISSING, _SUPERVISOR = 0.08, 0.25, 0.4
_PRESENT, _NOTIFIED = 0.86, 0.95
_OUTCOME_KNOWN = 0.5


class OnePath:
    """`refer` is set by who tells of the whole year: it makes the participant, the consent and the referral."""

    refer: Callable[[One, date], Referral]

    def __init__(
        self, teller: Teller, told: PlacementsTold, pool: Pool, path: Path, random: Random, track: str
    ) -> None:
        self.teller, self.told, self.pool, self.path, self.random, self.track = teller, told, pool, path, random, track
        self.placement = Placement()
        self.extension = Extension()

    def happenings(self) -> Iterator[Happening]:
        path, begun = self.path, self.teller.dossier.agreement.period.first
        referred = _workday(max(begun, path.first - _REFERRED))
        given = _workday(max(referred, path.first - _GIVEN))
        yield Happening(referred, _ORDER, lambda: self._refer(referred))
        yield Happening(given, _ORDER + 1, lambda: self._give(given))
        yield from self._steps()
        yield from self._extended()
        if path.ended is not None:
            yield Happening(path.ended, _ORDER + 3, self._close)
            if self.random.random() < _OUTCOME_KNOWN:
                told = _workday(path.ended + self.random.randint(10, 40) * _DAY)
                yield Happening(told, _ORDER + 3, lambda: self._say_outcome(told))

    def note_the_day(self, day: date, now: Now) -> None:
        """Present with the daily talk, or not; nothing before the first day."""
        if day < self.path.first:
            return
        drawn = self.random.random()
        state = "present" if drawn < _PRESENT else "absent_notified" if drawn < _NOTIFIED else "absent"
        talk = state == "present" and self.random.random() < 0.9
        actions.note_attendance(self.placement, day, state, talk=talk, by=now.by, now=now.now, today=day)

    def _refer(self, on: date) -> None:
        self.referral = self.refer(self.path.one, on)

    def _give(self, on: date) -> None:
        with self.teller.acting(self.told.host, Role.STAFF, on) as now:
            at = {"by": now.by, "now": now.now, "today": on}
            actions.accept_referral(self.referral, **at)  # type: ignore[arg-type]
            self.placement = actions.start_placement(
                self.referral, self.path.first, last=self.path.last, track=self.track, number=self.path.number,
                **at,  # type: ignore[arg-type]
            )  # fmt: skip

    def _steps(self) -> Iterator[Happening]:
        """In time, or late, or not yet. Those that lie ahead come when their day comes."""
        last = self._last_day()
        for due in steps_due(self.teller.dossier.agreement, self.pool.id, self.path.first, last):
            on = self._done(due)
            if on is None or (on > self.path.until and self.path.ended) or on >= self.teller.today:
                continue
            what = self._assess if due.kind == "self_assessment" else self._do_step
            yield Happening(on, _ORDER + 2, partial(what, due, on))

    def _done(self, due: DueStep) -> date | None:
        drawn = self.random.random()
        if due.kind == "self_assessment":
            missing = _FIRST_MISSING if due.at == "start" else _LAST_MISSING
            return (
                None if drawn < missing else _workday(max(self.path.first, due.due - self.random.randint(0, 4) * _DAY))
            )
        if drawn < _NOT_YET:
            return None
        if drawn < _NOT_YET + _LATE:
            return _workday(due.due + self.random.randint(4, 9) * _DAY)
        return _workday(max(self.path.first, due.due - self.random.randint(0, 6) * _DAY))

    def _do_step(self, due: DueStep, on: date) -> None:
        """By the first of those who see to it."""
        key = due.by[0] if due.by and due.by[0] in (self.told.sender, self.told.host) else self.told.host
        role = Role.CASE_OFFICER if key == self.told.sender else Role.STAFF
        with self.teller.acting(key, role, on) as now:
            function = due.functions[0] if not due.together and len(due.functions) > 1 else ""
            actions.do_step(
                self.placement, due.step_id, due.occurrence, done_on=on, function=function, by=now.by, now=now.now,
                today=on,
            )  # fmt: skip

    def _assess(self, due: DueStep, on: date) -> None:
        """The participant, most often a little higher at the end; sometimes the supervisor too."""
        raters = ["participant", *(["supervisor"] if self.random.random() < _SUPERVISOR else [])]
        with self.teller.acting(self.told.host, Role.STAFF, on) as now:
            for rater in raters:
                values = [self._value(due.occurrence) for _ in STATEMENTS]
                actions.assess(
                    self.placement, due.occurrence, rater, values, done_on=on, by=now.by, now=now.now, today=on
                )

    def _value(self, wave: int) -> int | None:
        if self.random.random() < 0.04:
            return None
        return min(5, self.random.randint(1, 4) + (wave > 1 and self.random.random() < 0.7))

    def _extended(self) -> Iterator[Happening]:
        """Asked by the host, answered by the sender: or not answered yet."""
        if (told := self.path.extended) is None:
            return
        asked = self.teller.today - told.asked_days_ago * _DAY
        yield Happening(asked, _ORDER + 3, lambda: self._propose(asked))
        if told.approved_days_ago is not None:
            approved = self.teller.today - told.approved_days_ago * _DAY
            yield Happening(approved, _ORDER + 3, lambda: self._approve(approved))

    def _last_day(self) -> date:
        told = self.path.extended
        longer = told is not None and told.approved_days_ago is not None
        return self.path.last + told.days * _DAY if told and longer else self.path.last

    def _propose(self, on: date) -> None:
        assert self.path.extended is not None
        with self.teller.acting(self.told.host, Role.STAFF, on) as now:
            last = self.path.last + self.path.extended.days * _DAY
            self.extension = actions.propose_extension(
                self.placement, last, consulted_on=on, by=now.by, now=now.now, today=on
            )

    def _approve(self, on: date) -> None:
        with self.teller.acting(self.told.sender, Role.CASE_OFFICER, on) as now:
            actions.approve_extension(self.extension, by=now.by, now=now.now, today=on)

    def _close(self) -> None:
        assert self.path.ended is not None
        with self.teller.acting(self.told.host, Role.STAFF, self.path.ended) as now:
            actions.close_placement(
                self.placement, self.path.result, self.path.outcome, on=self.path.ended, by=now.by, now=now.now,
                today=now.today,
            )  # fmt: skip

    def _say_outcome(self, on: date) -> None:
        with self.teller.acting(self.told.sender, Role.CASE_OFFICER, on) as now:
            actions.say_outcome(self.placement, self.path.outcome, by=now.by, now=now.now, today=on)


def _workday(day: date) -> date:
    return day - _DAY * max(0, day.weekday() - 4)
