"""How many different cards were shown: figures of their own, never laid together with visits."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from samsyn.web.access.viewer import Viewer
from samsyn.web.tallies.models import CardSeen, CardYear


@dataclass(frozen=True, slots=True)
class Different:
    """Different cards: by month, by half-year, and in the year. The parts are not summed: one card is in several."""

    months: dict[int, int]
    halves: tuple[int, int]
    year: int


def card_years(viewer: Viewer, partnership_id: UUID, pad: str) -> list[CardYear]:
    """Newest first, without the keys."""
    rows = CardYear.objects.visible_to(viewer).filter(partnership_id=partnership_id, pad=pad)
    return list(rows.defer("key").select_related("begun_by"))


def different_cards(viewer: Viewer, partnership_id: UUID, pad: str, year: int) -> Different:
    rows = CardSeen.objects.visible_to(viewer).filter(partnership_id=partnership_id, pad=pad, year=year)
    by_month = dict(rows.values_list("month").annotate(Count("pk")).order_by("month"))
    unique = [
        part.aggregate(n=Count("fingerprint", distinct=True))["n"]
        for part in (rows.filter(month__lte=6), rows.filter(month__gt=6), rows)
    ]
    return Different(by_month, (unique[0], unique[1]), unique[2])


def uses_cards(viewer: Viewer, partnership_id: UUID, pad: str, year: int) -> bool:
    rows = CardYear.objects.visible_to(viewer).filter(partnership_id=partnership_id, pad=pad, year=year)
    return rows.exclude(key=None).exists()
