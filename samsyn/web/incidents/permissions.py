"""Who may do what with incidents. `check_…` raises, `may_…` answers the template.

Whoever works or answers for the work may report. The texts are read by the one who reported and by those who answer
for the work, who also decide what others are told, follow up and close. That the reporter too may tell is ours: the
report of a concern for a child is made by whoever has it.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.incidents.models import Incident
from samsyn.web.organisations.roles import Permission


def may_report(viewer: Viewer, partnership_id: UUID) -> bool:
    works = viewer.may(Permission.WORK) or viewer.may(Permission.FULFIL)
    return works and partnership_id in viewer.partnerships


def check_may_report(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_report(viewer, partnership_id):
        raise PermissionDenied("Only those who work for a party, or answer for its work, report what has happened.")


def may_answer_for(viewer: Viewer, incident: Incident) -> bool:
    """Follow up and close."""
    return viewer.may(Permission.FULFIL) and _own(viewer, incident)


def check_may_answer_for(viewer: Viewer, incident: Incident) -> None:
    if not may_answer_for(viewer, incident):
        raise PermissionDenied("Only those who answer for a party's work follow up and close an incident.")


def may_read(viewer: Viewer, incident: Incident) -> bool:
    """The texts. That there is one, of which kind and on which day, is seen by all who read the partnership for it."""
    return may_answer_for(viewer, incident) or _reported(viewer, incident)


def may_write(viewer: Viewer, incident: Incident) -> bool:
    """Put right what is written, tell others of it, take it back."""
    return may_read(viewer, incident)


def check_may_write(viewer: Viewer, incident: Incident) -> None:
    if not may_write(viewer, incident):
        raise PermissionDenied("Only the one who reported it, or those who answer for the work, write in an incident.")


def _reported(viewer: Viewer, incident: Incident) -> bool:
    mine = incident.reported_by_id is not None and incident.reported_by_id == viewer.person_id
    return mine and viewer.may(Permission.WORK) and _own(viewer, incident)


def _own(viewer: Viewer, incident: Incident) -> bool:
    return incident.organisation_id == viewer.organisation_id and incident.partnership_id in viewer.partnerships
