"""What every act on an invoice needs: the row, locked; whose turn it is; its sums; what has happened to it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history.actions import record
from samsyn.web.invoices.models import Invoice, InvoiceEvent, SellerDetails
from samsyn.web.invoices.paper import vat_on
from samsyn.web.invoices.queries.details import seller_on
from samsyn.web.project.conflicts import take_turns

State = Invoice.State
_RELATED = ("organisation", "payer", "obligation", "credits", "partnership")


def wait_in_line(partnership: UUID) -> None:
    """Acts on the invoices of a partnership are done one at a time, whoever does them: they share a ceiling."""
    take_turns(f"invoices of {partnership}")


def locked(invoice: Invoice, by: Viewer) -> Invoice:
    """One's own, as it stands now, held until the act is done."""
    wait_in_line(invoice.partnership_id)
    rows = Invoice.objects.own(by).select_for_update(of=("self",))
    return rows.select_related(*_RELATED).get(pk=invoice.pk)


def seen_now(invoice: Invoice, by: Viewer) -> Invoice:
    """A sent one, as it stands now, after whoever else acts on it is done. Not ours to lock."""
    wait_in_line(invoice.partnership_id)
    return Invoice.objects.visible_to(by).select_related(*_RELATED).get(pk=invoice.pk)


def check_draft(invoice: Invoice) -> None:
    if not invoice.is_draft:
        raise ValidationError(
            gettext(
                "Fakturan är inte längre ett utkast. Lämna tillbaka den till utkast innan du ändrar, eller kreditera "
                "den om den är sänd."
            )
        )


def sum_up(invoice: Invoice, seller: SellerDetails | None) -> None:
    """Set the sums by the lines as they are now, and VAT as the seller says it or as it is already settled."""
    if not invoice.is_credit:
        invoice.tax = seller.tax if seller else ""
        invoice.tax_rate = seller.tax_rate if seller else None
        invoice.tax_reason = seller.tax_reason if seller else ""
        invoice.includes_vat = seller.includes_vat if seller else None
    invoice.net_ore = sum(invoice.lines.values_list("amount_ore", flat=True))
    invoice.vat_ore = vat_on(invoice.net_ore, invoice.tax, invoice.tax_rate)
    invoice.total_ore = invoice.net_ore + invoice.vat_ore


SUMS = ["tax", "tax_rate", "tax_reason", "includes_vat", "net_ore", "vat_ore", "total_ore"]


def summed(invoice: Invoice, today: date) -> Invoice:
    """With its sums kept."""
    sum_up(invoice, seller_on(today, invoice.partnership_id, invoice.organisation_id))
    invoice.save(update_fields=SUMS)
    return invoice


def terms_of(invoice: Invoice, today: date) -> tuple[Dossier, Agreement]:
    dossier = dossier_of(invoice.partnership)
    return dossier, terms_on(dossier, today, today)


def happened(
    kind: str, invoice: Invoice, *, by: Viewer | Job, now: datetime, today: date, says: str = "", clause: str = ""
) -> InvoiceEvent:
    """The event, and the history of the partnership. Call it last: an event that cannot be is refused by the table."""
    person, organisation = (
        (by.person_id, by.organisation_id) if isinstance(by, Viewer) else (None, invoice.organisation_id)
    )
    event = InvoiceEvent.objects.create(
        partnership_id=invoice.partnership_id,
        organisation_id=organisation,
        invoice=invoice,
        kind=kind,
        on=today,
        says=says,
        at=now,
        by_id=person,
    )
    shared = kind in InvoiceEvent.SHARED
    refers_to = {"number": invoice.number, "kind": str(invoice.kind)} if invoice.number else {"kind": str(invoice.kind)}
    record(
        f"invoice.{kind}", by=by, now=now, subject=invoice, partnership=invoice.partnership_id,
        organisation=None if isinstance(by, Viewer) else organisation, refers_to=refers_to, shared=shared,
        clause=clause,
    )  # fmt: skip
    return event
