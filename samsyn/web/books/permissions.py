"""Who may keep the books of a party in a partnership, and show them."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_keep_books(viewer: Viewer, partnership_id: UUID) -> bool:
    """A civil party's own: what the public party spends is not part of the insight."""
    return (
        viewer.may(Permission.MANAGE_MONEY)
        and viewer.organisation_kind == "civil"
        and partnership_id in viewer.partnerships
    )


def check_may_keep_books(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_keep_books(viewer, partnership_id):
        raise PermissionDenied("Only those who manage the money of a civil party keep its books.")


def check_may_import(viewer: Viewer) -> None:
    """A file is of all the organisation's partnerships."""
    if not (viewer.may(Permission.MANAGE_MONEY) and viewer.organisation_kind == "civil"):
        raise PermissionDenied("Only those who manage the money of a civil party read in its books.")
