"""Which page an act leads to, and whether the viewer may open it. A few questions, however many acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.apps import apps

from samsyn.web.access.viewer import Viewer
from samsyn.web.history.models import Act

PAGES: Mapping[str, str] = {
    "obligations.obligation": "obligations/{id}/",
    "meetings.meeting": "meetings/{id}/",
    "changes.change": "changes/{id}/",
    "matters.matter": "matters/{id}/",
    "documents.document": "documents/{id}/",
    "contacts.contact": "contacts/",
    "placements.placement": "placements/{id}/",
    "placements.referral": "placements/referrals/{id}/",
    "invoices.invoice": "invoices/{id}/",
    "statements.statement": "statements/{id}/",
    "claims.claim": "claims/{id}/",
    "publication.opening": "publication/",
    "publication.paperopening": "publication/",
    "reports.report": "reports/{id}/",
    "releases.release": "releases/{id}/",
    "theory.outsidefigure": "theory/",
    "insight.request": "insight/{id}/",
    "partnerships.appointment": "bodies/",
    "agreements.agreementversion": "agreement/",
}
"""Table of a subject → its page under the partnership's address."""

_REFERRED: Mapping[str, str] = {
    "obligation": "obligations.obligation",
    "meeting": "meetings.meeting",
    "change": "changes.change",
    "matter": "matters.matter",
    "document": "documents.document",
    "placement": "placements.placement",
}
"""Where the subject itself has no page: what the act refers to under these keys."""

_Thing = tuple[str, UUID]


def pages_of(acts: Iterable[Act], viewer: Viewer) -> dict[UUID, str]:
    """Act id → path under the partnership's address, of those that lead to something that the viewer sees."""
    leads = {act.pk: found for act in acts if (found := _thing(act))}
    seen = _seen(set(leads.values()), viewer)
    return {act: PAGES[label].format(id=key) for act, (label, key) in leads.items() if (label, key) in seen}


def _thing(act: Act) -> _Thing | None:
    if act.subject_type in PAGES and act.subject_id:
        return act.subject_type, act.subject_id
    for key, label in _REFERRED.items():
        if found := _uuid(act.refers_to.get(key)):
            return label, found
    return None


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None


def _seen(things: set[_Thing], viewer: Viewer) -> set[_Thing]:
    """One question for each table."""
    found: set[_Thing] = set()
    for label in {label for label, _ in things}:
        model = apps.get_model(label)
        wanted = [key for each, key in things if each == label]
        rows = model._default_manager.filter(pk__in=wanted)
        visible = rows.visible_to(viewer) if hasattr(rows, "visible_to") else rows
        found |= {(label, key) for key in visible.values_list("pk", flat=True)}
    return found
