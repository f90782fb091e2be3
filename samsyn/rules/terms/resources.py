"""What the parties put in besides money, and rules about other money, deviations and repayment."""

from __future__ import annotations

from typing import Literal

from samsyn.rules.terms.base import Flag, Id, Term, Text, term


@term
class InKind(Term):
    """egen insats: what a party contributes that is not money."""

    by: tuple[Id, ...]
    items: tuple[Text, ...]


@term
class OtherFunding(Term):
    """annan finansiering: may a party take money for this from others."""

    party: Id
    rule: Literal["free", "not_for_same_activity", "forbidden", "must_be_told"]


@term
class StateAid(Term):
    """statligt stöd: what the parties have declared about the activity. Without the term they have said nothing."""

    economic: Flag
    """true: the activity is economic in the sense of the rules on state aid, and what a recipient gets is summed."""
    general_interest: Flag = False
    """true: a service of general economic interest, which has a ceiling of its own."""


@term
class Deviation(Term):
    """avvikelse: a change of plan or budget that must be approved before it happens."""

    of: tuple[Literal["plan", "budget", "activity", "staff"], ...]
    approved_by: tuple[Id, ...] = ()
    """Empty means all parties."""
    after: Literal["dialogue", "request"] = "dialogue"


@term
class Repayment(Term):
    """återbetalning: when money can be claimed back, how much, and when not."""

    by: tuple[Id, ...]
    """Who may have to pay back."""
    to: tuple[Id, ...]
    cause: Literal["misuse", "termination_for_cause", "unused_funds"]
    extent: Literal["affected_part", "part_or_whole", "whole"]
    exceptions: tuple[Text, ...] = ()
    proportional: Flag = False
    """true: not to be claimed where that would be out of proportion."""
    owed_when: Literal["agreed", "claimed"] | None = None
    """agreed: when the one who is to pay has agreed; claimed: already when it is claimed. Left out: the text does not
    say, and it must be agreed, as a reading."""
