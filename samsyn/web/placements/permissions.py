"""Who may do what with placements. `check_…` raises, `may_…` answers the template.

To read about individuals and to do the daily work are two permissions; an act needs both. An auditor has neither, a
controller and a steering group read only figures. That the joint decision on an extension is daily work, taken by the
case officer and the supervisor and not by the steering group, is a READING of the agreement's «båda parter».
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.placements.models import Participant, Placement, Referral


def may_work(viewer: Viewer, partnership_id: UUID) -> bool:
    allowed = viewer.may(Permission.READ_INDIVIDUALS) and viewer.may(Permission.WORK)
    return allowed and partnership_id in viewer.partnerships


def check_may_work(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_work(viewer, partnership_id):
        raise PermissionDenied("Only a party's people who work with individuals do anything with placements.")


def may_change(viewer: Viewer, owned: Participant | Referral) -> bool:
    """What only the one who refers does: write, send, take back, record and withdraw consents."""
    return may_work(viewer, owned.partnership_id) and owned.organisation_id == viewer.organisation_id


def check_may_change(viewer: Viewer, owned: Participant | Referral) -> None:
    if not may_change(viewer, owned):
        raise PermissionDenied("Only the organisation that refers the participant does this.")


def may_answer(viewer: Viewer, referral: Referral) -> bool:
    return may_work(viewer, referral.partnership_id) and referral.host_id == viewer.organisation_id


def check_may_answer(viewer: Viewer, referral: Referral) -> None:
    if not may_answer(viewer, referral):
        raise PermissionDenied("Only the organisation that receives the referral answers it.")


def may_host(viewer: Viewer, placement: Placement) -> bool:
    """What only the one who has the place does: attendance, the place itself, the workshop."""
    return may_work(viewer, placement.partnership_id) and placement.organisation_id == viewer.organisation_id


def check_may_host(viewer: Viewer, placement: Placement) -> None:
    if not may_host(viewer, placement):
        raise PermissionDenied("Only the organisation that has the training place does this.")


def may_follow(viewer: Viewer, placement: Placement) -> bool:
    """What both do: steps, self-assessments, extensions, the closing."""
    both = (placement.organisation_id, placement.sender_id)
    return may_work(viewer, placement.partnership_id) and viewer.organisation_id in both


def check_may_follow(viewer: Viewer, placement: Placement) -> None:
    if not may_follow(viewer, placement):
        raise PermissionDenied("Only the two organisations of the placement do this.")
