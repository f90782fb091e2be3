"""personalförteckning: what another party may read of those who work: as what, and which demands are met."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from samsyn.rules.staffing.demands import Demand, WorkerFacts, demands_on
from samsyn.rules.staffing.lacks import Fulfilled, lacks
from samsyn.rules.terms import Agreement

State = Literal["met", "partly", "missing"]


@dataclass(frozen=True, slots=True)
class Met:
    """Of one demand. partly: an earlier version of the text is signed. `since` is never said of an extract."""

    demand: Demand
    state: State
    since: date | None = None


def listed(
    terms: Agreement,
    party: str,
    worker: WorkerFacts,
    fulfilled: Collection[Fulfilled],
    day: date,
    versions: Mapping[str, int] | None = None,
) -> list[Met]:
    """Every demand on her, and whether it is met.

    As if no cause had ever been found: a check that is asked on cause is not on the list, and one that was also asked
    at hiring stands as for everybody else. Anything else would tell of whom there was cause to ask.
    """
    demands = demands_on(terms, party, replace(worker, causes=()), day)
    lacking = {each.demand.requirement: each.why for each in lacks(demands, fulfilled, day, versions)}
    return [_met(each, lacking.get(each.requirement), fulfilled, day) for each in demands]


def _met(demand: Demand, why: str | None, fulfilled: Collection[Fulfilled], day: date) -> Met:
    if why in ("missing", "lapsed"):
        return Met(demand, "missing")
    days = [each.on for each in fulfilled if each.requirement == demand.requirement and each.on <= day]
    since = None if demand.kind == "check" or not days else max(days)
    return Met(demand, "partly" if why == "new_version" else "met", since)
