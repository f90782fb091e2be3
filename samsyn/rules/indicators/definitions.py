"""The five things that are followed up of training places: by the agreement's own indicators, or by ours alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from samsyn.rules.because import Reason
from samsyn.rules.indicators.definition import assumed
from samsyn.rules.indicators.reaching import steps_of
from samsyn.rules.indicators.words import says
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator, Reached
from samsyn.rules.terms.places import Pool, Step


class Measured(StrEnum):
    TRAINED = "trained"
    FOLLOWED_UP = "followed_up"
    CHANGED = "changed"
    INTRODUCED_AND_CLOSED = "introduced_and_closed"
    BY_PLAN = "by_plan"


_STEPS = {
    Measured.TRAINED: (),
    Measured.FOLLOWED_UP: ("follow_up",),
    Measured.CHANGED: ("self_assessment",),
    Measured.INTRODUCED_AND_CLOSED: ("introduction", "closing"),
    Measured.BY_PLAN: ("individual_plan",),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """`indicator` is the agreement's own; None: nobody has asked for it, and it is counted by `counted` all the same.

    `reason` says how it is counted, and why.
    """

    measured: Measured
    indicator: Indicator | None
    counted: Indicator
    reason: Reason

    @property
    def by_sex(self) -> bool:
        return "sex" in self.counted.split


def definitions(agreement: Agreement, pool_id: str) -> list[Definition]:
    """The five, in the order in which agreements ask for them. All, also those that this one does not ask for."""
    pool = agreement.pool[pool_id]
    return [_definition(each, agreement, pool) for each in Measured]


def _definition(measured: Measured, agreement: Agreement, pool: Pool) -> Definition:
    asked = next((each for each in agreement.indicator.values() if _is_about(each, measured, agreement, pool)), None)
    counted = asked or _ours(measured, agreement, pool)
    rests_on = assumed(counted, agreement)
    return Definition(
        measured, asked, counted, Reason(counted.clause, counted.id, says(counted, agreement), (), rests_on)
    )


def _is_about(indicator: Indicator, measured: Measured, agreement: Agreement, pool: Pool) -> bool:
    """By what must be reached: an agreement may word it as it likes."""
    counts_people = bool({"participants", "placements"} & set(indicator.facts)) and indicator.measure != "duration"
    elsewhere = indicator.where is not None and indicator.where.pool and pool.id not in indicator.where.pool
    if not indicator.applies or not counts_people or elsewhere:
        return False
    reached = indicator.reached or Reached()
    kinds = {each.kind for each in steps_of(indicator, agreement) or ()}
    changed = indicator.measure == "paired_change" or reached.rated_higher
    match measured:
        case Measured.CHANGED:
            return changed
        case Measured.BY_PLAN:
            return "followed_plan" in reached.result
        case Measured.TRAINED:
            return reached.began and not kinds
        case _:
            return not changed and kinds == set(_STEPS[measured])


def _ours(measured: Measured, agreement: Agreement, pool: Pool) -> Indicator:
    """What other agreements ask for, counted from the steps that this one has."""
    steps = _steps(agreement, pool, measured)
    named = () if measured is Measured.BY_PLAN and steps else tuple(each.id for each in steps) or _STEPS[measured]
    return Indicator(
        id=measured.value.replace("_", "-"),
        clause=steps[0].clause if steps else pool.clause,
        says=steps[0].says if steps else pool.says,
        name=measured.value,
        level="outcome" if measured is Measured.CHANGED else "output",
        measure="paired_change" if measured is Measured.CHANGED else "distinct",
        of="deltagare",
        unit="deltagare",
        facts=("participants",),
        reached=Reached(
            began=measured is Measured.TRAINED,
            # Of steps that are not there the names of their kinds: nothing can be counted from them.
            steps=tuple(each.replace("_", "-") for each in named),
            result=("followed_plan",) if measured is Measured.BY_PLAN else (),
        ),
        contracted=False,
    )


def _steps(agreement: Agreement, pool: Pool, measured: Measured) -> Sequence[Step]:
    wanted = _STEPS[measured]
    own = [each for each in agreement.step.values() if each.applies and each.pool == pool.id and each.kind in wanted]
    return own if {each.kind for each in own} == set(wanted) else ()
