"""Who may write what a party puts in: those who answer for what it owes. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_contribute(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_contribute(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_contribute(viewer, partnership_id):
        raise PermissionDenied("Only those who answer for what a party owes write what it puts in.")
