"""Who may write in the register of indices: those who manage money. Whoever reads partnerships reads it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_enter(viewer: Viewer) -> bool:
    return viewer.acts and viewer.may(Permission.MANAGE_MONEY)


def check_may_enter(viewer: Viewer) -> None:
    if not may_enter(viewer):
        raise PermissionDenied("Only those who manage money write in the register of indices.")
