"""The figures of training places in a period, in all and by the sex that each has stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from samsyn.rules.indicators.definitions import Definition, definitions
from samsyn.rules.indicators.facts import Fact, Taken
from samsyn.rules.indicators.model import figure
from samsyn.rules.indicators.values import Numbers, Value
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement


@dataclass(frozen=True, slots=True)
class OfTraining:
    """`by_sex` is empty where the agreement has said why the figure is not split, and where nothing is measured."""

    definition: Definition
    total: Value
    by_sex: tuple[tuple[str, Value], ...]


def figures(
    agreement: Agreement, pool_id: str, taken: Sequence[Taken], period: DateRange, today: date
) -> list[OfTraining]:
    """One for each definition. What happened after the period, or after today, is not counted.

    Everyone with a placement of which some day lies in the period is of it, once each. Who has not reached it, and
    whose placement goes on, is missing: it can still come.
    """
    facts = [
        Fact("participants", each.first, sex=each.sex, pool=pool_id, person=each.person, last=each.last, taken=each)
        for each in taken
    ]
    placed = [Fact("placements", each.day, sex=each.sex, pool=pool_id, person=each.person, last=each.last,
                   taken=each.taken) for each in facts]  # fmt: skip
    return [_figure(each, agreement, [*facts, *placed], period, today) for each in definitions(agreement, pool_id)]


def numbers(facts: Sequence[Taken], period: DateRange, today: date) -> Numbers:
    """Who and how many began or went on in the period."""
    within = [each for each in facts if each.is_in(period) and each.first <= today]
    return Numbers(len({each.person for each in within}), len(within))


def _figure(
    definition: Definition, agreement: Agreement, facts: Sequence[Fact], period: DateRange, today: date
) -> OfTraining:
    as_of = datetime(today.year, today.month, today.day, tzinfo=UTC)
    made = figure(definition.counted, agreement, facts, period, as_of, today)
    return OfTraining(definition, made.value, tuple((each.keys[0], each.value) for each in made.split("sex")))
