"""Weeks of nights at the sites of a twin, up to an evening on which the intake is going on.

1. the sites are opened; 2. each night: some leave early, places are given at the intake in its hours, some do not come
and their places go to the line, who came and went out in the last nights, who went without; 3. tonight is left in the
middle of its evening: places to give, a line, some arrived.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from samsyn.rules.meetings.seats import behind
from samsyn.rules.terms.places import Pool
from samsyn.web.beds import actions
from samsyn.web.beds.models import Place, Site
from samsyn.web.beds.scene import coordination_of
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.stories.crowd import Crowd
from samsyn.web.seed.stories.desk import Desk
from samsyn.web.seed.stories.evening import AtSite
from samsyn.web.seed.stories.places_told import NightsTold
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.teller import Happening, Teller

_DAY = timedelta(days=1)
_MORNING, _DESK, _EVENING = 60, 70, 80
_OPENED = time(8)


def nights_of(teller: Teller, story: Story) -> Iterator[Happening]:
    if story.nights is None:
        return
    told = _Nights(teller, story.nights)
    first, today = told.first, teller.today
    yield Happening(first, _MORNING - 1, told.open_the_sites)
    for ago in range((today - first).days, -1, -1):
        night = today - ago * _DAY
        yield Happening(night, _MORNING, lambda night=night, ago=ago: told.morning(night, ago))  # type: ignore[misc]
        yield Happening(night, _DESK, lambda night=night, ago=ago: told.desk.work(night, ago))  # type: ignore[misc]
        yield Happening(night, _EVENING, lambda night=night, ago=ago: told.evening(night, ago))  # type: ignore[misc]


class _Nights:
    def __init__(self, teller: Teller, told: NightsTold) -> None:
        self.teller, self.told = teller, told
        self.agreement = teller.dossier.agreement
        self.first = max(teller.today - told.nights * _DAY, self.agreement.period.first)
        self.pools = _checked(teller, told)
        women = frozenset(key for key, pool in self.pools.items() if pool.sexes == ("woman",))
        self.crowd = Crowd(told, Random(told.seed), women)
        self.sites: dict[str, Site] = {}
        self.desk = Desk(teller, told, self.crowd, self.pools, _coordinator(teller), self.first, self.sites)

    def open_the_sites(self) -> None:
        at = datetime.combine(self.first, _OPENED, tzinfo=SWEDEN)
        for told in self.told.site:
            house = self.agreement.site[told.key]
            with self.teller.acting_at(house.by or "", Role.STAFF, at) as by:
                self.sites[told.key] = site = actions.open_site(
                    self.teller.partnership, organisation=self.teller.organisations[house.by or ""], key=told.key,
                    name=house.name, address=told.address, phone=told.phone, opens=told.opens, out_by=told.out_by,
                    by=by, now=at,
                )  # fmt: skip
                labels = [str(each) for each in range(1, told.places + 1)]
                actions.add_places(site, pool=told.pool, labels=labels, from_night=self.first, by=by, now=at)

    def morning(self, night: date, ago: int) -> None:
        """Those who slept go out; someone leaves for good; what is broken is taken out of use."""
        for each in self._at_sites(night):
            if ago < self.told.in_detail:
                each.go_out(night - _DAY, leaving_some=ago == 0)
            each.leave_early()
        if ago == self.told.outage.nights_ago:
            self._take_out_of_order(night)

    def evening(self, night: date, ago: int) -> None:
        """At the sites, and at the intake for what they release."""
        sites = self._at_sites(night)
        for each in sites:
            each.bar_someone(ago)
            each.write_the_log(ago)
        if ago:
            missing = [person for each in sites for person in each.who_did_not_come()]
            self.desk.give_what_was_released(night, len(missing))
            self.desk.note_who_went_without(night)
        for each in sites:
            if ago <= self.told.in_detail:
                each.come(half=ago == 0)

    def _at_sites(self, night: date) -> list[AtSite]:
        return [
            AtSite(self.teller, self.told, each, self.sites[each.key], self.crowd, night, self.desk.body)
            for each in self.told.site
        ]

    def _take_out_of_order(self, night: date) -> None:
        told = self.told.outage
        at = datetime.combine(night, time(8, 40), tzinfo=SWEDEN)
        with self.teller.acting_at(self.agreement.site[told.site].by or "", Role.STAFF, at) as by:
            place = Place.objects.get(site=self.sites[told.site], label=told.label)
            sleeping = [each for each in self.crowd.asleep(night) if each.stay.place_id == place.pk]
            for each in sleeping:
                each.segment = actions.move(each.stay, to_site=self.sites[told.site], from_night=night, by=by, now=at)
            actions.take_out_of_order(place, from_night=night, because=told.because, by=by, now=at)


def _checked(teller: Teller, told: NightsTold) -> dict[str, Pool]:
    """The pools that the sites have places of. StoryError where the story and the agreement do not meet."""
    agreement, where = teller.dossier.agreement, f"story.toml of {teller.partnership.slug}: nights"
    for number, each in enumerate(told.site):
        if each.key not in agreement.site:
            raise StoryError(f"{where}.site.{number}.key: the agreement has no site «{each.key}»")
        if each.pool not in agreement.pool or agreement.pool[each.pool].kind != "night":
            raise StoryError(f"{where}.site.{number}.pool: the agreement has no night places «{each.pool}»")
    pools = {each.pool: agreement.pool[each.pool] for each in told.site}
    for key, pool in pools.items():
        parts = sum(each.places for each in pools.values() if each.part_of == key)
        here = sum(each.places for each in told.site if each.pool == key)
        if here != pool.places - parts:
            raise StoryError(f"{where}.site: {here} places of «{key}», the agreement has {pool.places - parts}")
    houses = {each.key for each in told.site}
    named = {"bar": told.bar.site, "outage": told.outage.site, "cold": told.cold.site}
    named |= {f"log.{number}": each.site for number, each in enumerate(told.log)}
    for key, site in named.items():
        if site not in houses:
            raise StoryError(f"{where}.{key}.site: «{site}» is not among nights.site")
    for name in ("free", "waiting"):
        if set(getattr(told, name)) - set(pools):
            raise StoryError(f"{where}.{name}: names a pool that no site has")
    return pools


def _coordinator(teller: Teller) -> tuple[str, str]:
    """Party and body. The demo person with the seat is of the staff (`people.seat`)."""
    agreement = teller.dossier.agreement
    body = coordination_of(agreement)
    parties = {key: key for key in agreement.party}
    found = behind(agreement, body.members[0], parties) if body and body.members else None
    if body is None or found is None:
        raise StoryError(f"story.toml of {teller.partnership.slug}: nights: no party staffs the coordination")
    return found, body.id
