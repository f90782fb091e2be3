"""How the plan of a partnership stands: what the terms say, what is invoiced and what is paid. The same to all parties.

Drafts of invoices are their writer's own and are not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules.money import IndexRegister, Replanned, ReplannedYear, replan
from samsyn.rules.obligations import Plan, plans_of
from samsyn.rules.quantities import Amount
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Payment
from samsyn.web.invoices.queries import Standing, invoiced_by_label, standings
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership

Key = tuple[str, str, str]
"""Payment term, payer (empty: all together), label of the period."""
KINDS = ("invoice", "payment")
_INVOICE = "-invoice"


@dataclass(frozen=True, slots=True)
class Part:
    """One period of a plan. `invoice` and `payment` are the obligations about it; none where the plan has none.

    `sent`: the invoices that stand, the latest first. `paid_ore`: what somebody has written as paid, without VAT where
    the agreement's own sum is. `taken_back`: what was invoiced is credited in full, and nothing is invoiced anew.
    """

    part: Replanned
    terms: Agreement
    invoice: Obligation | None
    payment: Obligation | None
    sent: tuple[Standing, ...]
    paid_ore: int
    taken_back: bool = False

    @property
    def amount(self) -> Amount | None:
        return self.part.amount

    @property
    def is_paid(self) -> bool:
        """Nothing is left to pay, or the one who pays has shown that it was done."""
        if self.payment is not None and self.payment.met_on is not None and not self.taken_back:
            return True
        if self.sent:
            return all(each.left_ore <= 0 for each in self.sent)
        return self.amount is not None and 0 < self.amount.ore <= self.paid_ore

    @property
    def is_invoiced(self) -> bool:
        return bool(self.sent) or (self.invoice is not None and self.invoice.met_on is not None)

    @property
    def bill(self) -> Standing | None:
        """The sent invoice that is to be paid first: what the payer goes by, before any day that the plan says."""
        found = [each for each in self.sent if each.left_ore > 0 and each.invoice.due is not None]
        return min(found, key=lambda each: each.invoice.due or date.max, default=None)

    @property
    def day(self) -> date:
        """On which the money is to be there, as far as anybody can tell."""
        if self.bill is not None and self.bill.invoice.due is not None:
            return self.bill.invoice.due
        for owed in (self.payment, self.invoice):
            if owed is not None and owed.due is not None:
                return owed.due
        return self.part.planned.slot.window.last

    def day_of(self, owed: Obligation) -> date | None:
        """By which it is to be done: what is invoiced is paid by the day of the invoice."""
        return self.bill.invoice.due if self.bill is not None and owed.kind == "payment" else owed.due

    def left_to_do(self) -> list[Obligation]:
        """The invoice that is not sent and the payment that is not made. What is paid, or has been lowered to nothing,
        needs no invoice any more."""
        if self.is_paid or self.amount == Amount(0):
            return []
        owed = [None if self.is_invoiced else self.invoice, self.payment]
        return [each for each in owed if each is not None and each.is_open]


@dataclass(frozen=True, slots=True)
class PlanYear:
    """A year of a plan, its periods as they stand."""

    plan: Plan
    year: ReplannedYear
    parts: tuple[Part, ...]

    @property
    def number(self) -> int:
        """The year by which it is known: that of its periods, or of its days where none is left."""
        return self.parts[0].part.planned.slot.year if self.parts else self.year.year.start.year


@dataclass(frozen=True)
class Money:
    """All plans of a partnership, year by year, in the order of the text and then of time."""

    years: tuple[PlanYear, ...]
    register: IndexRegister

    def numbers(self) -> list[int]:
        return sorted({each.number for each in self.years})

    def of(self, year: int) -> list[PlanYear]:
        return [each for each in self.years if each.number == year]

    def parts(self) -> list[Part]:
        return [part for each in self.years for part in each.parts]


def money_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date, register: IndexRegister) -> Money:
    """Six queries, whatever the length of the plan."""
    sent = [each for each in standings(viewer, [partnership.pk]) if each.invoice.is_sent and not each.invoice.is_credit]
    return _money(dossier, register, today, _owed(viewer, partnership.pk), sent, _paid(viewer, partnership.pk))


def _owed(viewer: Viewer, partnership: UUID) -> list[Obligation]:
    rows = Obligation.objects.visible_to(viewer).filter(partnership_id=partnership, kind__in=KINDS)
    return list(rows.standing().defer("reason"))


def _paid(viewer: Viewer, partnership: UUID) -> list[Payment]:
    """What was paid without an invoice; the rest comes with the invoices."""
    rows = Payment.objects.visible_to(viewer).standing().filter(partnership_id=partnership, invoice=None)
    return list(rows)


def _money(
    dossier: Dossier, register: IndexRegister, today: date, owed: Iterable[Obligation], sent: Sequence[Standing],
    paid: Iterable[Payment],
) -> Money:  # fmt: skip
    by_key: dict[tuple[str, Key], Obligation] = {(each.kind, key_of(each)): each for each in owed}
    (invoices, credited), payments = _by_key(sent), _without_invoice(paid)
    invoiced = invoiced_by_label(sent)
    years = []
    for plan in plans_of(dossier, index=register, known_on=today):
        terms = {part.slot.label: each for part, each in zip(plan.parts, plan.terms, strict=True)}
        done = invoiced.get((plan.payment.id, plan.whose), {})
        for year in replan(plan.parts, done, plan.payment.changed):
            parts = []
            for part in year.parts:
                label = part.planned.slot.label
                key = (plan.payment.id, plan.whose, label)
                debt, found = by_key.get(("payment", key)), tuple(invoices[key])
                ore = sum(each.agreed_paid_ore for each in found) + payments.get(debt.pk if debt else None, 0)
                gone = key in credited and not found
                parts.append(Part(part, terms[label], by_key.get(("invoice", key)), debt, found, ore, gone))
            years.append(PlanYear(plan, year, tuple(parts)))
    return Money(tuple(years), register)


def key_of(owed: Obligation) -> Key:
    """Which part of which plan an obligation to invoice or to pay is about, as its rule names it."""
    label, _, payer = owed.occurrence.partition(_INVOICE)
    if owed.kind == "invoice":
        return owed.term, payer.removeprefix("-"), label
    payer = next((key for key in owed.by_keys if owed.occurrence.endswith(f"-{key}")), "")
    return owed.term, payer, owed.occurrence.removesuffix(f"-{payer}") if payer else owed.occurrence


def _by_key(sent: Iterable[Standing]) -> tuple[Mapping[Key, list[Standing]], set[Key]]:
    """What stands, and what was credited in full, which is as if it had not been sent."""
    found: dict[Key, list[Standing]] = defaultdict(list)
    credited: set[Key] = set()
    for each in sent:
        if each.invoice.obligation is None:
            continue
        key = key_of(each.invoice.obligation)
        if each.invoice.credited_at is None:
            found[key].append(each)
        else:
            credited.add(key)
    return found, credited


def _without_invoice(paid: Iterable[Payment]) -> Mapping[UUID | None, int]:
    found: dict[UUID | None, int] = defaultdict(int)
    for each in paid:
        found[each.obligation_id] += each.amount_ore
    return found
