"""Weeks of random acts at the shelters of any agreement, beside a slow model that only knows nights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.places import (
    Answer,
    Barred,
    Block,
    Ended,
    Hindrance,
    How,
    Kind,
    Outage,
    Segment,
    Standing,
    blocks,
    entitlement,
    free_places,
    lifted,
    may_have,
    overview,
    united,
)
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Sex
from tests.generative.places import BEDS, FIRST, WOMEN, Model, Stay, shelters

ALWAYS = DateRange(FIRST, date(2027, 2, 1))
STANDINGS = [Standing(str(number), BEDS if number < 3 else WOMEN, ALWAYS, "site") for number in range(5)]
SEXES: dict[str, Sex] = {"a": "woman", "b": "woman", "c": "man", "d": "not_stated"}
ACTS = ("give", "give", "give", "give", "leave", "no_show", "bar", "move", "break", "merge", "outage", "pass", "pass")


class Shelter:
    """What is kept: entitlements as `Stay`, segments, outages and bars. All that follows comes from the rules."""

    def __init__(self, terms: Agreement) -> None:
        self.terms, self.model, self.tonight = terms, Model(terms), FIRST
        self.segments: dict[int, list[Segment]] = {}
        self.outages: list[Outage] = []
        self.bars: dict[str, list[Barred]] = {}

    def all_segments(self) -> list[Segment]:
        return [each for segments in self.segments.values() for each in segments]

    def blocks_of(self, guest: str) -> list[Block]:
        """The rows as the database keeps them: each stay's, cut where broken, without overlap."""
        found: list[Block] = []
        for stay in self.model.of(guest):
            ended = Ended(How(stay.how), stay.on) if stay.on else None
            for block in blocks(entitlement(self.terms, stay.pool, stay.first, stay.kind), ended):
                kept = block if stay.broken is None else lifted(block, stay.broken)
                found += [kept] if kept else []
        return [each for kept_by_scheme in united(found).values() for each in kept_by_scheme]

    def ask(self, guest: str, pool: str, kind: Kind, first: date) -> Answer:
        stays = [each.nights for each in self.all_segments() if each.guest == guest]
        mine, bars = self.blocks_of(guest), self.bars.get(guest, ())
        return may_have(self.terms, pool, first, SEXES[guest], kind, mine, bars, "site", stays=stays)

    def give(self, guest: str, pool: str, kind: Kind, first: date, choice: int) -> None:
        answer = self.ask(guest, pool, kind, first)
        sex = SEXES[guest]
        assert answer.allowed is self.model.may(guest, sex, pool, kind, first), answer
        assert answer.from_when == self.model.first_night(guest, sex, pool, kind, first), answer
        if answer.given is None:
            assert answer.hindrance is not None
            return
        nights = answer.given.nights
        found = free_places(STANDINGS, self.outages, self.all_segments(), nights)[pool]
        assert found == self._empty(pool, nights)
        if found:
            self._place(Stay(len(self.model.stays), guest, pool, kind, first), nights, found[choice % len(found)])

    def end(self, guest: str, how: How) -> None:
        """The stay that goes on tonight, or the coming one: it did not begin."""
        for stay in self.model.of(guest):
            last = max(self.model.slept(stay), default=None)
            if stay.on is None and last is not None and last >= self.tonight:
                stay.how, stay.on = how.value, max(self.tonight, stay.first)
                self._cut(stay, stay.on)
                return

    def move(self, guest: str, choice: int) -> None:
        """To another place in the same pool, from tonight, for the nights that are left."""
        for stay in self.model.of(guest):
            here = [each for each in self.segments[stay.number] if self.tonight in each.nights]
            for segment in here:
                left = DateRange(self.tonight, segment.nights.end)
                found = free_places(STANDINGS, self.outages, self.all_segments(), left)[stay.pool]
                if found:
                    self._cut(stay, self.tonight)
                    self._sleep(stay, left, found[choice % len(found)])
                return

    def break_quarantine(self, guest: str, pool: str) -> None:
        """Someone with the mandate decides: what is over keeps the guest from nothing from tonight on."""
        if self.ask(guest, pool, Kind.ORDINARY, self.tonight).hindrance is Hindrance.QUARANTINE:
            for stay in self.model.of(guest):
                if stay.broken is None and all(night < self.tonight for night in self.model.slept(stay)):
                    stay.broken = self.tonight
            assert self.ask(guest, pool, Kind.ORDINARY, self.tonight).hindrance is not Hindrance.QUARANTINE

    def merge(self, guest: str, other: str) -> None:
        """Two records of one guest, unless they slept in two places on a night: then one stay is ended first."""
        both = [*self.model.of(guest), *self.model.of(other)]
        slept = [night for stay in both for night in self.model.slept(stay)]
        if guest == other or len(slept) != len(set(slept)):
            return
        for stay in both:
            stay.guest, stay.merged = guest, True
            self.segments[stay.number] = [replace(each, guest=guest) for each in self.segments[stay.number]]
        for sleeping in self.model.beds.values():
            if other in sleeping:
                sleeping[guest] = sleeping.pop(other)
        self.bars.setdefault(guest, []).extend(self.bars.pop(other, []))
        self.model.barred.setdefault(guest, set()).update(self.model.barred.pop(other, set()))

    def bar(self, guest: str, days: int) -> None:
        nights = DateRange(self.tonight, self.tonight + timedelta(days=days))
        self.bars.setdefault(guest, []).append(Barred("site", nights))
        self.model.barred.setdefault(guest, set()).update(_days(nights))

    def outage(self, place: str, days: int) -> None:
        self.outages.append(Outage(place, DateRange(self.tonight, self.tonight + timedelta(days=days))))

    def _empty(self, pool: str, nights: DateRange) -> list[str]:
        out = {(each.place, night) for each in self.outages for night in _days(each.nights)}
        return [
            each.place
            for each in STANDINGS
            if each.pool == pool
            and not any((each.place, night) in out for night in _days(nights))
            and not any(each.place in self.model.sleeps(night).values() for night in _days(nights))
        ]

    def _place(self, stay: Stay, nights: DateRange, place: str) -> None:
        self.model.stays.append(stay)
        self.segments[stay.number] = []
        self._sleep(stay, nights, place)

    def _sleep(self, stay: Stay, nights: DateRange, place: str) -> None:
        self.segments[stay.number].append(Segment(place, stay.guest, nights))
        for night in _days(nights):
            assert stay.guest not in self.model.sleeps(night)
            assert place not in self.model.sleeps(night).values()
            self.model.sleeps(night)[stay.guest] = place

    def _cut(self, stay: Stay, on: date) -> None:
        cut = [each.nights.overlap(DateRange(FIRST, on)) if on > FIRST else None for each in self.segments[stay.number]]
        kept = zip(self.segments[stay.number], cut, strict=True)
        gone = [night for each in self.segments[stay.number] for night in _days(each.nights) if night >= on]
        self.segments[stay.number] = [replace(each, nights=nights) for each, nights in kept if nights]
        for night in gone:
            del self.model.sleeps(night)[stay.guest]

    def check(self) -> None:
        """Nobody in two places, no place with two; rows without overlap; quarantine kept; the rows count right."""
        for one, other in combinations(self.all_segments(), 2):
            if one.nights.overlap(other.nights):
                assert one.place != other.place
                assert one.guest != other.guest
        for guest in SEXES:
            for one_block, other_block in combinations(self.blocks_of(guest), 2):
                if one_block.scheme == other_block.scheme:
                    assert one_block.nights.overlap(other_block.nights) is None
        self._quarantine_is_kept()
        slept = {(each.guest, night): each.place for each in self.all_segments() for night in _days(each.nights)}
        assert slept == {
            (guest, night): place for night, found in self.model.beds.items() for guest, place in found.items()
        }
        for row in overview(STANDINGS, self.outages, self.all_segments(), self.tonight):
            taken = [p for p in self.model.sleeps(self.tonight).values() if _pool(p) == row.pool]
            assert (row.held, row.occupied) == (len(taken), 0)
            assert row.places == row.free + row.held + row.out_of_order

    def _quarantine_is_kept(self) -> None:
        for one in self.model.stays:
            for other in self.model.of(one.guest):
                if one is not other and not one.merged and not other.merged and one.kind is other.kind is Kind.ORDINARY:
                    hit = self.model.waits(one) & self.model.slept(other)
                    assert not hit or not self.model.together(one.pool, other.pool)


def _days(nights: DateRange) -> list[date]:
    return [nights.start + timedelta(days=n) for n in range(nights.days)]


def _pool(place: str) -> str:
    return next(each.pool for each in STANDINGS if each.place == place)


numbers = st.integers(0, 11)
acts = st.lists(
    st.tuples(
        st.sampled_from(ACTS), st.sampled_from(list(SEXES)), st.sampled_from([BEDS, WOMEN]), numbers, numbers,
    ),
    min_size=5,
    max_size=45,
)  # fmt: skip


def do(shelter: Shelter, act: str, guest: str, pool: str, one: int, other: int) -> None:
    """An act with two numbers that choose what it is done with."""
    if act == "give":
        kind = [Kind.ORDINARY, Kind.ORDINARY, Kind.COLD_NIGHT, Kind.SPECIAL_EVENT][one % 4]
        ahead = other % 4 if kind is Kind.ORDINARY else 0
        shelter.give(guest, pool, kind, shelter.tonight + timedelta(days=ahead), other)
    elif act in ("leave", "no_show"):
        shelter.end(guest, How.NO_SHOW if act == "no_show" else How.LEFT)
    elif act == "bar":
        shelter.end(guest, How.BARRED)
        shelter.bar(guest, one + 1)
    elif act == "move":
        shelter.move(guest, other)
    elif act == "break":
        shelter.break_quarantine(guest, pool)
    elif act == "merge":
        shelter.merge(guest, list(SEXES)[other % len(SEXES)])
    elif act == "outage":
        shelter.outage(str(one % len(STANDINGS)), other + 1)
    else:
        shelter.tonight += timedelta(days=1 + one % 4)


@settings(deadline=None, max_examples=200)
@given(shelters(), acts)
def test_weeks_of_acts_give_the_same_nights_as_a_slow_and_obvious_model(
    terms: Agreement, what: list[tuple[str, str, str, int, int]]
) -> None:
    shelter = Shelter(terms)
    for act in what:
        do(shelter, *act)
        shelter.check()
