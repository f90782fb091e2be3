"""What the plan says is to be invoiced and paid, with what has been invoiced already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.rules.money import amount_between
from samsyn.rules.money.replan import Replanned, ReplannedYear, replan
from samsyn.rules.money.shares import Part
from samsyn.rules.obligations.plans import Plan, plans_of
from samsyn.rules.quantities import Amount
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding, Payment
from samsyn.rules.timeline import life
from samsyn.web.access.viewer import Viewer
from samsyn.web.indices.queries import register
from samsyn.web.invoices.queries.standing import Standing, standings
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership

INVOICE = "-invoice"
"""What the key of an obligation to invoice has beside that of the payment."""
Invoiced = Mapping[tuple[str, str], Mapping[str, Amount]]
"""Payment term and payer (empty: all together) → label of the period → what has been invoiced net of credits."""


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a plan: what the terms say, what is invoiced, and so what it comes to."""

    plan: Plan
    year: ReplannedYear
    part: Replanned
    terms: Agreement

    @property
    def label(self) -> str:
        return self.part.planned.slot.label

    @property
    def payment(self) -> Payment:
        return self.terms.payment.get(self.plan.payment.id, self.plan.payment)

    @property
    def funding(self) -> Funding:
        return self.terms.funding.get(self.plan.funding.id, self.plan.funding)

    @property
    def follows_cost(self) -> bool:
        """No sum is settled beforehand: it comes from what was spent."""
        return self.part.planned.is_open and self.funding.basis in ("ceiling", "verified_cost")


def keys_of(obligation: Obligation) -> tuple[str, str, str]:
    """Payment term, payer (or empty) and period of an obligation of kind invoice, as its rule names it."""
    label, _, payer = obligation.occurrence.partition(INVOICE)
    return obligation.term, payer.removeprefix("-"), label


def payment_of(obligation: Obligation) -> Obligation | None:
    """The obligation to pay what an obligation to invoice is about."""
    key = obligation.occurrence.replace(INVOICE, "", 1)
    rows = Obligation.objects.filter(partnership_id=obligation.partnership_id, term=obligation.term, kind="payment")
    return rows.filter(occurrence=key).first()


def invoiced_by_label(found: Iterable[Standing]) -> Invoiced:
    """Of what is sent. What is credited in full is not invoiced."""
    summed: dict[tuple[str, str], dict[str, Amount]] = {}
    for each in found:
        invoice = each.invoice
        if invoice.is_sent and invoice.obligation is not None and invoice.credited_at is None:
            term, payer, label = keys_of(invoice.obligation)
            summed.setdefault((term, payer), {})[label] = Amount(each.agreed_left_ore)
    return summed


def periods_of(dossier: Dossier, invoiced: Invoiced, today: date) -> list[Period]:
    """Every period of every plan, in the order of the text and then of time."""
    found = []
    for plan in plans_of(dossier, index=register(), known_on=today):
        terms = {part.slot.label: each for part, each in zip(plan.parts, plan.terms, strict=True)}
        for year in replan(plan.parts, invoiced.get((plan.payment.id, plan.whose), {}), plan.payment.changed):
            found += [Period(plan, year, part, terms[part.planned.slot.label]) for part in year.parts]
    return found


def period_of(obligation: Obligation, dossier: Dossier, invoiced: Invoiced, today: date) -> Period | None:
    """The one that an obligation to invoice is about; None where the terms no longer have it."""
    term, payer, label = keys_of(obligation)
    for each in periods_of(dossier, invoiced, today):
        if (each.plan.payment.id, each.plan.whose, each.label) == (term, payer, label):
            return each
    return None


def ceiling_of(period: Period, dossier: Dossier, today: date) -> Amount | None:
    """The most that is paid for the year of a period, where the text sets a ceiling; the payer's part of it."""
    if period.funding.basis != "ceiling":
        return None
    whole = amount_between(
        period.terms, period.funding, period.part.planned.year, register(), life(dossier, today)
    ).amount
    if whole is None or not period.plan.whose or not period.funding.shares:
        return whole
    return Part(period.funding, period.plan.whose).of(whole)


def next_to_invoice(viewer: Viewer, partnership: Partnership, organisation_key: str) -> list[Obligation]:
    """What the party is to invoice and has not, by day."""
    rows = Obligation.objects.visible_to(viewer).filter(partnership=partnership, kind="invoice").open()
    return list(rows.owed_by(organisation_key).order_by("due", "term", "occurrence"))


def next_to_pay(viewer: Viewer, partnership: Partnership) -> list[Obligation]:
    """What is to be paid and nothing shows that it was, by day."""
    rows = Obligation.objects.visible_to(viewer).filter(partnership=partnership, kind="payment").open()
    return list(rows.order_by("due", "term", "occurrence"))


def invoiced_in(viewer: Viewer, partnership: Partnership) -> Invoiced:
    return invoiced_by_label(standings(viewer, [partnership.pk]))
