"""Money has moved: paid of an invoice, in one or several parts, or paid as the agreement says without one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import Amount
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.invoices.actions.rows import seen_now, wait_in_line
from samsyn.web.invoices.actions.words import tell_the_other
from samsyn.web.invoices.models import Invoice, Payment
from samsyn.web.invoices.permissions import check_may_answer, check_may_manage, check_may_note_payment
from samsyn.web.invoices.queries.plan import payment_of
from samsyn.web.invoices.queries.standing import Standing, left_to_pay, standing_of
from samsyn.web.obligations.actions import give_evidence, take_back_evidence
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.permissions import may_give
from samsyn.web.project.conflicts import refusals_of

_LONGEST_BEFORE = timedelta(days=366)

acts.register(
    {
        "payment.note": _("skrev in en betalning"),
        "payment.take_back": _("tog tillbaka en inskriven betalning"),
    }
)


@transaction.atomic
def pay(
    invoice: Invoice, amount_ore: int, paid_on: date, says: str = "", *,
    made: UUID, by: Viewer, now: datetime, today: date,
) -> Payment:  # fmt: skip
    """So much of it was paid. By either side, once for the same money: never more than what is left.

    When the payer writes the last part of it, the obligation to pay is shown to be met. `made` is the form's own id.
    """
    check_may_note_payment(by, invoice)
    found = standing_of(by, seen_now(invoice, by))
    there = Payment.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    _check_day(paid_on, today, found.invoice.first)
    left = left_to_pay(by, found)
    if amount_ore > left:
        said = gettext(
            "Av fakturan är %(left)s kvar att betala. Kanske är betalningen redan inskriven av den andra parten."
        )
        raise ValidationError({"amount": said % {"left": Amount(left)}})
    debt = payment_of(found.invoice.obligation) if found.invoice.obligation else None
    payment = _note(found.invoice, debt, invoice.partnership_id, amount_ore, paid_on, says, made=made, by=by, now=now)
    if amount_ore == left:
        _show(debt, paid_on, by=by, now=now, today=today)
    tell_the_other(found.invoice, "paid", by=by, now=now, today=today, about=str(payment.pk))
    return payment


@transaction.atomic
def show_paid(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> None:
    """The payer says that what the receiver has noted is right: the obligation to pay is met. Again: nothing."""
    check_may_answer(by, invoice)
    found = standing_of(by, seen_now(invoice, by))
    if found.left_ore > 0 or not found.payments:
        raise ValidationError(gettext("Fakturan är inte betald i sin helhet."))
    debt = payment_of(found.invoice.obligation) if found.invoice.obligation else None
    _show(debt, max(each.paid_on for each in found.payments), by=by, now=now, today=today)


@transaction.atomic
def pay_without_invoice(
    debt: Obligation, amount_ore: int, paid_on: date, says: str = "", *,
    made: UUID, by: Viewer, now: datetime, today: date,
) -> Payment:  # fmt: skip
    """What the agreement says is paid without an invoice, by whoever owes it. Less than it all is a part of it."""
    check_may_manage(by, debt.partnership_id)
    if by.organisation_id not in debt.owed_by:
        raise PermissionDenied("Only the one who owes it says that it is paid.")
    wait_in_line(debt.partnership_id)
    there = Payment.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    _check_day(paid_on, today, debt.window_start)
    left = left_of(debt, by)
    if left is not None and amount_ore > left:
        said = gettext("Enligt punkt %(clause)s är %(left)s kvar att betala. Kanske är betalningen redan inskriven.")
        raise ValidationError({"amount": said % {"left": Amount(max(0, left)), "clause": debt.clause}})
    payment = _note(None, debt, debt.partnership_id, amount_ore, paid_on, says, made=made, by=by, now=now)
    if left is None or amount_ore == left:
        _show(debt, paid_on, by=by, now=now, today=today)
    return payment


def left_of(debt: Obligation, by: Viewer) -> int | None:
    """Of what is paid without an invoice, in öre; None where no sum is settled."""
    if debt.amount_ore is None:
        return None
    rows = Payment.objects.visible_to(by).standing().filter(obligation=debt)
    return debt.amount_ore - sum(rows.values_list("amount_ore", flat=True))


@transaction.atomic
def take_back(payment: Payment, because: str, *, by: Viewer, now: datetime, today: date) -> Payment:
    """By whoever wrote it, with the reason. What it showed is shown no longer. Again: as it was."""
    check_may_manage(by, payment.partnership_id)
    wait_in_line(payment.partnership_id)
    found = Payment.objects.own(by).select_for_update(of=("self",)).get(pk=payment.pk)
    if found.taken_back_at is not None:
        return found
    if not because.strip():
        raise ValidationError({"because": gettext("Skriv varför betalningen tas tillbaka.")})
    found.taken_back_at, found.taken_back_because = now, because.strip()
    with refusals_of(Payment):
        found.save(update_fields=["taken_back_at", "taken_back_because"])
    record("payment.take_back", by=by, now=now, subject=found, partnership=found.partnership_id, shared=True)
    _show_no_longer(found, because.strip(), by=by, now=now, today=today)
    return found


def _note(
    invoice: Invoice | None, debt: Obligation | None, place: UUID, amount_ore: int, paid_on: date, says: str, *,
    made: UUID, by: Viewer, now: datetime,
) -> Payment:  # fmt: skip
    with refusals_of(Payment):
        payment = Payment.objects.create(
            id=made,
            partnership_id=place,
            organisation_id=by.organisation_id,
            invoice=invoice,
            obligation=debt,
            paid_on=paid_on,
            amount_ore=amount_ore,
            says=says.strip(),
            written_at=now,
            written_by_id=by.person_id,
        )
    record(
        "payment.note", by=by, now=now, subject=payment, partnership=place, refers_to={"paid_on": paid_on},
        clause=debt.clause if debt else "", shared=True,
    )  # fmt: skip
    return payment


def _check_day(paid_on: date, today: date, first: date) -> None:
    """`first` is the first day of what is paid. Longer before it than a year is a slip of the pen, and the money would
    stand in the account of another year."""
    if paid_on > today:
        raise ValidationError(
            {"paid_on": gettext("Den dagen har inte varit än. Skriv in betalningen när den är gjord.")}
        )
    if first - paid_on > _LONGEST_BEFORE:
        said = gettext("Dagen ligger mer än ett år före det som betalas, %(first)s. Kontrollera året.")
        raise ValidationError({"paid_on": said % {"first": first}})


def _show(debt: Obligation | None, paid_on: date, *, by: Viewer, now: datetime, today: date) -> None:
    """Only the one who owes it can show it; what the receiver writes waits for the payer's word."""
    if debt is None or debt.fell_away_on is not None or debt.waived_on is not None or not may_give(by, debt):
        return
    give_evidence(debt, kind=Evidence.Kind.PAYMENT, done_on=paid_on, by=by, now=now, today=today)


def _show_no_longer(payment: Payment, because: str, *, by: Viewer, now: datetime, today: date) -> None:
    if payment.obligation_id is None:
        return
    given = Evidence.objects.filter(
        obligation_id=payment.obligation_id, kind=Evidence.Kind.PAYMENT, organisation_id=by.organisation_id,
        taken_back_at=None,
    )  # fmt: skip
    for each in given.select_related("obligation", "obligation__partnership"):
        take_back_evidence(each, because, by=by, now=now, today=today)


def is_shown(found: Standing) -> bool:
    """Whether the obligation to pay an invoice is met, or there is none."""
    debt = payment_of(found.invoice.obligation) if found.invoice.obligation else None
    return debt is None or debt.met_on is not None
