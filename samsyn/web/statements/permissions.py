"""Who may do what with a statement. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.statements.models import Statement


def may_write(viewer: Viewer, statement: Statement) -> bool:
    """Those who look after the money of the party whose statement it is."""
    return viewer.may(Permission.MANAGE_MONEY) and _own(viewer, statement)


def check_may_write(viewer: Viewer, statement: Statement) -> None:
    if not may_write(viewer, statement):
        raise PermissionDenied("Only those who look after the party's money write its statement.")


def may_sign(viewer: Viewer, statement: Statement) -> bool:
    """Those who decide for the party."""
    return viewer.may(Permission.DECIDE) and _own(viewer, statement)


def check_may_sign(viewer: Viewer, statement: Statement) -> None:
    if not may_sign(viewer, statement):
        raise PermissionDenied("Only those who decide for the party sign its statement.")


def may_answer(viewer: Viewer, statement: Statement, receivers: Collection[UUID]) -> bool:
    """Those who decide for a party to whom it is owed."""
    concerned = viewer.organisation_id in receivers and not _own(viewer, statement)
    return viewer.may(Permission.DECIDE) and concerned and statement.partnership_id in viewer.partnerships


def check_may_answer(viewer: Viewer, statement: Statement, receivers: Collection[UUID]) -> None:
    if not may_answer(viewer, statement, receivers):
        raise PermissionDenied("Only those who decide for a party to whom it is owed answer a statement.")


def _own(viewer: Viewer, statement: Statement) -> bool:
    return statement.organisation_id == viewer.organisation_id and statement.partnership_id in viewer.partnerships
