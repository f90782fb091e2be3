"""Months of random evenings through the real acts, beside a model that anyone can follow: night → place → guest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions.bars import bar
from samsyn.web.beds.actions.ending import leave_early, no_show
from samsyn.web.beds.actions.give import give
from samsyn.web.beds.actions.merging import merge, unmerge
from samsyn.web.beds.actions.move import move, swap
from samsyn.web.beds.actions.outage import take_out_of_order
from samsyn.web.beds.actions.override import override
from samsyn.web.beds.models import Block, Guest, Merge, Override, Place, Segment
from samsyn.web.beds.tests.laying import ORDINARY, Laid, a_guest, lay

STAY, REST = 5, 2
DAY = timedelta(days=1)


@dataclass
class Given:
    """As the model remembers it. `over`: first night that neither stay nor quarantine holds."""

    record: UUID
    first: date
    over: date
    counts: bool
    """Holds other places back; an extra place does not, for its quarantine is none."""


class Months(RuleBasedStateMachine):
    """Four records, ten places at two sites. An act happens, or is refused, in both; then they are compared."""

    laid: Laid

    def __init__(self) -> None:
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.night = TODAY
        self.guests = [a_guest(self.laid, name) for name in ("Ana", "Bo", "Chi", "Dan")]
        self.same: dict[UUID, UUID] = {each.pk: each.pk for each in self.guests}
        self.beds: dict[date, dict[UUID, UUID]] = {}
        self.given: dict[UUID, Given] = {}
        self.decided: set[UUID] = set()
        self.broken: dict[UUID, tuple[UUID, date, date]] = {}
        self.barred: list[tuple[UUID, UUID, date, date]] = []
        with acting_as_job(Job.PLACES):
            sites = [self.laid.kajen, self.laid.vinden]
            self.sites = {each.pk: each for each in sites}
            self.places = {each.pk: each for each in Place.objects.filter(site__in=sites)}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    # What the model knows

    @property
    def now(self) -> datetime:
        return datetime.combine(self.night, time(18, 30), tzinfo=UTC)

    def person(self, record: UUID) -> UUID:
        return self.same[record]

    def free(self, site: UUID) -> list[UUID]:
        nights = [self.night + each * DAY for each in range(STAY)]
        return [
            key
            for key, place in self.places.items()
            if place.site_id == site
            and not any(key in self.beds.get(night, {}) for night in nights)
            and not any(bed == key and first < nights[-1] + DAY and self.night < end
                        for bed, first, end in self.broken.values())
        ]  # fmt: skip

    def kept_out(self, person: UUID, site: UUID) -> bool:
        """A block that is not over, or a bar that meets one of the nights."""
        blocked = any(self.person(g.record) == person and g.counts and g.over > self.night for g in self.given.values())
        asleep = any(self.person(who) == person for who in self.beds.get(self.night, {}).values())
        return blocked or asleep or self.is_barred(person, site)

    def is_barred(self, person: UUID, site: UUID) -> bool:
        end = self.night + STAY * DAY
        return any(
            (self.person(who), where) == (person, site) and first < end and self.night < until
            for who, where, first, until in self.barred
        )

    # What happens

    def act(self, what: Callable[[Any], Any]) -> Any:
        """None where it is refused in words; then nothing has happened. The checks of a commit are made."""
        try:
            with self.laid.coordination(today=self.night) as viewer, transaction.atomic():
                done = what(viewer)
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
                return done
        except ValidationError:
            return None

    def in_use(self, number: int) -> Guest:
        with acting_as_job(Job.PLACES):
            return Guest.objects.get(pk=self.person(self.guests[number].pk))

    def asleep(self, number: int) -> Segment | None:
        """The stay of tonight, if any."""
        with acting_as_job(Job.PLACES):
            found = Segment.objects.filter(guest=self.person(self.guests[number].pk), nights__contains=self.night)
            return found.select_related("entitlement", "site", "place", "guest").first()

    _guest, _site = st.integers(0, 3), st.sampled_from(["kajen", "vinden"])

    @rule(number=_guest, where=_site)
    def give_a_place(self, number: int, where: str) -> None:
        guest, site = self.in_use(number), getattr(self.laid, where)
        free, kept_out = self.free(site.pk), self.kept_out(guest.pk, site.pk)
        done = self.act(
            lambda by: give(
                self.laid.partnership, guest, pool=ORDINARY, site=site, night=self.night, by=by, now=self.now
            )
        )
        assert (done is not None) == bool(free and not kept_out), (done, free, kept_out)
        if done:
            self.write_down(done, STAY, STAY + REST)
            assert done.place.pk in free

    def write_down(self, done: Any, stay: int, block: int) -> None:
        record = done.entitlement.guest_id
        over = self.night + block * DAY
        self.given[done.entitlement.pk] = Given(record, self.night, over, counts=block > stay)
        for each in range(stay):
            self.beds.setdefault(self.night + each * DAY, {})[done.place.pk] = record

    @rule(number=_guest, where=_site, later=st.integers(0, 3))
    def move_someone(self, number: int, where: str, later: int) -> None:
        stay, site, first = self.asleep(number), getattr(self.laid, where), self.night + later * DAY
        if stay is None:
            return
        old = stay.place_id
        done = self.act(lambda by: move(stay, to_site=site, from_night=first, by=by, now=self.now))
        if done:
            for night in [each for each in self.beds if each >= first and self.beds[each].get(old)]:
                if self.person(self.beds[night][old]) == stay.guest_id and night < stay.nights.upper:
                    record = self.beds[night].pop(old)
                    assert done.place_id not in self.beds[night], "moved onto someone"
                    self.beds[night][done.place_id] = record

    @rule(one=_guest, other=_guest)
    def swap_two(self, one: int, other: int) -> None:
        mine, theirs = self.asleep(one), self.asleep(other)
        if mine is None or theirs is None or mine.pk == theirs.pk or mine.nights.upper != theirs.nights.upper:
            return
        if not self.act(lambda by: swap(mine, theirs, from_night=self.night, by=by, now=self.now)):
            return
        for night in [each for each in self.beds if self.night <= each < mine.nights.upper]:
            beds = self.beds[night]
            beds[mine.place_id], beds[theirs.place_id] = beds[theirs.place_id], beds[mine.place_id]

    @rule(number=_guest)
    def leave(self, number: int) -> None:
        """In the morning after tonight: the quarantine stands as it was given (the agreement's reading is «full»)."""
        stay = self.asleep(number)
        if stay and self.act(lambda by: leave_early(stay, self.night + DAY, by=by, now=self.now)):
            self.empty(stay.entitlement_id, self.night + DAY)

    @rule(number=_guest)
    def not_come(self, number: int) -> None:
        """Who never came has no quarantine (the reading is «none»); who slept and then did not come has left."""
        stay = self.asleep(number)
        if stay and self.act(lambda by: no_show(stay, self.night, by=by, now=self.now)):
            self.empty(stay.entitlement_id, self.night)
            given = self.given[stay.entitlement_id]
            given.over = self.night if given.first == self.night else given.over

    def empty(self, entitlement: UUID, first: date) -> None:
        with acting_as_job(Job.PLACES):
            places = set(Segment.objects.filter(entitlement=entitlement).values_list("place_id", flat=True))
        given = self.given[entitlement]
        for night in [each for each in self.beds if first <= each < given.first + STAY * DAY]:
            for place in places:
                if self.beds[night].get(place) == given.record:
                    del self.beds[night][place]

    @rule(number=_guest, where=_site, length=st.integers(1, 9))
    def bar_someone(self, number: int, where: str, length: int) -> None:
        guest, site, stay = self.in_use(number), getattr(self.laid, where), self.asleep(number)
        nights = DateRange(self.night, self.night + length * DAY)
        known = {each[:2] for each in self.barred if each[3] > self.night}
        if (guest.pk, site.pk) in known or (stay and stay.site_id != site.pk):
            return
        if self.act(lambda by: bar(guest, site, nights, "Slagsmål.", by=by, now=self.now)):
            self.barred.append((guest.pk, site.pk, nights.start, nights.end))
            if stay:
                self.empty(stay.entitlement_id, self.night)

    @rule(number=_guest)
    def break_the_quarantine(self, number: int) -> None:
        guest = self.in_use(number)
        made = self.act(
            lambda by: override(
                guest, Override.What.QUARANTINE, self.night, "Kyla.", pool=ORDINARY, by=by, now=self.now
            )
        )
        if made and made.pk not in self.decided:  # the same decision again is the one there is
            self.decided.add(made.pk)
            asleep = any(self.person(who) == guest.pk for who in self.beds.get(self.night, {}).values())
            assert not asleep, "a quarantine was broken under a stay"
            for each in self.given.values():
                if self.person(each.record) == guest.pk and each.over > self.night:
                    each.over = self.night

    @rule(number=st.integers(0, 9), length=st.integers(1, 6))
    def break_a_bed(self, number: int, length: int) -> None:
        place = list(self.places.values())[number % len(self.places)]
        if place.label.startswith("E"):
            return
        end = self.night + length * DAY
        taken = any(place.pk in self.beds.get(self.night + each * DAY, {}) for each in range(length))
        known = any(
            bed == place.pk and self.night < until and first < end for bed, first, until in self.broken.values()
        )
        made = self.act(
            lambda by: take_out_of_order(
                place, from_night=self.night, until=end, because="Trasig.", by=by, now=self.now
            )
        )
        assert not (made and taken), "a bed was broken under a guest"
        if made and not known:
            self.broken[made.pk] = (place.pk, self.night, end)

    @rule(one=_guest, other=_guest)
    def find_that_two_are_one(self, one: int, other: int) -> None:
        kept, absorbed = self.in_use(one), self.in_use(other)
        if kept.pk == absorbed.pk:
            return
        done = self.act(lambda by: merge(kept, absorbed, "Samma kort.", by=by, now=self.now, tonight=self.night))
        both = [
            night
            for night, beds in self.beds.items()
            if night >= self.night and {kept.pk, absorbed.pk} <= {self.person(each) for each in beds.values()}
        ]
        assert (done is not None) == (not both)
        if done:
            self.same = {key: kept.pk if who == absorbed.pk else who for key, who in self.same.items()}

    @rule(number=_guest)
    def find_that_they_were_not(self, number: int) -> None:
        with acting_as_job(Job.PLACES):
            made = Merge.objects.filter(absorbed=self.guests[number], undone_at=None).first()
        if made and self.act(lambda by: unmerge(made, by=by, now=self.now)):
            with acting_as_job(Job.PLACES):
                self.same = {each.pk: each.merged_into_id or each.pk for each in Guest.objects.all()}

    @rule(nights=st.integers(1, 4))
    def sleep(self, nights: int) -> None:
        self.night += nights * DAY

    # What must hold

    @invariant()
    def every_bed_is_as_the_model_says(self) -> None:
        with acting_as_job(Job.PLACES):
            found: dict[date, dict[UUID, UUID]] = {}
            for stay in Segment.objects.exclude(nights__isempty=True).select_related("entitlement"):
                for night in _nights(stay.nights):
                    assert stay.place_id not in found.setdefault(night, {}), "two in one bed"
                    assert stay.guest_id
                    assert stay.entitlement.guest_id
                    found[night][stay.place_id] = stay.entitlement.guest_id
                    assert self.person(stay.guest_id) == self.person(stay.entitlement.guest_id)
        assert found == {night: beds for night, beds in self.beds.items() if beds}
        for night, beds in found.items():
            people = [self.person(each) for each in beds.values()]
            assert len(people) == len(set(people)) or night < self.night, "one in two beds on a coming night"

    @invariant()
    def every_block_reaches_as_far_as_the_model_says(self) -> None:
        """By person: the last night that is blocked, wherever it is not past."""
        with acting_as_job(Job.PLACES):
            found: dict[UUID, date] = {}
            for block in Block.objects.exclude(nights__isempty=True).exclude(guest=None):
                assert block.guest_id
                assert block.nights.upper
                who = self.person(block.guest_id)
                found[who] = max(found.get(who, block.nights.upper), block.nights.upper)
        wanted: dict[UUID, date] = {}
        for each in self.given.values():
            who = self.person(each.record)
            wanted[who] = max(wanted.get(who, each.over), each.over)
        coming = {who: over for who, over in wanted.items() if over > self.night}
        assert {who: over for who, over in found.items() if over > self.night} == coming


def _nights(nights: PgRange) -> list[date]:
    assert nights.lower
    assert nights.upper
    return [nights.lower + each * DAY for each in range((nights.upper - nights.lower).days)]


def _run(examples: int, steps: int) -> None:
    class OnThisGround(Months):
        laid = lay(lay_the_table())

    settled = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, database=None,
        suppress_health_check=list(HealthCheck), derandomize=True, print_blob=False, phases=[Phase.generate],
    )  # fmt: skip
    run_state_machine_as_test(OnThisGround, settings=settled)


@pytest.mark.slow
@pytest.mark.django_db
def test_weeks_of_random_acts_end_as_the_model_says() -> None:
    _run(examples=15, steps=30)


@pytest.mark.soak
@pytest.mark.django_db
@pytest.mark.timeout(3600)
def test_months_of_random_acts_end_as_the_model_says() -> None:
    _run(examples=100, steps=60)
