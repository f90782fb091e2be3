"""The line of an evening in the agreement's order, with what shows that the order is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules import places as rules
from samsyn.rules.because import Reason
from samsyn.rules.places.line import Order
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Draw, Waiting
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Line:
    """`waiting` in turn. `seed`: of the drawing of lots; empty where none is drawn. `ordered`: the order is settled."""

    pool: str
    order: Order
    reason: Reason
    waiting: tuple[Waiting, ...]
    seed: str

    @property
    def ordered(self) -> bool:
        return self.order != "lottery" or bool(self.seed)

    @property
    def first(self) -> Waiting | None:
        return self.waiting[0] if self.waiting and self.ordered else None


def line_of(viewer: Viewer, partnership: Partnership, terms: Agreement, pool: str, night: date) -> Line:
    """Those who wait, guests included. Before lots are drawn: by arrival."""
    here = {"partnership": partnership, "pool": pool, "night": night}
    rows = Waiting.objects.visible_to(viewer).filter(**here, state=Waiting.State.WAITS).select_related("guest")
    order, reason = rules.order_of(terms, pool)
    draw = Draw.objects.visible_to(viewer).filter(**here).first() if order == "lottery" else None
    by_id = {str(each.pk): each for each in rows}
    ruled = [rules.Waiting(key, each.place_in_line, bool(each.priority)) for key, each in by_id.items()]
    used = "arrival" if order == "lottery" and draw is None else order
    turns = rules.ordered(ruled, used, draw.seed if draw else None)
    return Line(pool, order, reason, tuple(by_id[each.id] for each in turns), draw.seed if draw else "")


def lines_of(viewer: Viewer, partnership: Partnership, terms: Agreement, night: date) -> list[Line]:
    """One for each pool of night places, empty or not."""
    pools = [key for key, pool in terms.pool.items() if pool.kind == "night" and pool.applies]
    return [line_of(viewer, partnership, terms, pool, night) for pool in pools]
