"""Who may do what with shifts. `check_…` raises, `may_…` answers the template.

Who does the daily work makes shifts and puts people on them. Whoever is on the roster takes, offers and gives up her
own, whatever her role.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import is_oneself
from samsyn.web.shifts.models import Shift


def may_plan(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.WORK) and partnership_id in viewer.partnerships


def check_may_plan(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_plan(viewer, partnership_id):
        raise PermissionDenied("Only those who do the daily work of a party plan its shifts.")


def check_is_own(viewer: Viewer, shift: Shift, worker: Worker | None) -> None:
    """A shift is taken, offered and given up by the one whose it is, or becomes."""
    own = worker is not None and is_oneself(viewer, worker) and worker.organisation_id == viewer.organisation_id
    if not own or shift.organisation_id != viewer.organisation_id:
        raise PermissionDenied("A shift is one's own business.")


def check_may_report(viewer: Viewer, shift: Shift) -> None:
    """The one whose shift it is, or who does the daily work for her."""
    if not may_plan(viewer, shift.partnership_id):
        check_is_own(viewer, shift, shift.worker)
