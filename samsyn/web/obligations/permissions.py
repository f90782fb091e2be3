"""Who may do what with obligations. `check_…` raises, `may_…` answers the template."""

from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_read(viewer: Viewer) -> bool:
    """Every role that reads the partnership sees all obligations of all its parties, in the same words."""
    return viewer.may(Permission.READ_PARTNERSHIP)


def check_may_read(viewer: Viewer) -> None:
    """404 for who may not: to them the page does not exist."""
    require(viewer, Permission.READ_PARTNERSHIP)


def may_write_case_number(viewer: Viewer) -> bool:
    """The organisation's own case number, by those who answer for its obligations."""
    return viewer.may(Permission.FULFIL)


def check_may_write_case_number(viewer: Viewer) -> None:
    require(viewer, Permission.FULFIL)
