"""The page of invoices: what is next, what is underway at one's own, and what both sides have before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.presenters.words import StandWords, is_said_late, stand_words, title_of
from samsyn.web.invoices.queries.plan import Period, keys_of
from samsyn.web.invoices.queries.standing import Standing
from samsyn.web.obligations.models import Obligation
from samsyn.web.ui.formats import kronor

SHOWN = 3
"""Of what comes; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing to invoice, or to pay without an invoice. `several`: more than one pay, and nobody has said how."""

    obligation: Obligation
    amount: str
    note: str
    several: bool = False
    left_ore: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    found: Standing
    title: str
    words: StandWords
    late: bool
    """Its day has been, and what is next does not say so."""

    @property
    def waits(self) -> bool:
        """Something is left for somebody to do about it."""
        return self.found.is_open or self.found.to_pay_back_ore > 0

    @property
    def invoice(self) -> Invoice:
        return self.found.invoice


def rows_of(found: Iterable[Standing], viewer: UUID, today: date) -> list[Row]:
    return [
        Row(each, title_of(each.invoice), stand_words(each, viewer, today), is_said_late(each, today)) for each in found
    ]


def to_invoice(owed: Sequence[Obligation], found: Iterable[Standing], periods: Iterable[Period]) -> list[Coming]:
    """Without what has an invoice underway. With the sum as the plan is now, after what is invoiced."""
    busy = {each.invoice.obligation_id for each in found if each.invoice.credited_at is None}
    known = {(each.plan.payment.id, each.plan.whose, each.label): each for each in periods}
    return [_coming(each, known.get(keys_of(each))) for each in owed if each.pk not in busy]


def _coming(owed: Obligation, period: Period | None) -> Coming:
    several = len(owed.to_keys) > 1
    part = period.part if period else None
    if part is None or part.amount is None:
        return Coming(owed, "", owed.amount_note or gettext("Texten anger ingen summa."), several)
    note = owed.amount_note if part.preliminary else ""
    if not part.preliminary and part.change:
        note = gettext("Ändrad med %(change)s av det som redan är fakturerat för året.") % {"change": part.change}
    return Coming(owed, str(part.amount), note, several)


def to_pay(debts: Iterable[Obligation], paid: Mapping[UUID, int], without_invoice: set[str]) -> list[Coming]:
    """What is paid without an invoice. `paid`: öre written in already, by obligation."""
    found = []
    for each in debts:
        if each.term not in without_invoice:
            continue
        left = None if each.amount_ore is None else each.amount_ore - paid.get(each.pk, 0)
        note = each.amount_note
        if left is not None and each.pk in paid:
            note = gettext("%(left)s är kvar.") % {"left": kronor(left)}
        found.append(Coming(each, str(each.amount) if each.amount else "", note, len(each.by_keys) > 1, left))
    return found


@dataclass(frozen=True, slots=True)
class Regulating:
    """A year of which all is invoiced, and whose sum has changed since: above zero it is invoiced, below credited."""

    days: DateRange
    amount: Amount
    clause: str

    @property
    def to_credit(self) -> Amount | None:
        return -self.amount if self.amount.ore < 0 else None


def regulating(periods: Iterable[Period]) -> list[Regulating]:
    found: dict[tuple[str, str, DateRange], Regulating] = {}
    for each in periods:
        if each.year.regulating and all(part.invoiced for part in each.year.parts):
            key = (each.plan.payment.id, each.plan.whose, each.year.year)
            found[key] = Regulating(each.year.year, each.year.regulating, each.funding.clause)
    return list(found.values())
