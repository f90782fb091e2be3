"""A year of training places in a twin, from the first referrals to those who are there on the demo day.

1. each placement is referred, accepted, given a place, taken its steps, assessed and closed, on its days; 2. on the
demo day all places are taken, some wait, something has been asked and not answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from samsyn.rules.terms.places import Pool
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Participant, Referral
from samsyn.web.seed.stories.onepath import OnePath
from samsyn.web.seed.stories.paths import One, Plan
from samsyn.web.seed.stories.places_told import PlacementsTold
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.teller import Happening, Teller

_DAY = timedelta(days=1)
_ORDER = 55
_ALL = tuple(Consent.Scope.values)


def placements_of(teller: Teller, story: Story) -> Iterator[Happening]:
    if story.placements is not None:
        yield from _Year(teller, story.placements).happenings()


class _Year:
    def __init__(self, teller: Teller, told: PlacementsTold) -> None:
        self.teller, self.told = teller, told
        self.pool = _checked(teller, told)
        self.plan = Plan(told, self.pool.months or 1, self.pool.places, teller.today)
        self.known: dict[str, Participant] = {}
        self.tracks = self.pool.tracks
        self.going_on: list[OnePath] = []

    def happenings(self) -> Iterator[Happening]:
        planned = self.plan.paths()
        for number, path in enumerate(planned):
            one = OnePath(
                self.teller, self.told, self.pool, path, self.plan.random, self.tracks[number % len(self.tracks)]
            )
            one.refer = lambda of, on: self.refer(of, on)
            if path.ended is None:
                self.going_on.append(one)
            yield from one.happenings()
        yield from self._attendance()
        yield from self._in_line()
        yield self._at(self.told.declined_days_ago, self._decline)
        yield self._at(self.told.consent_withdrawn_days_ago, self._withdraw)

    def refer(self, one: One, on: date) -> Referral:
        """Written down the first time, with the consent; referred and sent."""
        with self.teller.acting(self.told.sender, Role.CASE_OFFICER, on) as now:
            return actions.send_referral(self._written(one, now), by=now.by, now=now.now, today=on)

    def _written(self, one: One, now: Any) -> Referral:
        who = self.known.get(one.known_as)
        if who is None:
            who = actions.write_participant(
                self.teller.partnership, one.known_as, birth_year=one.birth_year, sex=one.sex, language=one.language,
                by=now.by, now=now.now,
            )  # fmt: skip
            self.known[one.known_as] = who
            host = self.teller.organisations[self.told.host].pk
            actions.record_consent(who, host, scope=_ALL, given_on=now.today, by=now.by, now=now.now, today=now.today)
        return actions.write_referral(
            who, self.pool.id, wishes=[self.plan.random.choice(self.tracks)], assessed_by=who.case_officer,
            assessed_on=now.today, by=now.by, now=now.now, today=now.today,
        )  # fmt: skip

    def _attendance(self) -> Iterator[Happening]:
        first = self.teller.today - self.told.attendance_weeks * 7 * _DAY
        for number in range((self.teller.today - first).days):
            day = first + number * _DAY
            if day.weekday() < 5:
                yield Happening(day, _ORDER + 4, lambda day=day: self._note_the_day(day))  # type: ignore[misc]

    def _note_the_day(self, day: date) -> None:
        with self.teller.acting(self.told.host, Role.STAFF, day) as now:
            for one in self.going_on:
                one.note_the_day(day, now)

    def _in_line(self) -> Iterator[Happening]:
        """Those referred last: some wait in line, some are not answered, some not sent."""
        told, ago = self.told, 3 * (self.told.waiting + self.told.sent + self.told.drafts)
        for number in range(told.waiting + told.sent):
            then = ago - 3 * number
            waits = number < told.waiting
            yield self._at(then, lambda then=then, waits=waits: self._ask(then, waits=waits))  # type: ignore[misc]
        for number in range(told.drafts):
            yield self._at(number + 1, lambda then=number + 1: self._draft(then))  # type: ignore[misc]

    def _ask(self, ago: int, *, waits: bool) -> None:
        on = self.teller.today - ago * _DAY
        referral = self.refer(self.plan.one(), on)
        if waits:
            with self.teller.acting(self.told.host, Role.STAFF, on) as now:
                actions.put_on_waiting_list(referral, by=now.by, now=now.now, today=on)

    def _draft(self, ago: int) -> None:
        on = self.teller.today - ago * _DAY
        with self.teller.acting(self.told.sender, Role.CASE_OFFICER, on) as now:
            self._written(self.plan.one(), now)

    def _decline(self) -> None:
        on = self.teller.today - self.told.declined_days_ago * _DAY
        referral = self.refer(self.plan.one(), on)
        with self.teller.acting(self.told.host, Role.STAFF, on) as now:
            actions.decline_referral(referral, self.told.declined_because, by=now.by, now=now.now, today=on)

    def _withdraw(self) -> None:
        """One who is there takes the consent back; the placement goes on."""
        on = self.teller.today - self.told.consent_withdrawn_days_ago * _DAY
        path = next(each for each in self.going_on if each.path.extended is None and each.path.first < on)
        with self.teller.acting(self.told.sender, Role.CASE_OFFICER, on) as now:
            consent = Consent.objects.get(participant=self.known[path.path.one.known_as])
            actions.withdraw_consent(consent, by=now.by, now=now.now, today=on)

    def _at(self, ago: int, tell: Callable[[], None]) -> Happening:
        return Happening(self.teller.today - ago * _DAY, _ORDER + 3, tell)


def _checked(teller: Teller, told: PlacementsTold) -> Pool:
    """The pool. StoryError where the story and the agreement do not meet."""
    agreement, where = teller.dossier.agreement, f"story.toml of {teller.partnership.slug}: placements"
    pool = agreement.pool.get(told.pool)
    if pool is None or pool.kind != "training":
        raise StoryError(f"{where}.pool: the agreement has no training places «{told.pool}»")
    for name in ("sender", "host"):
        if getattr(told, name) not in agreement.party:
            raise StoryError(f"{where}.{name}: the agreement has no party «{getattr(told, name)}»")
    if told.declined_because not in Referral.Because.values:
        raise StoryError(f"{where}.declined_because: «{told.declined_because}» is none of {Referral.Because.values}")
    if told.first < agreement.period.first:
        raise StoryError(f"{where}.first: the agreement begins on {agreement.period.first}")
    return pool
