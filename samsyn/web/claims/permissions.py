"""Who may do what with a claim. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.claims.models import Claim
from samsyn.web.organisations.roles import Permission


def may_draft(viewer: Viewer, partnership_id: UUID) -> bool:
    """Those who look after the party's money write a claim; that it has a clause to rest on is another question."""
    return viewer.may(Permission.MANAGE_MONEY) and partnership_id in viewer.partnerships


def may_rewrite(viewer: Viewer, claim: Claim) -> bool:
    return may_draft(viewer, claim.partnership_id) and claim.organisation_id == viewer.organisation_id


def may_pursue(viewer: Viewer, claim: Claim) -> bool:
    """Raise, draft the decision, take back: those who decide for the party that claims."""
    return viewer.may(Permission.DECIDE) and _in(viewer, claim) and claim.organisation_id == viewer.organisation_id


def may_answer(viewer: Viewer, claim: Claim) -> bool:
    """Those who decide for the party that it is claimed of."""
    return viewer.may(Permission.DECIDE) and _in(viewer, claim) and claim.against_id == viewer.organisation_id


def may_consider(viewer: Viewer, claim: Claim) -> bool:
    """Either of the two says what it finds of an exception."""
    return viewer.may(Permission.DECIDE) and _concerned(viewer, claim)


def may_prepare(viewer: Viewer, claim: Claim) -> bool:
    """Whoever sees to the meetings of one of the two."""
    return viewer.may(Permission.FULFIL) and _concerned(viewer, claim)


def may_settle(viewer: Viewer, claim: Claim) -> bool:
    """Plans and payments: those who look after the money of one of the two."""
    return viewer.may(Permission.MANAGE_MONEY) and _concerned(viewer, claim)


def check(allowed: bool, says: str) -> None:
    if not allowed:
        raise PermissionDenied(says)


def _concerned(viewer: Viewer, claim: Claim) -> bool:
    return _in(viewer, claim) and viewer.organisation_id in (claim.organisation_id, claim.against_id)


def _in(viewer: Viewer, claim: Claim) -> bool:
    return claim.partnership_id in viewer.partnerships
