"""What the first page of a partnership says of changes: a line for each that waits for the viewer's party."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import addresses
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.countdown import Countdown, countdown_of
from samsyn.web.changes.presenters.listing import Row, groups_of
from samsyn.web.partnerships.models import PartnershipParty


def waiting_at_home(
    pending: Iterable[Change], dossier: Dossier, places: Mapping[str, PartnershipParty], viewer: Viewer, today: date
) -> tuple[Row, ...]:
    """`pending` with their steps."""
    found = list(pending)
    if not found:
        return ()
    own = next((key for key, each in places.items() if each.organisation_id == viewer.organisation_id), "")
    home = addresses(viewer.organisation_slug, found[0].partnership.slug, dossier).changes
    return groups_of(found, dossier, places, own, home, today).ours


def countdown_at_home(dossier: Dossier, today: date) -> Countdown | None:
    """Only while the end is ahead and settled; the heading of the page says the rest."""
    found = countdown_of(dossier, today)
    return found if found and found.days >= 0 and found.cause in ("notice", "termination") else None
