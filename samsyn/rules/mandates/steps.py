"""Which steps a party can take: what its demands ask for, and what may be answered to what another party does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samsyn.rules.mandates.demand import CORRECTED, DIALOGUE, RECEIVED, REFUSAL, Asked, Demand, Taken, Way

ALONE = frozenset({"notice", "renegotiation", "termination", "repayment"})
"""Kinds of change that one party makes by itself: the others receive it, and their refusal would stop nothing."""
_MAY_BE_REFUSED = frozenset({"repayment"})
"""Made by one party alone, and still something that the other can answer no to: it is asked to pay."""


def demanded_of(party: str, ways: Iterable[Way]) -> tuple[Demand, ...]:
    return tuple(demand for way in ways for demand in way.demands if demand.party == party)


def open_to(party: str, asked: Asked, ways: Sequence[Way], taken: Sequence[Taken] = ()) -> frozenset[str]:
    """The kinds of step that the party can take now. What it has taken it cannot take again; talks may go on."""
    own, answers = demanded_of(party, ways), asked.by != party
    kinds = {kind for demand in own for kind in (*demand.steps, *demand.instead)}
    if asked.kind not in ALONE and own:
        kinds.add(REFUSAL)
    if asked.kind in ALONE and answers:
        kinds.add(RECEIVED)
    if asked.kind in _MAY_BE_REFUSED and answers:
        kinds.add(REFUSAL)
    if asked.kind == "termination":
        kinds |= {DIALOGUE, CORRECTED} if answers else {DIALOGUE}
    return frozenset(kinds - ({step.kind for step in taken if step.party == party} - {DIALOGUE}))
