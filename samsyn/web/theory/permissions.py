"""Who may enter a figure from outside, and take it back. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.theory.models import OutsideFigure


def may_enter(viewer: Viewer, partnership_id: UUID) -> bool:
    """Those who answer for a party's obligations."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_enter(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_enter(viewer, partnership_id):
        raise PermissionDenied("Figures from outside are entered by those who answer for a party's obligations.")


def may_withdraw(viewer: Viewer, figure: OutsideFigure) -> bool:
    """Only the party that entered it."""
    return may_enter(viewer, figure.partnership_id) and figure.organisation_id == viewer.organisation_id


def check_may_withdraw(viewer: Viewer, figure: OutsideFigure) -> None:
    if not may_withdraw(viewer, figure):
        raise PermissionDenied("A figure from outside is taken back by the party that entered it.")
