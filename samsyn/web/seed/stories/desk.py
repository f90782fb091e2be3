"""The intake of a twin: in its hours guests are written down and given places; on the demo day it is half done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from samsyn.rules.terms.places import Pool
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds import actions
from samsyn.web.beds.actions.cards import new_card
from samsyn.web.beds.actions.guests import make_guest
from samsyn.web.beds.actions.line import join_line
from samsyn.web.beds.actions.refusals import refuse
from samsyn.web.beds.actions.watch import add_initiative
from samsyn.web.beds.models import Refusal, Site
from samsyn.web.beds.scene import scene_of
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.stories.crowd import Crowd, Person
from samsyn.web.seed.stories.places_told import NightsTold
from samsyn.web.seed.stories.teller import Teller

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_IN_THE_MORNING = 0.4
_RELEASED, _LAST = time(21, 42), time(22, 12)
_DOUBLED = 2
"""So many nights ago the guest with two records got a place."""
_DECIDED, _LOCAL = time(10, 20), time(16, 5)


@dataclass(frozen=True)
class _Hours:
    point: str
    opens: datetime
    closes: datetime


class Desk:
    """`seat`: the party that staffs the coordination, and the body."""

    def __init__(
        self,
        teller: Teller,
        told: NightsTold,
        crowd: Crowd,
        pools: dict[str, Pool],
        seat: tuple[str, str],
        first: date,
        sites: dict[str, Site],
    ) -> None:
        self.teller, self.told, self.crowd, self.pools, self.first, self.sites = (
            teller,
            told,
            crowd,
            pools,
            first,
            sites,
        )
        self.party, self.body = seat
        self.random = crowd.random

    def work(self, night: date, ago: int) -> None:
        """The day's hours, one after the other. On the demo day the extra night comes first, and the line last."""
        hours = self._hours(night)
        wanted = [(pool, each) for pool in self.pools for each in self._who_gets_a_place(pool, night, ago)]
        self.random.shuffle(wanted)
        morning = round(len(wanted) * _IN_THE_MORNING) if len(hours) > 1 else 0
        parts = [wanted[:morning], wanted[morning:]] if morning else [wanted]
        for when, part in zip(hours[-len(parts) :], parts, strict=True):
            self._give_all(night, when, part)
        if not ago:
            self._decide_the_extra_night(night)
            self._let_them_wait(night, hours[-1])

    def give_what_was_released(self, night: date, number: int) -> None:
        """More than half of those who had waited are still there."""
        still = self._hours(night)[-1]
        at = datetime.combine(night, _RELEASED, tzinfo=SWEDEN)
        if not still.opens <= at < still.closes:
            return
        pool = next(key for key in self.pools if key not in self.crowd.women_only)
        free = self._free(pool, night)
        late = self.crowd.who_comes(pool, night, min(round(number * 0.6), free))
        self._give_all(night, _Hours(still.point, at, still.closes), [(pool, each) for each in late])

    def note_who_went_without(self, night: date) -> None:
        """Full is said only where it was."""
        pool = next(key for key in self.pools if key not in self.crowd.women_only)
        reasons = [Refusal.Reason.QUARANTINE] * self.random.randint(0, 2)
        reasons += [Refusal.Reason.DECLINED] * self.random.randint(0, 1)
        if self._free(pool, night) <= 1:
            reasons += [Refusal.Reason.FULL] * self.random.randint(1, 6)
        at = datetime.combine(night, _LAST, tzinfo=SWEDEN)
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            for number, reason in enumerate(reasons):
                sex = self.random.choice(("man", "man", "man", "woman"))
                refuse(self.teller.partnership, pool, night, sex, reason, by=by, now=at + number * _MINUTE)

    def _who_gets_a_place(self, pool: str, night: date, ago: int) -> list[Person]:
        """As many as there are places; on the first nights so many that each night is like the next ones."""
        free = self._free(pool, night)
        length = self.pools[pool].nights or 1
        if (night - self.first).days < length - 1:
            number = min(free, -(-self._places(pool, night) // length))
        elif ago:
            number = free - (self.random.randint(0, 2) if pool in self.crowd.women_only else 0)
        else:
            number = free - self.told.free.get(pool, 0)
        found = self.crowd.who_comes(pool, night, max(0, number))
        if ago == _DOUBLED and pool == self.told.cold.pool and found:
            double = self.told.duplicate
            found[-1] = self.crowd.new(pool, double.first, "man", double.born)
        return found

    def _places(self, pool: str, night: date) -> int:
        places = sum(each.places for each in self.told.site if each.pool == pool)
        broken = next(each for each in self.told.site if each.key == self.told.outage.site).pool == pool
        return places - (broken and night >= self.teller.today - self.told.outage.nights_ago * _DAY)

    def _free(self, pool: str, night: date) -> int:
        return self._places(pool, night) - len(self.crowd.asleep(night, pool))

    def _give_all(self, night: date, when: _Hours, wanted: list[tuple[str, Person]]) -> None:
        between = min(3 * _MINUTE, (when.closes - when.opens) * 0.8 / max(1, len(wanted)))
        with self.teller.acting_at(self.party, Role.STAFF, when.opens) as by:
            scene = scene_of(self.teller.partnership, night, night)
            give = partial(actions.give, self.teller.partnership, night=night, intake=when.point, scene=scene, by=by)
            for number, (pool, person) in enumerate(wanted, 1):
                at = when.opens + number * between
                self._write_down(person, night, by, at)
                self._note(person, give(person.record, pool=pool, now=at), at)

    def _note(self, person: Person, given: actions.Given, at: datetime) -> None:
        nights = given.entitlement.nights
        person.segment, person.site, person.given_at, person.came = given.segment, given.site.key, at, None
        person.first, person.until = nights.lower, nights.upper
        person.may_again = nights.upper + given.entitlement.quarantine_nights * _DAY

    def _write_down(self, person: Person, night: date, by: Viewer, at: datetime) -> None:
        if person.guest is None:
            said: dict[str, Any] = {"by": by, "now": at, "tonight": night}
            person.guest = make_guest(self.teller.partnership, person.known_as, person.sex, person.born or None, **said)
            new_card(person.guest, **said)

    def _decide_the_extra_night(self, night: date) -> None:
        """A person decided in the morning; some who have quarantine have come already."""
        told, site = self.told.cold, self.sites[self.told.cold.site]
        evening = self._hours(night)[-1]
        at = datetime.combine(night, _DECIDED, tzinfo=SWEDEN)
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            actions.decide_extra_night(
                self.teller.partnership, told.pool, night, "cold_night", told.reason, told.forecast, told.source,
                site=site, number=told.places, by=by, now=at,
            )  # fmt: skip
            local = self.told.initiative
            add_initiative(
                self.teller.partnership, local.name, night=night, places=local.places, contact=local.contact,
                kept_by=self.body, by=by, now=datetime.combine(night, _LOCAL, tzinfo=SWEDEN),
            )  # fmt: skip
            for number, person in enumerate(self._out_in_the_cold(night)[: told.given], 1):
                actions.give(
                    self.teller.partnership, person.record, pool=told.pool, site=site, night=night, kind="cold_night",
                    intake=evening.point, by=by, now=evening.opens + 40 * _MINUTE + number * _MINUTE,
                )  # fmt: skip

    def _out_in_the_cold(self, night: date) -> list[Person]:
        found = [each for each in self.crowd.quarantined(night) if each is not self.crowd.barred]
        return [each for each in found if each.guest is not None]

    def _let_them_wait(self, night: date, when: _Hours) -> None:
        """In the line of each pool. The record that is likely a second one of a guest waits too, and who is barred."""
        at = when.opens + 45 * _MINUTE
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            for pool, number in self.told.waiting.items():
                for person in self._who_waits(pool, night, number):
                    at += 2 * _MINUTE
                    self._write_down(person, night, by, at)
                    join_line(self.teller.partnership, person.record, pool=pool, night=night, by=by, now=at)
            refuse(self.teller.partnership, self.told.cold.pool, night, "man", Refusal.Reason.DECLINED, by=by, now=at)

    def _who_waits(self, pool: str, night: date, number: int) -> list[Person]:
        if pool in self.crowd.women_only:
            return self.crowd.who_comes(pool, night, number)
        double = Person(self.told.duplicate.second, "man", 0, pool)
        barred = self.crowd.barred
        known = [double, *([barred] if barred and barred.may_again <= night else [])]
        return [*known, *self.crowd.who_comes(pool, night, max(0, number - len(known)))][:number]

    def _hours(self, day: date) -> list[_Hours]:
        """Of the points of intake that are open on the day, by the hour; without any that has hours the evening."""
        points = [each for each in self.teller.dossier.agreement.intake_point.values() if each.opens and each.closes]
        found = [
            _Hours(each.id, _at(day, each.opens or ""), _at(day, each.closes or ""))
            for each in points
            if not each.days or _WEEKDAYS[day.weekday()] in each.days
        ]
        return sorted(found, key=lambda each: each.opens) or [_Hours("", _at(day, "18:00"), _at(day, "22:00"))]


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=SWEDEN)
