"""Where an obligation that holds on request is asked for and answered."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.rules.obligations.standing import OCCURRENCE
from samsyn.web.access.viewer import Viewer
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.words import title_of
from samsyn.web.insight.queries import KINDS
from samsyn.web.obligations.models import Obligation
from samsyn.web.ui.components.words import Place

NEWEST = 5


def places_of(viewer: Viewer, owed: Obligation) -> Iterator[Place]:
    """The newest requests; the room, where nothing is asked yet."""
    if owed.kind not in KINDS or owed.occurrence != OCCURRENCE["request"]:
        return
    found = Request.objects.visible_to(viewer).filter(obligation=owed).order_by("-number")[:NEWEST]
    yield from [Place(title_of(each), f"insight/{each.pk}/") for each in found] or [Place(gettext("Insyn"), "insight/")]
