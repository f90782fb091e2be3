"""A slow and obvious model of night places: for each night who sleeps where, and which nights a guest must wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from samsyn.rules.places import Kind
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool, Quarantine
from tests.generative.agreements import SAYS, agreement

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 20)
"""Over the night when the clocks change and the ends of two months."""
BEDS, WOMEN = "beds", "women"
EARLY = ("full", "none", "from_departure")


@st.composite
def quarantines(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "nights": draw(st.integers(0, 4)),
        "after_early_departure": draw(st.sampled_from(EARLY)),
        "after_no_show": draw(st.sampled_from(EARLY)),
        "after_extra_night": draw(st.sampled_from(["none", "full"])),
        "after_special_event": draw(st.sampled_from(["none", "full"])),
        "across_pools": draw(st.sampled_from(["all", "same_pool"])),
        "holds_on_extra_nights": draw(st.booleans()),
    }


@st.composite
def shelters(draw: st.DrawFn) -> Agreement:
    """Two pools, one part of the other, with any numbers and any readings."""
    base = {**SAYS, "kind": "night"}
    beds = {**base, "id": BEDS, "places": 5, "nights": draw(st.integers(1, 7)), "quarantine": draw(quarantines())}
    women = {**base, "id": WOMEN, "places": 2, "nights": draw(st.integers(1, 7)), "quarantine": draw(quarantines())}
    women |= {"part_of": BEDS, "sexes": ["woman"]}
    return agreement({
        "agreement": {"id": "generated", "name": "Ett", "title": "Ett", "purpose": "Att.", "purpose_clause": "1"},
        "source": {**SAYS, "id": "source", "status": "signed"},
        "period": {**SAYS, "id": "period", "first": FIRST, "last": LAST},
        "party": {name: {**SAYS, "id": name, "name": name, "kind": "civil"} for name in ("board", "association")},
        "pool": {BEDS: beds, WOMEN: women},
    })  # fmt: skip


def run(first: date, length: int) -> set[date]:
    return {first + timedelta(days=n) for n in range(length)}


@dataclass
class Stay:
    """What was given to a guest, how it ended, and from which night its quarantine was broken."""

    number: int
    guest: str
    pool: str
    kind: Kind
    first: date
    how: str = ""
    on: date | None = None
    broken: date | None = None
    merged: bool = False


@dataclass
class Model:
    """Everything as nights. Nothing here knows of ranges, schemes or blocks."""

    terms: Agreement
    stays: list[Stay] = field(default_factory=list)
    beds: dict[date, dict[str, str]] = field(default_factory=dict)
    """Night → guest → place."""
    barred: dict[str, set[date]] = field(default_factory=dict)

    def pool(self, name: str) -> Pool:
        return self.terms.pool[name]

    def rules(self, name: str) -> Quarantine:
        found = self.pool(name).quarantine
        assert found is not None
        return found

    def length(self, pool: str, kind: Kind) -> int:
        return (self.pool(pool).nights or 1) if kind is Kind.ORDINARY else 1

    def waiting(self, pool: str, kind: Kind) -> int:
        rules = self.rules(pool)
        after = {Kind.COLD_NIGHT: rules.after_extra_night, Kind.SPECIAL_EVENT: rules.after_special_event}
        return rules.nights if after.get(kind, "full") == "full" else 0

    def slept(self, stay: Stay) -> set[date]:
        planned = run(stay.first, self.length(stay.pool, stay.kind))
        return {night for night in planned if stay.on is None or night < stay.on}

    def waits(self, stay: Stay) -> set[date]:
        """The nights after the last one slept on which the guest must wait."""
        length, after = self.length(stay.pool, stay.kind), self.waiting(stay.pool, stay.kind)
        if stay.on is None:
            nights = run(stay.first + timedelta(days=length), after)
        else:
            rules = self.rules(stay.pool)
            came = stay.how != "no_show" or stay.on > stay.first
            reading = rules.after_early_departure if came else rules.after_no_show
            nights = {
                "none": set(),
                "from_departure": run(stay.on, after),
                "full": run(stay.first, length + after) - self.slept(stay),
            }[reading]
        return {night for night in nights if stay.broken is None or night < stay.broken}

    def together(self, one: str, other: str) -> bool:
        """Does the quarantine after one pool hold in the other?"""
        return one == other or all(self.rules(name).across_pools == "all" for name in (one, other))

    def apart(self, pool: str, kind: Kind) -> bool:
        """An extra place that no quarantine keeps anyone from."""
        return kind is not Kind.ORDINARY and not self.rules(pool).holds_on_extra_nights

    def may(self, guest: str, sex: str, pool: str, kind: Kind, first: date) -> bool:
        sexes = self.pool(pool).sexes
        if not FIRST <= first <= LAST or (sexes and sex not in sexes):
            return False
        mine = run(first, self.length(pool, kind))
        if mine & self.barred.get(guest, set()):
            return False
        wait = run(first + timedelta(days=len(mine)), self.waiting(pool, kind))
        return not any(self._hinders(stay, pool, kind, mine, wait) for stay in self.of(guest))

    def _hinders(self, stay: Stay, pool: str, kind: Kind, mine: set[date], wait: set[date]) -> bool:
        slept, waits = self.slept(stay), self.waits(stay)
        if slept & mine:
            return True
        if self.apart(pool, kind) or not self.together(stay.pool, pool):
            return False
        return bool(waits & (mine | wait)) or (not self.apart(stay.pool, stay.kind) and bool(slept & wait))

    def first_night(self, guest: str, sex: str, pool: str, kind: Kind, first: date) -> date | None:
        """Each night is tried, one after the other."""
        days = ((LAST - min(first, LAST)).days + 1) + (FIRST - min(first, FIRST)).days
        nights = (first + timedelta(days=n) for n in range(days))
        return next((night for night in nights if self.may(guest, sex, pool, kind, night)), None)

    def of(self, guest: str) -> Iterator[Stay]:
        return (stay for stay in self.stays if stay.guest == guest)

    def sleeps(self, night: date) -> dict[str, str]:
        return self.beds.setdefault(night, {})
