"""What an agreement does not let an invoice go over: the ceiling of the year, and what is credited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.quantities import Amount
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.web.invoices.models import Invoice, InvoiceLine
from samsyn.web.invoices.queries.plan import Period, ceiling_of, keys_of, period_of


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`before`: what other invoices of the same year have taken of it."""

    most: Amount
    before: Amount
    this: Amount
    clause: str
    year: int

    @property
    def over(self) -> Amount:
        return Amount(max(0, self.before.ore + self.this.ore - self.most.ore))

    @property
    def left(self) -> Amount:
        return self.most - self.before


@dataclass(frozen=True, slots=True)
class OverBudget:
    """A cost line of which more is invoiced in the year than the agreement reckons with."""

    cost_line: str
    clause: str
    budget: Amount
    invoiced: Amount

    @property
    def over(self) -> Amount:
        return self.invoiced - self.budget


def check_limits(invoice: Invoice, dossier: Dossier, today: date) -> None:
    """Raises ValidationError, with the clause. The caller has waited in line, so no other invoice slips in between."""
    if invoice.is_credit:
        _check_credit(invoice)
        return
    found = ceiling_for(invoice, dossier, today)
    if found is not None and found.over:
        said = gettext(
            "Fakturan går %(over)s över det mesta som betalas för %(year)s: %(most)s (punkt %(clause)s). Före den är "
            "%(before)s fakturerat. Minska raderna till högst %(left)s, eller låt parterna ändra taket först."
        )
        raise ValidationError(
            said
            % {
                "over": found.over, "year": found.year, "most": found.most, "clause": found.clause,
                "before": found.before, "left": found.left,
            }
        )  # fmt: skip


def ceiling_for(invoice: Invoice, dossier: Dossier, today: date) -> Ceiling | None:
    """None where the text sets no ceiling, or the invoice is written beside the plan."""
    if invoice.obligation is None or invoice.is_credit:
        return None
    period = period_of(invoice.obligation, dossier, {}, today)
    most = ceiling_of(period, dossier, today) if period else None
    if period is None or most is None:
        return None
    before = sum(_agreed(each) for each in _same_year(invoice, period))
    return Ceiling(most, Amount(before), Amount(invoice.agreed_ore), period.funding.clause, period.year.year.start.year)


def over_budget(invoice: Invoice, terms: Agreement) -> list[OverBudget]:
    """Cost lines that the lines of the invoice take over what the agreement reckons with, in the calendar year."""
    budgets = {key: each.amount for key, each in terms.cost_line.items() if each.amount is not None and each.applies}
    rows = InvoiceLine.objects.filter(
        organisation_id=invoice.organisation_id,
        partnership_id=invoice.partnership_id,
        invoice__first__year=invoice.first.year,
        invoice__credited_at=None,
        cost_line__in=list(budgets),
    ).exclude(invoice__state__in=["discarded"])
    rows = rows.filter(invoice__payer_id=invoice.payer_id).select_related("invoice")
    summed: dict[str, int] = {}
    mine = set()
    for row in rows:
        if row.invoice_id != invoice.pk and not row.invoice.is_sent:
            continue
        mine |= {row.cost_line} if row.invoice_id == invoice.pk else set()
        summed[row.cost_line] = summed.get(row.cost_line, 0) + (
            -row.amount_ore if row.invoice.is_credit else row.amount_ore
        )
    return [
        OverBudget(key, terms.cost_line[key].clause, budget, Amount(summed[key]))
        for key, budget in budgets.items()
        if key in mine and summed[key] > budget.ore
    ]


def _check_credit(invoice: Invoice) -> None:
    """No more is credited than was invoiced, by all credit notes together."""
    credited = invoice.credits
    assert credited is not None, "a credit note says what it credits"
    others = credited.credit_notes.filter(state__in=["approved", "sent"]).exclude(pk=invoice.pk)
    before = sum(others.values_list("total_ore", flat=True))
    if before + invoice.total_ore > credited.total_ore:
        said = gettext(
            "Faktura %(name)s är på %(total)s, och %(before)s är redan krediterat. Det går inte att kreditera mer än "
            "%(left)s. Minska raderna."
        )
        left = Amount(credited.total_ore - before)
        raise ValidationError(
            said % {"name": credited.name, "total": credited.total, "before": Amount(before), "left": left}
        )


def _same_year(invoice: Invoice, period: Period) -> Iterable[Invoice]:
    """Approved and sent invoices for the other periods of the same year of the same plan, and their credit notes."""
    assert invoice.obligation is not None
    labels = {part.planned.slot.label for part in period.year.parts}
    rows = Invoice.objects.filter(partnership_id=invoice.partnership_id, state__in=["approved", "sent"])
    found: list[Invoice] = []
    counted: set[UUID] = set()
    for each in rows.exclude(pk=invoice.pk).filter(kind="invoice").select_related("obligation"):
        if each.obligation is None:
            continue
        term, payer, label = keys_of(each.obligation)
        if (term, payer) == (period.plan.payment.id, period.plan.whose) and label in labels:
            found.append(each)
            counted.add(each.pk)
    return [*found, *rows.filter(kind="credit", state="sent", credits_id__in=counted)]


def _agreed(invoice: Invoice) -> int:
    return -invoice.agreed_ore if invoice.is_credit else invoice.agreed_ore
