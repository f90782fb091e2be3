"""Who may do what with a change. Ask with `may_…`, insist with `check_may_…`."""

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.models import Change
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


def may_draft(viewer: Viewer) -> bool:
    """Those who answer for the party's duties may prepare a change; only those who decide may propose it."""
    return viewer.may(Permission.FULFIL) or viewer.may(Permission.DECIDE)


def may_redraft(viewer: Viewer, change: Change) -> bool:
    return may_draft(viewer) and change.is_draft and change.organisation_id == viewer.organisation_id


def may_decide(viewer: Viewer, change: Change) -> bool:
    """Propose, approve, sign, refuse, take back: for one's own party in the partnership."""
    return viewer.may(Permission.DECIDE) and change.partnership_id in viewer.partnerships


def check_may_draft(viewer: Viewer, partnership: Partnership) -> None:
    if not may_draft(viewer) or partnership.pk not in viewer.partnerships:
        raise PermissionDenied("Only someone who answers for a party's duties drafts a change.")


def check_may_redraft(viewer: Viewer, change: Change) -> None:
    if not may_redraft(viewer, change):
        raise PermissionDenied("Only the party that drew it up rewrites its draft.")


def check_may_decide(viewer: Viewer, change: Change) -> None:
    if not may_decide(viewer, change):
        raise PermissionDenied("Only someone who decides for a party takes a step in a change.")
