"""Who may do what with letters. Each reads one's own, whatever the role; nobody reads another's."""

from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_see_steps(viewer: Viewer) -> bool:
    """When one is reminded is of use to those who read what the duties are."""
    return viewer.may(Permission.READ_PARTNERSHIP)


def check_may_see_steps(viewer: Viewer) -> None:
    require(viewer, Permission.READ_PARTNERSHIP)
