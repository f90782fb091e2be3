"""The plan of a year of training places: who has which place when, and how it goes. Pure, the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from samsyn.rules.places import last_day
from samsyn.web.seed.stories.places_told import ExtensionTold, PlacementsTold

_WEEK, _DAY = timedelta(weeks=1), timedelta(days=1)
_BREAKS_OFF = 0.15
_LATEST_START, _EARLIEST_START = 2, 13
"""Weeks ago that those who are there on the demo day began."""
_RESULTS = ("followed_plan", "followed_plan", "followed_plan", "partly")
_OUTCOMES = ("work", "studies", "continued", "unknown", "unknown", "other")
_INITIALS = "ABDEFGHJKLMNOPRST"


@dataclass
class One:
    """A participant, with the year of birth and the language (BCP 47)."""

    known_as: str
    sex: str
    birth_year: int
    language: str


@dataclass
class Path:
    """One placement on place `number`: from a Monday through `last` as planned. `ended`: the last day there was."""

    one: One
    number: int
    first: date
    last: date
    ended: date | None = None
    result: str = ""
    outcome: str = ""
    extended: ExtensionTold | None = None
    again: One | None = None

    @property
    def until(self) -> date:
        return self.ended or self.last


@dataclass
class Plan:
    """`months` is how long a placement is at most; `places` how many there are."""

    told: PlacementsTold
    months: int
    places: int
    today: date
    random: Random = field(init=False)
    _used: Counter[str] = field(default_factory=Counter)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.random = Random(self.told.seed)

    def paths(self) -> list[Path]:
        """By first day. On each place the one that goes on, and backwards those before it."""
        found = [path for number in range(1, self.places + 1) for path in self._on(number)]
        found.sort(key=lambda each: (each.first, each.number))
        self._come_back(found)
        return found

    def one(self) -> One:
        women = self.random.random() < 0.5
        names = self.told.women if women else self.told.men
        fewest = min(self._used[each] for each in names)
        name = self.random.choice([each for each in names if self._used[each] == fewest])
        self._used[name] += 1
        known_as = f"{name} {self.random.choice(_INITIALS)}."
        while known_as in self._taken:
            known_as = f"{name} {self.random.choice(_INITIALS)}."
        self._taken.add(known_as)
        year = self.random.randint(1966, 2004)
        return One(known_as, "woman" if women else "man", year, self.random.choice(self.told.languages))

    def _on(self, number: int) -> Iterator[Path]:
        extended = dict(enumerate(self.told.extension, 1)).get(number)
        weeks = extended.weeks_ago if extended else self.random.randint(_LATEST_START, _EARLIEST_START)
        first = _monday(self.today - weeks * _WEEK)
        yield Path(self.one(), number, first, last_day(first, self.months), extended=extended)
        while (before := self._before(number, first)) is not None:
            yield before
            first = before.first

    def _before(self, number: int, next_first: date) -> Path | None:
        """Ended some time before the next began, so that its place could be promised when it was free."""
        early = self.random.random() < _BREAKS_OFF
        weeks = self.random.randint(5, 11) if early else 18
        first = _monday(next_first - (weeks + self.random.choice((0, 1, 1)) + 2 * early) * _WEEK)
        if first < self.told.first:
            return None
        last = last_day(first, self.months)
        ended = first + (weeks - 1) * _WEEK + 4 * _DAY if early else last
        result = "broke_off" if early else self.random.choice(_RESULTS)
        outcome = self.random.choice(("unknown", "other", "continued") if early else _OUTCOMES)
        return Path(self.one(), number, first, last, min(ended, last), result, outcome)

    def _come_back(self, found: list[Path]) -> None:
        """Some whose placement broke off get another, some weeks later."""
        left = self.told.come_back
        for path in found:
            if not left or path.ended is None or path.result != "broke_off":
                continue
            later = (each for each in found if path.ended and each.first > path.ended + 7 * _WEEK)
            following = next((each for each in later if each.again is None and each.extended is None), None)
            if following is not None:
                following.one = following.again = path.one
                left -= 1


def _monday(day: date) -> date:
    return day - day.weekday() * _DAY
