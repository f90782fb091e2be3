"""Who may do what with meetings. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_read(viewer: Viewer) -> bool:
    return viewer.may(Permission.READ_PARTNERSHIP)


def check_may_read(viewer: Viewer) -> None:
    """404 for who may not: to them the page does not exist."""
    if not may_read(viewer):
        raise Http404


def may_work(viewer: Viewer, partnership_id: UUID) -> bool:
    """Call, write, approve: those who answer for a party's obligations. Who only takes part reads."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_work(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_work(viewer, partnership_id):
        raise PermissionDenied("Only someone who answers for a party's obligations works with its meetings.")
