"""Who may keep a party's contacts. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


def may_keep(viewer: Viewer, partnership_id: UUID) -> bool:
    """For the acting organisation's own contacts, where it is a party."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_keep(viewer: Viewer, partnership_id: UUID, organisation_id: UUID) -> None:
    if organisation_id != viewer.organisation_id or not may_keep(viewer, partnership_id):
        raise PermissionDenied("A party keeps its own contacts, through those who answer for its obligations.")
