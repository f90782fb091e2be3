"""Who may fill a seat: someone who decides for a party to the partnership."""

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


def may_appoint(viewer: Viewer, partnership: Partnership) -> bool:
    return viewer.may(Permission.DECIDE) and partnership.pk in viewer.partnerships


def check_may_appoint(viewer: Viewer, partnership: Partnership) -> None:
    if not may_appoint(viewer, partnership):
        raise PermissionDenied("Only someone who decides for a party fills its seats.")
