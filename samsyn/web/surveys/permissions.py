"""Who may do what with the surveys. `check_…` raises, `may_…` answers the template.

To write questions, fix them, and to open and close a round is for those who answer for the party's duties; to type in
what was answered on paper is daily work. Whoever has a round's code answers, and needs no permission.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_ask(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_ask(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_ask(viewer, partnership_id):
        raise PermissionDenied("Only those who answer for a party's duties decide what it asks.")


def may_type_in(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.WORK) and partnership_id in viewer.partnerships


def check_may_type_in(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_type_in(viewer, partnership_id):
        raise PermissionDenied("Only those who do the daily work of a party type in what was answered on paper.")
