"""Who may do what with obligations. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.models import Evidence, Objection, Obligation
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


def may_give(viewer: Viewer, obligation: Obligation) -> bool:
    """Who owes it shows that it was done. What is done together, and a meeting, any party of it may show."""
    return _fulfils(viewer, obligation.partnership_id) and viewer.organisation_id in givers_of(obligation)


def givers_of(obligation: Obligation) -> set[UUID]:
    """What parties owe together to somebody else (a payment by two boards) the receiver does not show for them."""
    together = obligation.kind == "meeting" or (obligation.joint and not obligation.to_keys)
    return {*obligation.owed_by, *(obligation.owed_to if together else ())}


def check_may_give(viewer: Viewer, obligation: Obligation) -> None:
    if not may_give(viewer, obligation):
        raise PermissionDenied("Only a party that owes it shows that it was done.")


def may_take_back(viewer: Viewer, evidence: Evidence) -> bool:
    """One's own organisation's."""
    own = evidence.organisation_id == viewer.organisation_id
    return own and _fulfils(viewer, evidence.partnership_id)


def check_may_take_back(viewer: Viewer, evidence: Evidence) -> None:
    if not may_take_back(viewer, evidence):
        raise PermissionDenied("Only the party that gave it takes it back.")


def may_object(viewer: Viewer, obligation: Obligation) -> bool:
    """Whoever it is owed to, and whoever is said to owe it."""
    concerned = {*obligation.owed_by, *obligation.owed_to}
    return _fulfils(viewer, obligation.partnership_id) and viewer.organisation_id in concerned


def check_may_object(viewer: Viewer, obligation: Obligation) -> None:
    if not may_object(viewer, obligation):
        raise PermissionDenied("Only a party that it concerns objects.")


def may_settle(viewer: Viewer, objection: Objection) -> bool:
    """The party that raised it says when it is settled, however that was done."""
    own = objection.organisation_id == viewer.organisation_id
    return own and _fulfils(viewer, objection.partnership_id)


def check_may_settle(viewer: Viewer, objection: Objection) -> None:
    if not may_settle(viewer, objection):
        raise PermissionDenied("Only the party that objected says that it is settled.")


def _fulfils(viewer: Viewer, partnership_id: UUID) -> bool:
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships
