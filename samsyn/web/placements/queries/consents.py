"""Whether something may cross from one to the other today."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.models import Consent, Placement


def consent_to(participant_id: UUID, recipient_id: UUID, scope: str, viewer: Viewer) -> Consent | None:
    """The consent in force on the viewer's day that covers this, if the viewer's organisation can know of one."""
    found = Consent.objects.visible_to(viewer).in_force(viewer)
    return found.filter(participant_id=participant_id, recipient_id=recipient_id, scope__contains=[scope]).first()


def is_covered(placement: Placement, scope: str, viewer: Viewer) -> bool:
    """Whether the sender and the host may share this sort of thing about the participant today."""
    return consent_to(placement.participant_id, placement.organisation_id, scope, viewer) is not None


def covered_scopes(placements: Iterable[Placement], viewer: Viewer) -> dict[UUID, frozenset[str]]:
    """Placement → what may be shared today. One question however many they are."""
    wanted = list(placements)
    found: dict[tuple[UUID, UUID], frozenset[str]] = {}
    rows = Consent.objects.visible_to(viewer).in_force(viewer)
    for each in rows.filter(participant_id__in=[placement.participant_id for placement in wanted]):
        key = (each.participant_id, each.recipient_id)
        found[key] = found.get(key, frozenset()) | frozenset(each.scope)
    return {each.pk: found.get((each.participant_id, each.organisation_id), frozenset()) for each in wanted}
