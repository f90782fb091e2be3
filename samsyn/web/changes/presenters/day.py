"""What my day says of changes: those that wait for the viewer's party, over all its partnerships."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.home import waiting_at_home
from samsyn.web.changes.queries import pending_everywhere
from samsyn.web.partnerships.models import PartnershipParty

AT_MOST = 5


@dataclass(frozen=True, slots=True)
class ToDecide:
    url: str
    title: str
    partnership: str


def to_decide(viewer: Viewer, today: date) -> list[ToDecide]:
    """One query where nothing waits; else four more, however much it is."""
    by_partnership: dict[UUID, list[Change]] = defaultdict(list)
    for change in pending_everywhere(viewer, AT_MOST):
        by_partnership[change.partnership_id].append(change)
    if not by_partnership:
        return []
    dossiers = dossiers_of(by_partnership)
    places: dict[UUID, dict[str, PartnershipParty]] = defaultdict(dict)
    for place in PartnershipParty.objects.filter(partnership_id__in=by_partnership).select_related("organisation"):
        places[place.partnership_id][place.key] = place
    return [
        ToDecide(row.url, row.says, found[0].partnership.name)
        for partnership, found in by_partnership.items()
        for row in waiting_at_home(found, dossiers[partnership], places[partnership], viewer, today)
    ]
