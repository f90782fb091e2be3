"""Who may do what with a report. `check_…` raises, `may_…` serves the page.

To write is an ordinary act of the party (FULFIL); to sign and to submit is to decide for it (DECIDE).
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.reports.queries import Standing


def may_write(viewer: Viewer, standing: Standing) -> bool:
    """Those who do the ordinary acts of a party that fills in a part, or compiles."""
    mine = _mine(viewer, standing)
    return viewer.may(Permission.FULFIL) and bool(mine) and mine in (*standing.signers, standing.compiler)


def check_may_write(viewer: Viewer, standing: Standing) -> None:
    if not may_write(viewer, standing):
        raise PermissionDenied("Only a party that fills in a part, or compiles, writes.")


def may_sign(viewer: Viewer, standing: Standing) -> bool:
    return viewer.may(Permission.DECIDE) and _mine(viewer, standing) in standing.signers


def check_may_sign(viewer: Viewer, standing: Standing) -> None:
    if not may_sign(viewer, standing):
        raise PermissionDenied("Only those who decide for a party sign its part.")


def may_send_back(viewer: Viewer, standing: Standing, key: str) -> bool:
    """Whoever compiles, sits in the body that goes through the parts, or signs the same report; never one's own."""
    mine = _mine(viewer, standing)
    others = {standing.compiler, *standing.seated, *standing.signers} - {"", key}
    reads = mine in standing.readers
    return viewer.may(Permission.FULFIL) and mine in others and reads and standing.has_own_part


def check_may_send_back(viewer: Viewer, standing: Standing, key: str) -> None:
    if not may_send_back(viewer, standing, key):
        raise PermissionDenied("Only those who go through the parts send one back.")


def may_read_whole(viewer: Viewer, standing: Standing) -> bool:
    """The parts put together, before they are submitted: whoever reads each of them."""
    return standing.has_own_part and bool(_mine(viewer, standing)) and standing.reads_all(viewer.organisation_id)


def may_go_through(viewer: Viewer, standing: Standing) -> bool:
    """A party that sits in the body notes for all of it that it has gone through the parts."""
    return viewer.may(Permission.FULFIL) and _mine(viewer, standing) in standing.seated


def check_may_go_through(viewer: Viewer, standing: Standing) -> None:
    if not may_go_through(viewer, standing):
        raise PermissionDenied("Only a party that sits in the body notes that it has gone through the parts.")


def may_submit(viewer: Viewer, standing: Standing) -> bool:
    mine = _mine(viewer, standing)
    return viewer.may(Permission.DECIDE) and bool(mine) and mine == standing.compiler


def check_may_submit(viewer: Viewer, standing: Standing) -> None:
    if not may_submit(viewer, standing):
        raise PermissionDenied("Only those who decide for the party that compiles submit the report.")


def may_open(viewer: Viewer, template_parties: frozenset[str], mine: str) -> bool:
    return viewer.may(Permission.FULFIL) and mine in template_parties


def _mine(viewer: Viewer, standing: Standing) -> str:
    if standing.report.partnership_id not in viewer.partnerships:
        return ""
    return standing.key_of(viewer.organisation_id)
