"""What an indicator means: its version, what it rests on, and the figure's head that follows from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from samsyn.rules.indicators.figure import Figure, Part
from samsyn.rules.indicators.reaching import steps_of
from samsyn.rules.indicators.values import Value
from samsyn.rules.indicators.words import says
from samsyn.rules.places.readings import assumed as assumed_of
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator

_MEANS = ("level", "measure", "of", "unit", "facts", "where", "over", "reached", "split", "condition")
_STEP = ("kind", "at_least", "with_functions", "together")
_LENGTH = 12


def version(indicator: Indicator, terms: Agreement) -> str:
    """The beginning of the SHA-256 of all that it is counted by. Other words around it are no other definition."""
    told = asdict(indicator)
    steps = {each.id: asdict(each) for each in steps_of(indicator, terms) or ()}
    meant = {name: told[name] for name in _MEANS}
    meant["steps"] = {key: {name: each[name] for name in _STEP} for key, each in steps.items()}
    canonical = json.dumps(meant, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]


def assumed(indicator: Indicator, terms: Agreement) -> tuple[str, ...]:
    """Ids of the readings that the figure rests on: its own, and those of the steps it is counted by."""
    own = list(assumed_of(indicator, *_MEANS))
    for step in steps_of(indicator, terms) or ():
        own += assumed_of(step, *_STEP)
    return tuple(dict.fromkeys(own))


def told(
    indicator: Indicator,
    terms: Agreement,
    value: Value,
    parts: Sequence[Part],
    period: DateRange,
    as_of: datetime,
    organisation: str = "",
) -> Figure:
    """The figure, with all that is known of it beside the number."""
    return Figure(
        indicator=indicator.id,
        name=indicator.name,
        level=indicator.level,
        measure=indicator.measure,
        unit=indicator.unit,
        clause=indicator.clause,
        assumed=bool(assumed(indicator, terms)),
        version=version(indicator, terms),
        period=period,
        as_of=as_of,
        value=value,
        parts=tuple(parts),
        target=indicator.target,
        says=says(indicator, terms),
        contracted=indicator.contracted,
        organisation=organisation,
    )
