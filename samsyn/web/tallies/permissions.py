"""Who may do what with the tallies. `check_…` raises, `may_…` answers the template.

All of it only for the party that counts. To count is daily work; to close a period, to decide what waits and to
revoke a tablet is for those who answer for the figures.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_count(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.WORK) and partnership_id in viewer.partnerships


def check_may_count(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_count(viewer, partnership_id):
        raise PermissionDenied("Only those who do the daily work of a party write its tallies.")


def may_answer_for(viewer: Viewer, partnership_id: UUID) -> bool:
    """For the figures: closed periods, what waits, which tablets count."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_answer_for(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_answer_for(viewer, partnership_id):
        raise PermissionDenied("Only those who answer for a party's figures decide this.")
