"""What happens after signing: a dated file on top of the signed text, one file per happening."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from samsyn.rules.quantities import Amount
from samsyn.rules.terms.base import Clause, Day, Id, Text, term

ChangeKind = Literal[
    "amendment", "extension", "notice", "withdrawal", "renegotiation", "termination", "condition_met", "confirmation",
    "waiver", "repayment",
]  # fmt: skip


@term
class Happening:
    """[change]: what happened, when, in what form and under which clause.

    amendment: terms are changed, added or removed from `first`; extension: the last day becomes `last`;
    notice: somebody gave notice on `on`; withdrawal: the notice in `of` was taken back; renegotiation: talks were
    called for; termination: ended for cause on `last`; condition_met: the condition in `of` was met;
    confirmation: the assumption in `of` was answered with the alternative in `answer` (or with the chosen reading);
    waiver: one occurrence of the term in `of` need not be done; repayment: `amount` is to be paid back under `of`.
    """

    id: Id
    kind: ChangeKind
    clause: Clause
    says: Text
    """One sentence of ours: what changes and why."""
    on: Day
    """The day it was done (signed, received, decided). It is known from this day."""
    first: Day | None = None
    """amendment: the first day of the new terms; without it, the day it was signed."""
    last: Day | None = None
    """extension, termination: the new last day of the agreement."""
    by: tuple[Id, ...] = ()
    """Who did it: the parties that signed, the party that gave notice."""
    form: Text | None = None
    """Written, signed by whom, minutes of which meeting."""
    of: Id | None = None
    """What it is about: the notice withdrawn, the condition met, the assumption confirmed, the term whose duty is
    waived, the clause on repayment."""
    occurrence: Text | None = None
    """waiver: which of the times, as the calendar names it («2026-2»); left out, what comes once or always."""
    amount: Amount | None = None
    """repayment: how much, in kronor."""
    answer: Id | None = None
    """confirmation: the alternative that the parties chose; leave out to confirm the chosen reading."""
    remove: tuple[Id, ...] = ()
    """amendment: ids of terms that no longer hold."""


@term
class ChangeFile:
    """A file in amendments/. `set` changes keys of terms that exist, `add` brings new terms.

    [set.funding.contribution] · [add.duty.new-report]
    """

    change: Happening
    set: dict[str, dict[str, dict[str, Any]]] = Field(default_factory=dict)
    add: dict[str, dict[str, dict[str, Any]]] = Field(default_factory=dict)
