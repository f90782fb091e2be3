"""Who may open something to everyone. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


def may_open(viewer: Viewer, partnership: Partnership) -> bool:
    """Those who decide for a party. Any of them also closes."""
    return viewer.may(Permission.DECIDE) and partnership.pk in viewer.partnerships


def check_may_open(viewer: Viewer, partnership: Partnership) -> None:
    if not may_open(viewer, partnership):
        raise PermissionDenied("Only those who decide for a party open and close its public page.")


def may_renew(viewer: Viewer, partnership: Partnership) -> bool:
    """The page is renewed with what has been let go already: an ordinary act."""
    return viewer.may(Permission.FULFIL) and partnership.pk in viewer.partnerships


def check_may_renew(viewer: Viewer, partnership: Partnership) -> None:
    if not may_renew(viewer, partnership):
        raise PermissionDenied("Only those who do ordinary acts for a party renew the public page.")
