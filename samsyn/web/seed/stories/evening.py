"""One site of a twin, one night: who comes, who does not, who leaves, and what the staff write down."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from samsyn.rules.quantities import DateRange
from samsyn.web.beds import actions
from samsyn.web.beds.actions.watch import note_incident, write_note
from samsyn.web.beds.models import Site
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.stories.crowd import Crowd, Person
from samsyn.web.seed.stories.places_told import NightsTold, SiteTold
from samsyn.web.seed.stories.teller import Teller

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_LEAVES_EARLY, _DOES_NOT_COME = 0.3, 0.05
_NOTED, _BARRED, _LATEST = time(21, 36), time(20, 40), time(21, 28)
_ON_THE_WAY, _HALF = 25 * _MINUTE, 0.4
_STILL_INSIDE = 2
"""So many at each site are about to leave on the demo day's morning."""


class AtSite:
    """`body`: the one that coordinates."""

    def __init__(
        self, teller: Teller, told: NightsTold, of: SiteTold, site: Site, crowd: Crowd, night: date, body: str
    ) -> None:
        self.teller, self.told, self.of, self.site, self.crowd, self.night = teller, told, of, site, crowd, night
        self.body, self.random = body, crowd.random
        self.party = teller.dossier.agreement.site[of.key].by or ""

    def go_out(self, slept: date, *, leaving_some: bool) -> None:
        """In the morning after `slept`, before the house closes."""
        closes = self._at(self.of.out_by)
        here = [each for each in self.crowd.people if each.site == self.of.key and each.came is not None]
        here = [each for each in here if each.came is not None and each.came.night == slept]
        with self.teller.acting_at(self.party, Role.STAFF, closes) as by:
            for person in here[: len(here) - _STILL_INSIDE * leaving_some]:
                assert person.came is not None
                actions.check_out(person.came, by=by, now=closes - self.random.randint(3, 70) * _MINUTE)

    def leave_early(self) -> None:
        """Now and then someone has gone on; the place is free from this night."""
        staying = [each for each in self._sleeping() if each.first < self.night]
        if not staying or self.random.random() > _LEAVES_EARLY:
            return
        person, at = self.random.choice(staying), self._at(self.of.out_by)
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            actions.leave_early(person.stay, self.night, by=by, now=at)
        person.until = self.night

    def who_did_not_come(self) -> list[Person]:
        """Of those whose first night it is. They may ask again the next day."""
        new = [each for each in self._sleeping() if each.first == self.night]
        missing = [each for each in new if self.random.random() < _DOES_NOT_COME]
        at = self._at(_NOTED)
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            for person in missing:
                actions.no_show(person.stay, self.night, by=by, now=at)
                person.until, person.may_again = self.night, self.night + _DAY
        return missing

    def come(self, *, half: bool) -> None:
        """Until the latest hour. `half`: it is still early, and fewer than half have come."""
        opens, latest = self._at(self.of.opens), self._at(_LATEST)
        coming = [each for each in self._sleeping() if not half or self.random.random() < _HALF]
        with self.teller.acting_at(self.party, Role.STAFF, opens) as by:
            for person in coming:
                minutes = self.random.randint(2, 75 if half else (latest - opens) // _MINUTE)
                at = max(opens + minutes * _MINUTE, (person.given_at or opens) + _ON_THE_WAY)
                person.came = actions.arrive(person.stay, self.night, by=by, now=at)

    def bar_someone(self, ago: int) -> None:
        told = self.told.bar
        staying = [each for each in self._sleeping() if each.first < self.night and each.sex == "man"]
        if (ago, self.of.key) != (told.nights_ago, told.site) or not staying:
            return
        person, at = staying[0], self._at(_BARRED)
        with self.teller.acting_at(self.party, Role.STAFF, at) as by:
            note_incident(
                self.teller.partnership, told.incident, police_called=False, kept_by=self.body, night=self.night,
                today=self.night, site=self.site, by=by, now=at,
            )  # fmt: skip
            nights = DateRange(self.night, self.night + told.nights * _DAY)
            actions.bar(person.record, self.site, nights, told.reason, by=by, now=at + 10 * _MINUTE)
        person.until, person.gone, self.crowd.barred = self.night, True, person

    def write_the_log(self, ago: int) -> None:
        for told in self.told.log:
            if (told.nights_ago, told.site) == (ago, self.of.key):
                at = self._at(told.at)
                with self.teller.acting_at(self.party, Role.STAFF, at) as by:
                    write_note(self.site, told.says, kept_by=self.body, night=self.night, by=by, now=at)

    def _sleeping(self) -> list[Person]:
        return [each for each in self.crowd.asleep(self.night) if each.site == self.of.key]

    def _at(self, clock: time) -> datetime:
        return datetime.combine(self.night, clock, tzinfo=SWEDEN)
