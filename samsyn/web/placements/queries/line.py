"""Who waits for a place, in the order that the agreement says."""

from __future__ import annotations

from samsyn.rules.because import Reason
from samsyn.rules.places import Waiting, order_of, ordered
from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.models import Referral
from samsyn.web.placements.queries.ground import Ground


def waiting_line(viewer: Viewer, ground: Ground) -> tuple[list[Referral], Reason]:
    """Accepted or in line, without a place; first in line first. Who was referred first arrived first.

    The one who refers sees its own in that order. A drawing of lots has the partnership's id as its seed.
    """
    rows = Referral.objects.visible_to(viewer).filter(
        partnership=ground.partnership,
        pool=ground.pool.id,
        state__in=[Referral.State.ACCEPTED, Referral.State.WAITING],
    )
    by_arrival = {str(each.pk): each for each in rows.select_related("participant").order_by("sent_at", "pk")}
    order, reason = order_of(ground.terms, ground.pool.id)
    waiting = [Waiting(key, place, bool(each.priority)) for place, (key, each) in enumerate(by_arrival.items())]
    return [by_arrival[each.id] for each in ordered(waiting, order, str(ground.partnership.pk))], reason
