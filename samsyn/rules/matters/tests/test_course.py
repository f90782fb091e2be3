"""From what each party has said to where a matter stands."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.rules.matters import (
    OVER,
    TABLE,
    Course,
    Footing,
    Form,
    Hindrance,
    Said,
    State,
    Step,
    Timing,
    course,
    hindrance,
)

PARTIES = ("namnden", "foreningen", "klubben")
DAY = date(2026, 3, 2)
NOTICE = Footing(Form.NOTICE)
APPROVAL = Footing(Form.APPROVAL, approvers=PARTIES)
AFTER_DIALOGUE = Footing(Form.APPROVAL, approvers=("namnden", "foreningen"), dialogue_first=True)
DISPUTE = Footing(Form.DISPUTE, dialogue_first=True)
FOOTINGS = [NOTICE, APPROVAL, AFTER_DIALOGUE, DISPUTE, Footing(Form.DISPUTE)]


def after(footing: Footing, *steps: tuple[str, Step], happens_on: date | None = None, words: str = "Delat.") -> Course:
    """Opened by the first party, then one step a day."""
    said = [Said(Step.OPENED, "namnden", DAY)]
    for number, (by, step) in enumerate(steps, 1):
        said.append(Said(step, by, DAY + timedelta(number), words if step is Step.SETTLED else ""))
    return course(footing, PARTIES, said, happens_on)


def test_what_is_told_is_known_when_every_other_party_has_acknowledged() -> None:
    assert after(NOTICE).missing == ("foreningen", "klubben")
    assert after(NOTICE, ("klubben", Step.ACKNOWLEDGED)).missing == ("foreningen",)
    known = after(NOTICE, ("klubben", Step.ACKNOWLEDGED), ("foreningen", Step.ACKNOWLEDGED))
    assert (known.state, known.missing, known.given) == (State.KNOWN, (), ("foreningen", "klubben"))


def test_nothing_is_approved_before_the_dialogue_that_the_clause_wants() -> None:
    first = after(AFTER_DIALOGUE)
    assert (first.state, first.missing) == (State.DIALOGUE_FIRST, ("namnden", "foreningen"))
    assert hindrance(first, "foreningen", Step.APPROVED) is Hindrance.DIALOGUE_FIRST
    talked = after(AFTER_DIALOGUE, ("foreningen", Step.DIALOGUE))
    assert talked.state is State.WAITING
    assert talked.steps("namnden") == (Step.APPROVED, Step.REFUSED, Step.DIALOGUE, Step.WITHDRAWN)
    assert hindrance(talked, "klubben", Step.APPROVED) is Hindrance.NOT_ASKED


@pytest.mark.parametrize(
    ("happens_on", "timing"),
    [
        (DAY + timedelta(4), Timing.BEFORE),
        (DAY + timedelta(3), Timing.SAME_DAY),
        (DAY + timedelta(2), Timing.AFTER),
    ],
)
def test_an_approval_that_comes_too_late_is_still_one_and_is_said_to_be_late(happens_on: date, timing: Timing) -> None:
    every = [(party, Step.APPROVED) for party in PARTIES]
    assert after(APPROVAL, *every, happens_on=happens_on).timing is timing
    assert after(APPROVAL, *every[:2], happens_on=happens_on).timing is None


def test_the_order_of_approvals_makes_no_difference() -> None:
    states = {after(APPROVAL, *[(each, Step.APPROVED) for each in order]).state for order in permutations(PARTIES)}
    assert states == {State.APPROVED}


def test_one_no_ends_it() -> None:
    refused = after(APPROVAL, ("namnden", Step.APPROVED), ("klubben", Step.REFUSED))
    assert (refused.state, refused.missing, refused.steps("foreningen")) == (State.REFUSED, (), ())


def test_a_dispute_is_settled_when_every_party_has_last_said_the_same() -> None:
    settled = [(party, Step.SETTLED) for party in PARTIES]
    talked = ("klubben", Step.DIALOGUE)
    assert after(DISPUTE, talked, *settled[:2]).missing == ("klubben",)
    assert after(DISPUTE, talked, *settled).state is State.SETTLED


def test_other_words_are_another_proposal_that_all_must_say() -> None:
    said = [
        Said(Step.OPENED, "namnden", DAY),
        Said(Step.DIALOGUE, "namnden", DAY),
        Said(Step.SETTLED, "namnden", DAY, "Hälften var."),
        Said(Step.SETTLED, "foreningen", DAY, "Hälften var."),
        Said(Step.SETTLED, "klubben", DAY, "En tredjedel var."),
    ]
    where = course(DISPUTE, PARTIES, said)
    assert (where.state, where.words) == (State.PROPOSED, "En tredjedel var.")
    assert where.missing == ("namnden", "foreningen")


def test_only_who_opened_it_takes_it_back() -> None:
    assert hindrance(after(NOTICE), "klubben", Step.WITHDRAWN) is Hindrance.ONLY_OPENER
    assert after(NOTICE, ("namnden", Step.WITHDRAWN)).state is State.WITHDRAWN


def test_a_step_of_another_kind_does_not_exist_here() -> None:
    assert hindrance(after(NOTICE), "klubben", Step.APPROVED) is Hindrance.OTHER_WAY
    assert hindrance(after(DISPUTE), "klubben", Step.ACKNOWLEDGED) is Hindrance.OTHER_WAY


def test_every_state_is_over_or_has_a_way_on() -> None:
    reachable = {state for _, state in TABLE}
    assert reachable | OVER == set(State)
    assert not reachable & OVER


@given(
    st.sampled_from(FOOTINGS),
    st.lists(
        st.tuples(st.sampled_from(PARTIES), st.sampled_from(list(Step)), st.sampled_from(["A", "B"])), max_size=20
    ),
)
def test_whatever_is_tried_in_whatever_order_it_ends_only_as_its_clause_has_it(
    footing: Footing, tries: list[tuple[str, Step, str]]
) -> None:
    said = [Said(Step.OPENED, "namnden", DAY)]
    where = course(footing, PARTIES, said)
    for party, step, words in tries:
        if hindrance(where, party, step) is None:
            said.append(Said(step, party, DAY, words if step is Step.SETTLED else ""))
            where = course(footing, PARTIES, said)
    done = {(each.step, each.by) for each in said}
    if where.state is State.APPROVED:
        assert {(Step.APPROVED, each) for each in footing.approvers} <= done
    if where.state in (State.APPROVED, State.SETTLED, State.PASSED_ON) and footing.dialogue_first:
        assert any(each.step is Step.DIALOGUE for each in said)
    if where.state is State.KNOWN:
        assert {(Step.ACKNOWLEDGED, each) for each in PARTIES[1:]} <= done
    if where.state is State.SETTLED:
        assert {each.by for each in said if each.step is Step.SETTLED and each.words == where.words} == set(PARTIES)
    if where.is_over:
        assert all(not where.steps(each) for each in PARTIES)
    answers = [(each.by, each.step) for each in said if each.step in (Step.ACKNOWLEDGED, Step.APPROVED, Step.REFUSED)]
    assert len(answers) == len({by for by, _ in answers})
