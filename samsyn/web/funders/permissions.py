"""Who may declare who else pays: those who manage the party's money. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_declare(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.MANAGE_MONEY) and partnership_id in viewer.partnerships


def check_may_declare(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_declare(viewer, partnership_id):
        raise PermissionDenied("Only those who manage a party's money declare who else pays.")
