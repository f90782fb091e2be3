"""What the other readings of a clause about money would give in kronor for one year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samsyn.rules.money.plan import payment_plan
from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.sums import Planned, amount_of_year
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement, Alternative, Assumption, Term
from samsyn.rules.terms.amend import UnknownTerm, with_alternative
from samsyn.rules.terms.funding import Funding

Parts = tuple[Amount | None, ...]


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """One other reading. `planned` is the year's sum by it; `parts` what its payments of the year would be.

    `difference` is to the sum by the reading that Samsyn uses; None where either of them is awaited or not stated.
    """

    assumption: Assumption
    alternative: Alternative
    clause: str
    planned: Planned
    parts: Parts
    difference: Amount | None
    same_parts: bool

    @property
    def same_sum(self) -> bool:
        return self.difference is not None and not self.difference


def money_readings(
    agreement: Agreement, funding: Funding, year: int, register: IndexRegister = EMPTY, life: DateRange | None = None
) -> tuple[MoneyReading, ...]:
    """Those of the funding, of its index and of how it is paid, one at a time, in the order of the text.

    A reading that changes nothing that is computed (only its wording) is left out.
    """
    life = life or agreement.span
    chosen = _computed(agreement, funding.id, year, register, life)
    return tuple(
        _reading(term, assumption, alternative, chosen, computed)
        for term in _terms(agreement, funding)
        for assumption in term.assumption
        for alternative in assumption.alternatives
        if alternative.set
        and (computed := _by(agreement, funding.id, assumption, alternative, year, register, life)) is not None
    )


Computed = tuple[Planned, Parts]


def _terms(agreement: Agreement, funding: Funding) -> Iterator[Term]:
    yield funding
    if funding.index and (index := agreement.index.get(funding.index)):
        yield index
    yield from (each for each in agreement.payment.values() if each.funding == funding.id and each.applies)


def _by(
    agreement: Agreement, funding: str, assumption: Assumption, alternative: Alternative, year: int,
    register: IndexRegister, life: DateRange,
) -> Computed | None:  # fmt: skip
    try:
        other = with_alternative(agreement, assumption.id, alternative.id)
    except UnknownTerm:
        return None
    return _computed(other, funding, year, register, life)


def _computed(agreement: Agreement, funding_id: str, year: int, register: IndexRegister, life: DateRange) -> Computed:
    funding = agreement.funding[funding_id]
    parts = [
        part.amount
        for payment in agreement.payment.values()
        if payment.funding == funding_id and payment.applies
        for part in payment_plan(agreement, payment, life, register)
        if part.slot.year == year
    ]
    return amount_of_year(agreement, funding, year, register, life), tuple(parts)


def _reading(
    term: Term, assumption: Assumption, alternative: Alternative, chosen: Computed, other: Computed
) -> MoneyReading:
    (was, before), (planned, parts) = chosen, other
    difference = None
    if planned.amount is not None and was.amount is not None:
        difference = planned.amount - was.amount
    return MoneyReading(assumption, alternative, term.clause, planned, parts, difference, parts == before)
