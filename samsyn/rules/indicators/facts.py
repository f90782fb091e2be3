"""What is known about a placement, without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from samsyn.rules.quantities import DateRange
from samsyn.rules.surveys import Rating
from samsyn.rules.terms.places import Sex

Result = Literal["followed_plan", "partly", "broke_off"]


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
