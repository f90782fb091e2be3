"""Who may do what with invoices. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Invoice
from samsyn.web.organisations.roles import Permission


def may_manage(viewer: Viewer, partnership_id: UUID) -> bool:
    """Write drafts and details, send, receive, dispute, pay."""
    return viewer.may(Permission.MANAGE_MONEY) and partnership_id in viewer.partnerships


def check_may_manage(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_manage(viewer, partnership_id):
        raise PermissionDenied("Only those who keep the organisation's money do that.")


def may_write(viewer: Viewer, invoice: Invoice) -> bool:
    """One's own organisation's."""
    return invoice.organisation_id == viewer.organisation_id and may_manage(viewer, invoice.partnership_id)


def check_may_write(viewer: Viewer, invoice: Invoice) -> None:
    if not may_write(viewer, invoice):
        raise PermissionDenied("Only those who keep the sender's money write its invoices.")


def may_decide(viewer: Viewer, invoice: Invoice) -> bool:
    """Approve for the organisation, or give it back. Whoever checked it does not also approve it."""
    own = invoice.organisation_id == viewer.organisation_id and invoice.partnership_id in viewer.partnerships
    return own and viewer.may(Permission.DECIDE)


def check_may_decide(viewer: Viewer, invoice: Invoice) -> None:
    if not may_decide(viewer, invoice):
        raise PermissionDenied("Only those who decide for the sender approve its invoices.")


def may_return(viewer: Viewer, invoice: Invoice) -> bool:
    return may_write(viewer, invoice) or may_decide(viewer, invoice)


def check_may_return(viewer: Viewer, invoice: Invoice) -> None:
    if not may_return(viewer, invoice):
        raise PermissionDenied("Only the sender takes back what it has not sent.")


def may_answer(viewer: Viewer, invoice: Invoice) -> bool:
    """For the one who is invoiced."""
    return invoice.is_sent and invoice.payer_id == viewer.organisation_id and may_manage(viewer, invoice.partnership_id)


def check_may_answer(viewer: Viewer, invoice: Invoice) -> None:
    if not may_answer(viewer, invoice):
        raise PermissionDenied("Only the one who is invoiced answers.")


def may_note_payment(viewer: Viewer, invoice: Invoice) -> bool:
    """Both sides: the payer that it has paid, the receiver that the money has come."""
    side = viewer.organisation_id in (invoice.organisation_id, invoice.payer_id)
    return invoice.is_sent and side and may_manage(viewer, invoice.partnership_id)


def check_may_note_payment(viewer: Viewer, invoice: Invoice) -> None:
    if not may_note_payment(viewer, invoice):
        raise PermissionDenied("Only the two sides of an invoice note what is paid of it.")
