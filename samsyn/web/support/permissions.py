"""Who may count. `check_…` raises, `may_…` answers the template. Which line there is to count, the agreement says."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_count(viewer: Viewer, partnership_id: UUID) -> bool:
    """Daily work. To read the sums is to read the partnership."""
    return viewer.may(Permission.WORK) and partnership_id in viewer.partnerships


def check_may_count(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_count(viewer, partnership_id):
        raise PermissionDenied("Contacts are counted by those who do the daily work of the party that has the line.")
