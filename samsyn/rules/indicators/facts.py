"""What is written down in daily work, as plain values without a name. What each sort is stands in KNOWN."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from samsyn.rules.indicators.figure import Dimension
from samsyn.rules.quantities import DateRange
from samsyn.rules.surveys import Rating
from samsyn.rules.terms.indicators import Facts
from samsyn.rules.terms.places import Sex

Result = Literal["followed_plan", "partly", "broke_off"]

KNOWN: Mapping[Facts, frozenset[Dimension]] = {
    "visits": frozenset({"sex", "age_band", "site", "organisation"}),
    "services": frozenset({"sex", "age_band", "site", "service", "organisation"}),
    "contacts": frozenset({"service", "channel", "organisation"}),
    "heads": frozenset({"sex", "age_band", "site", "service", "organisation"}),
    "different_people": frozenset({"site", "service", "organisation"}),
    "occasions": frozenset({"site", "service", "organisation"}),
    "participants": frozenset({"sex", "track", "organisation"}),
    "placements": frozenset({"sex", "track", "organisation"}),
    "nights": frozenset({"sex", "site", "organisation"}),
    "guests": frozenset({"sex", "site", "organisation"}),
    "place_nights": frozenset({"site", "organisation"}),
    "refusals": frozenset({"sex"}),
    "answers": frozenset({"sex", "age_band", "site", "organisation"}),
    "hours": frozenset({"site", "service", "organisation"}),
}
"""What is known of each sort of fact, and so what it can be split by.

visits, services: taps on a pad. contacts: on a support line. heads: who were at held occasions, counted each time;
different_people: by a group's leaders' own word; occasions: held. participants: individuals with a placement of which
some day lies in the period; placements: each by itself. nights: slept by a guest; guests: different ones; place_nights:
places × nights that could have been slept in; refusals: someone went without a place a night. answers: to a question,
in rounds that ended in the period. hours: reported for shifts.
"""

PEOPLE: frozenset[Facts] = frozenset({"participants", "placements", "guests", "answers"})
"""Individuals or what they did once: they are told apart while they are counted."""
AMOUNTS: frozenset[Facts] = frozenset({"hours", "different_people"})
"""One fact is an amount; of the others it is one thing."""
NEVER_NOUGHT: frozenset[Facts] = frozenset(
    {"visits", "services", "contacts", "different_people", "nights", "guests", "place_nights", "answers", "hours"}
)
"""Where nothing at all is written down of these, nobody has counted; that is not the same as none."""
TOGETHER: Mapping[Facts, tuple[Facts, ...]] = {"visits": ("visits", "services"), "services": ("visits", "services")}
"""Where one of these was counted, the others were too: none of them is then nought and not unknown."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A step that was taken: the agreement's step, which time, by which function if each has its own, on which day."""

    step: str
    occurrence: int
    on: date
    function: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A placement that has begun. `person` is any key that is one individual's; `last` None: it goes on.

    `present` and `absent`: days noted of each sort; both 0 where attendance was never noted.
    """

    person: str
    sex: Sex
    first: date
    last: date | None = None
    result: Result | None = None
    present: int = 0
    absent: int = 0
    talks: tuple[Talk, ...] = ()
    ratings: tuple[Rating, ...] = ()

    def is_in(self, period: DateRange) -> bool:
        return self.first < period.end and (self.last is None or self.last >= period.start)

    def is_over(self, until: date) -> bool:
        return self.last is not None and self.last <= until

    def talks_on(self, step: str, until: date) -> list[Talk]:
        return [each for each in self.talks if each.step == step and each.on <= until]

    def ratings_by(self, until: date) -> list[Rating]:
        """Those in which anything was answered."""
        return [each for each in self.ratings if each.on <= until and each.answered]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was written down. `n` of it on `day`; what is not known of it is empty.

    `gap`: the opposite of a fact, something that could have been counted on that day and was not (n is then 0).
    `day` of a placement is its first, of an answer the day on which its round ended, of a word about different people
    the first of the days that it is about; `last` then their last. `person`: whoever it is, told apart and no more;
    empty where the guest is forgotten. `rows`: so many facts are added together here, all alike. `answer`: what was
    answered; none where the question was skipped. `offers`: of a gap, the services that could have been counted.
    """

    kind: Facts
    day: date
    n: int | Fraction = 1
    organisation: str = ""
    sex: str = ""
    age_band: str = ""
    site: str = ""
    service: str = ""
    activity: str = ""
    pool: str = ""
    track: str = ""
    channel: str = ""
    figure: str = ""
    survey: str = ""
    question: str = ""
    person: str = ""
    answer: tuple[str, ...] = ()
    last: date | None = None
    taken: Taken | None = None
    rows: int = 1
    gap: bool = False
    offers: tuple[str, ...] = ()
