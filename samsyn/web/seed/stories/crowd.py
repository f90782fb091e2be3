"""The invented guests: what they call themselves, who comes back and when. The same each time the story is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from samsyn.web.beds.models import Guest, Night, Segment
from samsyn.web.seed.stories.places_told import NightsTold

_YOUNGEST, _OLDEST = 2005, 1955
_COMES_BACK = 0.85
_MEN, _WOMEN = 0.88, 0.98
"""Of those who take an ordinary place: men up to the first, women up to the second, others after it."""
_INITIALS = "ABCDGILMNPRST"


@dataclass
class Person:
    """Someone who comes to the intake. `first` and `until` are the nights of the stay that goes on, or went on last."""

    known_as: str
    sex: str
    born: int
    pool: str
    guest: Guest | None = None
    segment: Segment | None = None
    site: str = ""
    given_at: datetime | None = None
    came: Night | None = None
    first: date = date.min
    until: date = date.min
    """The first night not slept."""
    may_again: date = date.min
    """The first night after the quarantine."""
    gone: bool = False

    def sleeps(self, night: date) -> bool:
        return self.segment is not None and self.first <= night < self.until

    @property
    def record(self) -> Guest:
        assert self.guest is not None
        return self.guest

    @property
    def stay(self) -> Segment:
        assert self.segment is not None
        return self.segment


@dataclass
class Crowd:
    """`women_only`: the pools that are for women."""

    told: NightsTold
    random: Random
    women_only: frozenset[str]
    people: list[Person] = field(default_factory=list)
    barred: Person | None = None
    _used: Counter[str] = field(default_factory=Counter)
    _years: set[tuple[str, int]] = field(default_factory=set)

    def asleep(self, night: date, pool: str = "") -> list[Person]:
        return [each for each in self.people if each.sleeps(night) and pool in ("", each.pool)]

    def quarantined(self, night: date) -> list[Person]:
        return [each for each in self.people if each.until <= night < each.may_again]

    def who_comes(self, pool: str, night: date, number: int) -> list[Person]:
        """Those whose quarantine is over, most of them, and then new ones. Each time another order."""
        back = [each for each in self.people if each.pool == pool and each.may_again <= night and not each.gone]
        back = [each for each in back if each.segment is not None and not each.sleeps(night)]
        for each in back:
            each.gone = self.random.random() > _COMES_BACK
        found = [each for each in back if not each.gone][:number]
        found += [self.new(pool) for _ in range(number - len(found))]
        self.random.shuffle(found)
        return found

    def new(self, pool: str, known_as: str = "", sex: str = "", born: int = 0) -> Person:
        sex = sex or self._sex(pool)
        known_as = known_as or self._name(sex)
        person = Person(known_as, sex, born or self._year(known_as), pool)
        self.people.append(person)
        return person

    def _sex(self, pool: str) -> str:
        if pool in self.women_only:
            return "woman"
        drawn = self.random.random()
        return "man" if drawn < _MEN else "woman" if drawn < _WOMEN else self.random.choice(("other", "not_stated"))

    def _name(self, sex: str) -> str:
        names = {"man": self.told.men, "woman": self.told.women}.get(sex, self.told.others)
        fewest = min(self._used[each] for each in names)
        name = self.random.choice([each for each in names if self._used[each] == fewest])
        self._used[name] += 1
        return name if fewest == 0 else f"{name} {_INITIALS[(len(name) * 5 + fewest * 3) % len(_INITIALS)]}."

    def _year(self, known_as: str) -> int:
        """Nobody with a name that begins alike is born the same year: only one pair looks like one guest."""
        while True:
            year = self.random.randint(_OLDEST, _YOUNGEST)
            if (key := (known_as[:2].lower(), year)) not in self._years:
                self._years.add(key)
                return year
