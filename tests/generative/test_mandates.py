"""Whatever the order in which steps are recorded, a demand is met on the same day; and never without its steps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samsyn.rules.because import Reason
from samsyn.rules.mandates import Demand, Taken, Way, done_on, meets, missing, nearest

START = date(2026, 1, 1)
PARTIES = ("kommunen", "foreningen", "andra")
KINDS = ("approval", "signature", "board_decision", "legal_force", "notified", "demand", "dialogue")
WHY = Reason("8", "andring", "Alla godkänner.")

days = st.integers(0, 60).map(lambda number: START + timedelta(days=number))
steps = st.builds(Taken, st.sampled_from(PARTIES), st.sampled_from(KINDS), days, st.booleans())
sequences = st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True).map(tuple)
demands = st.builds(
    Demand,
    party=st.sampled_from(PARTIES),
    steps=sequences,
    reason=st.just(WHY),
    instead=st.one_of(st.just(()), sequences),
    limits=st.sampled_from([(), ("Målen ändras inte",)]),
    by=st.one_of(st.none(), days),
)
found_ways = st.builds(Way, st.lists(demands, min_size=1, max_size=4).map(tuple), st.just(WHY))


@given(found_ways, st.lists(steps, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_recording_decides_nothing(way: Way, taken: list[Taken], random: object) -> None:
    shuffled = list(taken)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert missing(way, taken) == missing(way, shuffled)
    assert done_on(way, taken) == done_on(way, shuffled)


@given(demands, st.lists(steps, max_size=12))
def test_what_is_met_has_every_step_of_its_own_party_in_order_and_in_time(demand: Demand, taken: list[Taken]) -> None:
    met = meets(demand, taken)
    if met is None:
        return
    own = [step for step in taken if step.party == demand.party]

    def holds(kinds: tuple[str, ...], limited: bool) -> bool:
        """Slow and plain: is there a choice of one step of each kind, in order of days, that ends on `met`?"""
        chosen = [
            [step.on for step in own if step.kind == kind and (step.within_limits or not limited)] for kind in kinds
        ]

        def walk(rest: list[list[date]], so_far: list[date]) -> bool:
            if not rest:
                return bool(so_far) and so_far[-1] == met and all(one <= two for one, two in pairwise(so_far))
            return any(walk(rest[1:], [*so_far, day]) for day in rest[0])

        return walk(chosen, [])

    assert holds(demand.steps, bool(demand.limits)) or (demand.instead and holds(demand.instead, False))
    assert demand.by is None or met <= demand.by


@given(demands, st.lists(steps, max_size=12), steps)
def test_one_more_step_never_takes_away_what_was_met(demand: Demand, taken: list[Taken], more: Taken) -> None:
    before, after = meets(demand, taken), meets(demand, [*taken, more])
    assert before is None or (after is not None and after <= before)


@given(st.lists(found_ways, min_size=1, max_size=3), st.lists(steps, max_size=12))
def test_the_nearest_way_is_complete_whenever_one_is(ways: list[Way], taken: list[Taken]) -> None:
    complete = any(not missing(way, taken) for way in ways)
    assert (done_on(nearest(ways, taken), taken) is not None) is complete
