"""Who may do what with releases. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


def may_release(viewer: Viewer, partnership: Partnership) -> bool:
    """Those who decide for a party: what is let go cannot be taken back."""
    return viewer.may(Permission.DECIDE) and partnership.pk in viewer.partnerships


def check_may_release(viewer: Viewer, partnership: Partnership) -> None:
    if not may_release(viewer, partnership):
        raise PermissionDenied("Only those who decide for a party let go of its figures.")


def may_compile(viewer: Viewer, partnership: Partnership) -> bool:
    """Ordinary work of a party. Only what may be told comes of it."""
    return viewer.may(Permission.FULFIL) and partnership.pk in viewer.partnerships


def check_may_compile(viewer: Viewer, partnership: Partnership) -> None:
    if not may_compile(viewer, partnership):
        raise PermissionDenied("Only a party's own people add figures of several together.")
