"""What each party can do while a change is on the table

A party can do what its demands ask for, once. Where all must agree, each can also refuse. What one party does alone is
received by the others, and a refusal would stop nothing; but a demand for money can be answered with no. Before an
agreement is ended for cause both can talk, as often as they like, and the other can put right what was wrong.
"""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.because import Reason
from samsyn.rules.mandates import Asked, Demand, Taken, Way, open_to

OURS, THEIRS = "the-municipality", "the-association"
WHY = Reason("8", "changes", "Parterna skriver under.")
BOTH_SIGN = (Way((Demand(OURS, ("signature",), WHY), Demand(THEIRS, ("signature",), WHY)), WHY),)
ONE_TELLS = (Way((Demand(OURS, ("notified",), WHY),), WHY),)


def step(party: str, kind: str) -> Taken:
    return Taken(party, kind, date(2026, 3, 2))


def test_where_all_must_agree_each_can_sign_or_refuse() -> None:
    assert open_to(THEIRS, Asked("amendment", OURS), BOTH_SIGN) == {"signature", "refusal"}
    assert open_to(OURS, Asked("amendment", OURS), BOTH_SIGN) == {"signature", "refusal"}


def test_what_a_party_has_done_it_cannot_do_again() -> None:
    assert open_to(THEIRS, Asked("amendment", OURS), BOTH_SIGN, [step(THEIRS, "signature")]) == {"refusal"}


def test_whom_no_clause_asks_can_do_nothing() -> None:
    assert open_to("the-other-association", Asked("amendment", OURS), BOTH_SIGN) == frozenset()


@pytest.mark.parametrize("kind", ["notice", "renegotiation"])
def test_what_one_does_alone_the_other_receives_and_does_not_refuse(kind: str) -> None:
    assert open_to(OURS, Asked(kind, OURS), ONE_TELLS) == {"notified"}
    assert open_to(THEIRS, Asked(kind, OURS), ONE_TELLS) == {"received"}


def test_a_demand_for_repayment_is_received_and_can_be_answered_with_no() -> None:
    assert open_to(THEIRS, Asked("repayment", OURS), ONE_TELLS) == {"received", "refusal"}
    assert "refusal" not in open_to(OURS, Asked("repayment", OURS), ONE_TELLS)


def test_before_an_end_for_cause_both_talk_and_the_other_can_put_it_right() -> None:
    asked = Asked("termination", OURS)
    assert open_to(OURS, asked, ONE_TELLS) == {"notified", "dialogue"}
    assert open_to(THEIRS, asked, ONE_TELLS) == {"received", "dialogue", "corrected"}
    talked = [step(THEIRS, "dialogue"), step(THEIRS, "received")]
    assert open_to(THEIRS, asked, ONE_TELLS, talked) == {"dialogue", "corrected"}
