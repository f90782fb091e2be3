"""Who may do what with night places. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from collections.abc import Set
from typing import Protocol
from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


class Housed(Protocol):
    """A site, or a row of what happens at one."""

    partnership_id: UUID
    organisation_id: UUID


class Kept(Protocol):
    """A row that a coordinating body keeps."""

    partnership_id: UUID
    kept_by: str


class Stays(Housed, Kept, Protocol):
    """A row at a site that the coordination keeps: a stay, a night, a bar."""


def is_coordinator(viewer: Viewer, partnership: Partnership | UUID, body: str) -> bool:
    """A seat in the body today, and daily work among the permissions."""
    key = partnership.pk if isinstance(partnership, Partnership) else partnership
    return viewer.may(Permission.WORK) and key in viewer.partnerships and viewer.is_seated(key, body)


def runs(viewer: Viewer, site: Housed) -> bool:
    """Works for the organisation that runs the site."""
    mine = site.organisation_id == viewer.organisation_id and site.partnership_id in viewer.partnerships
    return mine and viewer.may(Permission.WORK)


def may_open_site(viewer: Viewer, agreement: Agreement, parties: Set[str], *, coordinates: bool) -> bool:
    """Works for a party that the agreement lets run night places, or coordinates. Where it names none: any party.

    `parties`: what the acting organisation is called in the agreement.
    """
    running = {each.by for each in agreement.site.values() if each.applies and each.by}
    for pool in agreement.pool.values():
        running |= set(pool.by) if pool.kind == "night" and pool.applies else set()
    named = coordinates or not running or not running.isdisjoint(parties)
    return viewer.may(Permission.WORK) and bool(parties) and named


def may_work_at(viewer: Viewer, row: Stays) -> bool:
    """At the site itself or in the coordination."""
    return runs(viewer, row) or is_coordinator(viewer, row.partnership_id, row.kept_by)


def check_may_coordinate(viewer: Viewer, partnership: Partnership | UUID, body: str) -> None:
    if not is_coordinator(viewer, partnership, body):
        raise PermissionDenied("Only someone who sits in the coordination gives places.")


def check_may_work_at(viewer: Viewer, row: Stays) -> None:
    if not may_work_at(viewer, row):
        raise PermissionDenied("Only someone at the site or in the coordination does this.")


def check_may_keep(viewer: Viewer, site: Housed, body: str) -> None:
    """Sites and their places: the organisation that runs the site, or the coordination."""
    if not (runs(viewer, site) or is_coordinator(viewer, site.partnership_id, body)):
        raise PermissionDenied("Only who runs the site, or the coordination, changes what there is.")
