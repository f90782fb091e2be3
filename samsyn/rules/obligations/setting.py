"""What obligations are derived from: terms, the life of the agreement, what has happened, what is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement, Term
from samsyn.rules.timeline import Ending


@dataclass(frozen=True, slots=True)
class Setting:
    """Terms without change in time. `happened` gives the days on which a term's duty was done (meetings held)."""

    agreement: Agreement
    life: DateRange
    happened: Mapping[str, Sequence[date]]
    register: IndexRegister = EMPTY
    ending: Ending | None = None
    """What decided the last day, where that is known."""
    made: dict[str, Any] = field(default_factory=dict, compare=False)
    """Payment plans already made, by payment: the invoice and the payment are about the same plan."""

    @property
    def anchor(self) -> date:
        """The first day, from which agreement years are counted, whatever is cut away."""
        return self.agreement.period.first

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(self.agreement.party)

    def days_of(self, term: Term) -> DateRange | None:
        """The days of the agreement's life on which a term holds; None where there are none."""
        if not term.applies:
            return None
        if term.first is None and term.last is None:
            return self.life
        first = max(term.first or self.life.start, self.life.start)
        last = min(term.last or self.life.last, self.life.last)
        return DateRange.through(first, last) if first <= last else None

    def done(self, term: str, whose: str = "") -> Sequence[date]:
        """The days, sorted. Where each owes its own, they are told as «term/party»."""
        return sorted(self.happened.get(f"{term}/{whose}" if whose else term, ()))
