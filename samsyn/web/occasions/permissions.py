"""Who may do what with the occasions. `check_…` raises, `may_…` answers the template.

All of it only for the party that holds them. To plan, hold and cancel is daily work; to add what the agreement does not
name, and to open an occasion to the other parties, is for those who answer for the party.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_hold(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.WORK) and partnership_id in viewer.partnerships


def check_may_hold(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_hold(viewer, partnership_id):
        raise PermissionDenied("Only those who do the daily work of a party plan and hold its occasions.")


def may_answer_for(viewer: Viewer, partnership_id: UUID) -> bool:
    """For what the party holds: own activities, and what other parties see."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_answer_for(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_answer_for(viewer, partnership_id):
        raise PermissionDenied("Only those who answer for a party decide what it holds.")
