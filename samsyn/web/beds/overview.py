"""Every place on some nights, counted by site and pool. Derived by the database in one pass, however many places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Max

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Pulse, Refusal, Waiting
from samsyn.web.partnerships.models import Partnership

_COUNTS = """
WITH lit AS MATERIALIZED (
    SELECT s.place_id, s.site_id, s.pool, day::date AS night
      FROM beds_standing s
      JOIN beds_site h ON h.id = s.site_id AND (h.closed_on IS NULL OR h.closed_on > %(first)s)
     CROSS JOIN LATERAL generate_series(greatest(lower(s.nights), %(first)s)::timestamp,
                                        least(upper(s.nights), %(after)s)::timestamp - interval '1 day',
                                        interval '1 day') day
     WHERE s.partnership_id = %(partnership)s AND s.nights && daterange(%(first)s, %(after)s)
), taken AS MATERIALIZED (
    SELECT g.place_id, day::date AS night, n.state
      FROM beds_segment g
     CROSS JOIN LATERAL generate_series(greatest(lower(g.nights), %(first)s)::timestamp,
                                        least(upper(g.nights), %(after)s)::timestamp - interval '1 day',
                                        interval '1 day') day
      LEFT JOIN (SELECT segment_id, night, state FROM beds_night
                  WHERE partnership_id = %(partnership)s AND night >= %(first)s AND night < %(after)s) n
        ON n.segment_id = g.id AND n.night = day::date
     WHERE g.partnership_id = %(partnership)s AND g.nights && daterange(%(first)s, %(after)s)
), broken AS MATERIALIZED (
    SELECT o.place_id, day::date AS night
      FROM beds_outage o
     CROSS JOIN LATERAL generate_series(greatest(lower(o.nights), %(first)s)::timestamp,
                                        least(upper(o.nights), %(after)s)::timestamp - interval '1 day',
                                        interval '1 day') day
     WHERE o.partnership_id = %(partnership)s AND o.nights && daterange(%(first)s, %(after)s)
)
SELECT lit.night, lit.site_id, lit.pool, count(*),
       count(*) FILTER (WHERE taken.place_id IS NULL AND broken.place_id IS NULL),
       count(*) FILTER (WHERE taken.place_id IS NOT NULL AND taken.state IS DISTINCT FROM 'arrived'),
       count(*) FILTER (WHERE taken.state = 'arrived'),
       count(*) FILTER (WHERE taken.place_id IS NULL AND broken.place_id IS NOT NULL)
  FROM lit
  LEFT JOIN taken ON taken.place_id = lit.place_id AND taken.night = lit.night
  LEFT JOIN broken ON broken.place_id = lit.place_id AND broken.night = lit.night
 GROUP BY lit.night, lit.site_id, lit.pool
"""

_IN_QUARANTINE = """
SELECT e.pool, count(DISTINCT b.guest_id)
  FROM beds_block b JOIN beds_entitlement e ON e.id = b.entitlement_id
 WHERE b.partnership_id = %(partnership)s AND b.nights @> %(night)s::date AND b.guest_id IS NOT NULL
   AND coalesce(e.left_on, upper(e.nights)) <= %(night)s::date
 GROUP BY e.pool
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """places = free + held + occupied + out_of_order, as in `samsyn.rules.places.Overview`."""

    places: int = 0
    free: int = 0
    held: int = 0
    occupied: int = 0
    out_of_order: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.places + other.places,
            self.free + other.free,
            self.held + other.held,
            self.occupied + other.occupied,
            self.out_of_order + other.out_of_order,
        )


@dataclass(frozen=True, slots=True)
class Overview:
    """`counts` by (night, site, pool); a pool without its parts. The rest is about the first night, by pool."""

    nights: tuple[date, ...]
    counts: Mapping[tuple[date, UUID, str], Counts]
    in_quarantine: Mapping[str, int]
    waiting: Mapping[str, int]

    def of(self, night: date, *, site: UUID | None = None, pool: str | None = None) -> Counts:
        """Summed over what is not named."""
        found = [
            each
            for (when, where, what), each in self.counts.items()
            if when == night and site in (None, where) and pool in (None, what)
        ]
        return sum(found, Counts())

    @property
    def rows(self) -> list[tuple[UUID, str]]:
        """Site and pool, wherever there is a place on one of the nights."""
        return sorted({(site, pool) for _, site, pool in self.counts}, key=str)


def overview_of(viewer: Viewer, partnership: Partnership, night: date, *, further: int = 6) -> Overview:
    """Three queries. What the viewer's row-level security hides counts as free, so ask only for who sees all."""
    nights = tuple(night + timedelta(days=each) for each in range(further + 1))
    asked: dict[str, Any] = {
        "partnership": partnership.pk,
        "first": night,
        "after": nights[-1] + timedelta(days=1),
        "night": night,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, asked)
        counts = {(row[0], row[1], row[2]): Counts(*row[3:]) for row in cursor.fetchall()}
        cursor.execute(_IN_QUARANTINE, asked)
        in_quarantine = dict(cursor.fetchall())
    return Overview(nights, counts, in_quarantine, _waiting(viewer, partnership, night))


def _waiting(viewer: Viewer, partnership: Partnership, night: date) -> dict[str, int]:
    line = Waiting.objects.visible_to(viewer).filter(partnership=partnership, night=night, state=Waiting.State.WAITS)
    return dict(line.order_by().values_list("pool").annotate(Count("id")))


def version_of(partnership: Partnership) -> str:
    """What the screens show is of this version: one look into one index.

    The greatest id alone would miss a change that began earlier and was written later; the count does not.
    """
    beats = Pulse.objects.filter(partnership=partnership).aggregate(newest=Max("id"), beats=Count("id"))
    return f"{beats['newest'] or 0}.{beats['beats']}"


def refusals_by(viewer: Viewer, partnership: Partnership, nights: Sequence[date]) -> dict[tuple[date, str], int]:
    """How many went without a place, by night and reason."""
    refused = Refusal.objects.visible_to(viewer).filter(
        partnership=partnership, night__gte=min(nights), night__lte=max(nights)
    )
    rows = refused.order_by().values("night", "reason").annotate(number=Count("id"))
    return {(row["night"], row["reason"]): row["number"] for row in rows}
