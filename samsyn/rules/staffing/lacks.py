"""What somebody lacks of what is demanded, and what it keeps her from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samsyn.rules.quantities import add_months
from samsyn.rules.staffing.demands import Demand
from samsyn.rules.terms.occasions import Exposure


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """A demand was met on a day: an extract shown, an undertaking signed (in which version), a course taken."""

    requirement: str
    on: date
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """missing: nothing is noted. lapsed: a clause says how long it holds, and that has passed. new_version: an earlier
    version of the undertaking is signed. It is signed, so nothing is blocked; the new one is asked for."""

    demand: Demand
    why: Literal["missing", "lapsed", "new_version"]

    @property
    def before(self) -> tuple[Exposure, ...]:
        return () if self.why == "new_version" else self.demand.before


def lacks(
    demands: Iterable[Demand], fulfilled: Collection[Fulfilled], day: date, versions: Mapping[str, int] | None = None
) -> list[Lack]:
    """What is lacking on a day. `versions`: the number of each undertaking's text that is to be signed on that day."""
    newest = versions or {}
    found = ((each, _why(each, fulfilled, day, newest.get(each.requirement))) for each in demands)
    return [Lack(demand, why) for demand, why in found if why is not None]


def blocked_from(exposure: Collection[Exposure], lacking: Iterable[Lack]) -> list[Lack]:
    """Those of the lacks that keep her from work with this exposure: what a clause or a law puts before it."""
    return [each for each in lacking if set(each.before) & set(exposure)]


def _why(
    demand: Demand, fulfilled: Collection[Fulfilled], day: date, newest: int | None
) -> Literal["missing", "lapsed", "new_version"] | None:
    met = [
        each
        for each in fulfilled
        if each.requirement == demand.requirement and (demand.since or each.on) <= each.on <= day
    ]
    if not met:
        return "missing"
    latest = max(met, key=lambda each: each.on)
    if demand.valid_months is not None and add_months(latest.on, demand.valid_months) <= day:
        return "lapsed"
    signed = max((each.version for each in met if each.version is not None), default=None)
    if demand.kind == "undertaking" and newest is not None and (signed or 0) < newest:
        return "new_version"
    return None
