"""Who may keep the books of a party in a partnership, and show them."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_keep_books(viewer: Viewer, partnership_id: UUID) -> bool:
    """A party's own. The insight is into the civil party's economy; a public one may lay in what it has paid itself."""
    return viewer.may(Permission.MANAGE_MONEY) and partnership_id in viewer.partnerships


def check_may_keep_books(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_keep_books(viewer, partnership_id):
        raise PermissionDenied("Only those who manage a party's money keep its books.")


def check_may_import(viewer: Viewer) -> None:
    """A file is of all the organisation's partnerships."""
    if not viewer.may(Permission.MANAGE_MONEY):
        raise PermissionDenied("Only those who manage an organisation's money read in its books.")
