"""Who may do what with papers. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.organisations.roles import Permission


def check_may_read(viewer: Viewer) -> None:
    """404 for who may not; which papers there are is then a matter of `visible_to`."""
    require(viewer, Permission.READ_PARTNERSHIP)


def may_add(viewer: Viewer, partnership_id: UUID) -> bool:
    """Those who fulfil a party's duties lay in its papers. Who only takes part in meetings has no papers of its own."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_add(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_add(viewer, partnership_id):
        raise PermissionDenied("Only someone who fulfils a party's duties lays in its papers.")


def may_change(viewer: Viewer, document: Document) -> bool:
    """Hand over or throw away: one's own organisation's."""
    return may_add(viewer, document.partnership_id) and document.organisation_id == viewer.organisation_id


def check_may_change(viewer: Viewer, document: Document) -> None:
    if not may_change(viewer, document):
        raise PermissionDenied("Only its owner hands over or throws away a paper.")
