"""Who may change who is who. Ask with `may_…`, insist with `check_may_…`."""

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_manage_people(viewer: Viewer) -> bool:
    return viewer.acts and viewer.may(Permission.MANAGE_PEOPLE)


def check_may_manage_people(viewer: Viewer) -> None:
    """Raises PermissionDenied; the page asks first and answers 404, so this is the second lock."""
    if not may_manage_people(viewer):
        raise PermissionDenied("Only an administrator of the acting organisation manages its people.")
