"""When a period of a payment plan is invoiced and paid, and with what sum: shared by the invoice and the payment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from samsyn.rules.money.plan import PlannedPayment, payment_plan
from samsyn.rules.money.sums import waiting_note
from samsyn.rules.obligations.obligation import Obligation, Owed
from samsyn.rules.obligations.recurrence import due_in
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.periods import Slot
from samsyn.rules.quantities import Amount
from samsyn.rules.terms import Term
from samsyn.rules.terms.funding import Funding, Payment


class Due(NamedTuple):
    """A day, whether the text says it, and why."""

    day: date
    stated: bool
    why: str


class Debt(NamedTuple):
    """What one payer (or all together, where `whose` is empty) pays under a plan."""

    whose: str
    payers: tuple[str, ...]
    plan: tuple[PlannedPayment, ...]


def debts_of(payment: Payment, setting: Setting) -> Sequence[Debt]:
    """The plan, made once for the invoices and the payments."""
    if payment.id not in setting.made:
        setting.made[payment.id] = tuple(_debts(payment, setting))
    made: Sequence[Debt] = setting.made[payment.id]
    return made


def _debts(payment: Payment, setting: Setting) -> Iterator[Debt]:
    """The plan over the days on which both it and its funding hold: one for each payer where the text divides the sum.

    Nobody's part can be known where plans of their own are written for payers whose shares are not.
    """
    agreement, funding = setting.agreement, setting.agreement.funding[payment.funding]
    days, funded = setting.days_of(payment), setting.days_of(funding)
    both = days.overlap(funded) if days and funded else None
    payers = payment.by or funding.payers
    if both is None:
        return
    if funding.shares:
        for payer in payers:
            plan = payment_plan(agreement, payment, both, setting.register, payer)
            yield Debt(payer if len(payers) > 1 else "", (payer,), plan)
        return
    plan = payment_plan(agreement, payment, both, setting.register)
    others = any(each.funding == funding.id and each.applies and each != payment for each in agreement.payment.values())
    unknown = others and bool(payment.by)
    yield Debt("", payers, tuple(replace(each, amount=None, last_known=None) for each in plan) if unknown else plan)


def terms_behind(payment: Payment, setting: Setting) -> tuple[Term, ...]:
    """The funding and, if it follows one, its index: their readings decide the sum."""
    funding = setting.agreement.funding[payment.funding]
    index = setting.agreement.index.get(funding.index or "")
    return (funding, index) if index else (funding,)


def day_of(slot: Slot, payment: Payment) -> Due:
    """The day for the invoice, or for the payment where there is none. Not stated where `when` is a reading."""
    stated = not payment.assumes("when")
    start = "I" if stated else "Punkten läses som i"
    if payment.when == "advance":
        return Due(slot.window.start, stated, start + " förskott: första dagen i {window}.")
    if payment.when == "arrears":
        return Due(slot.window.end, stated, start + " efterskott: dagen efter {window}.")
    if payment.due is not None:
        return Due(*due_in(slot, payment.due, following=False))
    why = "Punkten säger inte när under {window}. Periodens sista dag visas."
    return Due(slot.window.last, False, why)


def invoice_day(slot: Slot, payment: Payment) -> Due:
    """The day for the invoice. A day that the text gives for the payment says only that the invoice comes before it."""
    due = day_of(slot, payment)
    if payment.when == "fixed_day" and payment.days_to_pay is None:
        return Due(due.day, False, "Fakturan behövs före betalningen. Punkten säger ingen dag för den.")
    return due


def after_invoice(invoice: Due, slot: Slot, payment: Payment) -> Due:
    """The day for paying an invoice: so many days after it, the day that the text gives, or when the period ends."""
    if payment.when == "fixed_day" and payment.days_to_pay is None:
        return invoice
    if payment.days_to_pay is not None:
        day = invoice.day + timedelta(days=payment.days_to_pay)
        return Due(day, invoice.stated, f"{payment.days_to_pay} dagar efter fakturan {invoice.day}.")
    why = "Mot faktura. Punkten säger ingen dag för betalningen. {} visas."
    if invoice.day > slot.window.last:
        return Due(invoice.day, False, why.format("Fakturans dag"))
    return Due(slot.window.last, False, why.format("Periodens sista dag"))


def entry(
    owed: Owed, planned: PlannedPayment, due: Due, payment: Payment, setting: Setting, occurrence: str
) -> Obligation:
    """One period of the plan as an obligation, with its sum or what it waits for."""
    amount, note = _sum(planned, setting.agreement.funding[payment.funding], payment)
    if amount is not None and owed.joint:
        note = f"Texten säger inte hur summan delas mellan dem. {note}".strip()
    return Obligation(
        owed, owed.named(occurrence), planned.slot.window, due.day, due.stated, due.why, planned.slot,
        amount=amount, amount_note=note, inputs=planned.steps, after_end=due.day > setting.life.last,
    )  # fmt: skip


def _sum(planned: PlannedPayment, funding: Funding, payment: Payment) -> tuple[Amount | None, str]:
    """The sum if it is settled beforehand, else what is known about it."""
    if planned.is_open:
        return None, _open(planned, funding, payment)
    if planned.last_known is None:
        return None, "Texten anger ingen summa för den här delen."
    if planned.awaits:
        return None, waiting_note(planned.awaits, planned.last_known)
    return planned.amount, "Kostnaderna ska visas i underlaget." if payment.verified else ""


def _open(planned: PlannedPayment, funding: Funding, payment: Payment) -> str:
    """What the text says of the sum: the most that is paid, what it is reckoned to be, or that a figure is awaited."""
    start, limit = _OPEN.get(funding.basis, ("Delarna är inte bestämda i förväg", "sammanlagt"))
    if payment.verified:
        start = "Efter kostnader som visas i underlaget"
    if planned.awaits:
        return f"{start}. Summan för hela tiden väntar på {' och '.join(planned.awaits)}."
    if not planned.written:
        return f"{start}. Texten anger ingen summa."
    return f"{start}, {limit} {' och '.join(planned.written)}."


_OPEN = {"ceiling": ("Efter kostnad", "sammanlagt högst"), "verified_cost": ("Efter kostnad", "beräknat till")}
