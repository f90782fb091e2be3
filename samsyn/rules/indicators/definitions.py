"""What is measured, in the agreement's own terms: which indicator asks for it and which steps it is counted from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import assumed
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator
from samsyn.rules.terms.places import Step


class Measured(StrEnum):
    TRAINED = "trained"
    FOLLOWED_UP = "followed_up"
    CHANGED = "changed"
    INTRODUCED_AND_CLOSED = "introduced_and_closed"
    BY_PLAN = "by_plan"


_STEPS = {
    Measured.FOLLOWED_UP: ("follow_up",),
    Measured.CHANGED: ("self_assessment",),
    Measured.INTRODUCED_AND_CLOSED: ("introduction", "closing"),
    Measured.BY_PLAN: ("individual_plan",),
}
_COUNTS = ("count", "distinct")


@dataclass(frozen=True, slots=True)
class Definition:
    """`steps` are those that it is counted from; empty where the agreement lacks one that is needed.

    `indicator` is the one that stands in the same clause as a step; who have trained need no step, and are asked for
    by the indicator without a condition. None: nobody has asked for it. `reason` says how it is counted, and why.
    """

    measured: Measured
    indicator: Indicator | None
    steps: tuple[Step, ...]
    reason: Reason

    @property
    def by_sex(self) -> bool:
        return self.indicator is None or "sex" in self.indicator.split

    @property
    def is_share(self) -> bool:
        """The change is read as how many rate themselves higher."""
        return self.indicator is not None and self.indicator.measure == "share_reaching"


def definitions(agreement: Agreement, pool_id: str) -> list[Definition]:
    """The five, in the order of the agreement's clauses. All, also those that the agreement does not ask for."""
    pool = agreement.pool[pool_id]
    steps = [each for each in agreement.step.values() if each.applies and each.pool == pool_id]
    indicators = [each for each in agreement.indicator.values() if each.applies]
    found = {kind: _steps(steps, wanted) for kind, wanted in _STEPS.items()}
    asked = {kind: _asked(indicators, own) for kind, own in found.items()}
    taken = [each.id for each in asked.values() if each]
    trained = next((each for each in indicators if _is_bare(each) and each.id not in taken), None)
    first = Reason(
        trained.clause if trained else pool.clause, trained.id if trained else pool.id, _says(Measured.TRAINED, ()),
        (), assumed(trained, "measure") if trained else (),
    )  # fmt: skip
    rest = [
        Definition(kind, asked[kind], own, _reason(kind, asked[kind], own, pool.clause)) for kind, own in found.items()
    ]
    return [Definition(Measured.TRAINED, trained, (), first), *rest]


def _steps(steps: Sequence[Step], wanted: tuple[str, ...]) -> tuple[Step, ...]:
    own = tuple(each for each in steps if each.kind in wanted)
    return own if {each.kind for each in own} == set(wanted) else ()


def _asked(indicators: Iterable[Indicator], steps: tuple[Step, ...]) -> Indicator | None:
    clauses = {each.clause for each in steps}
    return next((each for each in indicators if each.clause in clauses), None)


def _is_bare(indicator: Indicator) -> bool:
    return indicator.measure in _COUNTS and indicator.level == "output" and indicator.condition is None


def _reason(kind: Measured, indicator: Indicator | None, steps: tuple[Step, ...], clause: str) -> Reason:
    term = indicator or (steps[0] if steps else None)
    rests_on = [*(assumed(indicator, "measure", "condition") if indicator else ())]
    for each in steps:
        rests_on += assumed(each, "at_least", "together", "with_functions", "applies")
    where = term.clause if term else clause
    return Reason(where, term.id if term else "", _says(kind, steps), (), tuple(dict.fromkeys(rests_on)))


def _says(kind: Measured, steps: tuple[Step, ...]) -> str:
    return {
        Measured.TRAINED: "Räknar individer som har börjat och varit där minst en dag.",
        Measured.FOLLOWED_UP: _talks(steps),
        Measured.CHANGED: "Jämför varje individs första och sista självskattning.",
        Measured.INTRODUCED_AND_CLOSED: "Räknar individer som har haft både det inledande och det avslutande samtalet.",
        Measured.BY_PLAN: "Räknar individer vars placering slutade enligt planeringen.",
    }[kind]


def _talks(steps: tuple[Step, ...]) -> str:
    if not steps:
        return "Räknar individer som har haft samtalen."
    step = steps[0]
    who = " och ".join(each.lower() for each in step.with_functions)
    with_whom = f" med {who}" if who else ""
    apart = "" if step.together else ", vart för sig"
    return f"Räknar individer som har haft minst {step.at_least} samtal{with_whom}{apart}."
