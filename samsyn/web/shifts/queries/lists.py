"""Which shifts stand on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.models import Occasion
from samsyn.web.project.clock import SWEDEN
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.models import Shift

BEHIND = timedelta(days=60)
"""How long a shift without hours waits on one's own page."""
AHEAD = timedelta(days=42)
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mine:
    coming: list[Shift]
    to_report: list[Shift]
    to_take: list[Shift]


def mine(viewer: Viewer, partnership: UUID, workers: Sequence[Worker], now: datetime) -> Mine:
    """What one has, what one has worked and not said the hours of, and what is there to take."""
    rows = Shift.objects.of_organisation(viewer).filter(partnership_id=partnership).select_related("occasion", "worker")
    own = rows.of(workers)
    done = own.filter(starts_at__lte=now, ends_at__gt=now - BEHIND, hours=None, occasion__state__in=["planned", "held"])
    free = rows.to_take().not_over(now).exclude(worker__in=[each.pk for each in workers])
    return Mine(
        coming=list(own.filter(starts_at__gt=now)[:SHOWN]), to_report=list(done[:SHOWN]), to_take=list(free[:SHOWN])
    )


def planned(viewer: Viewer, partnership: UUID, now: datetime) -> list[Occasion]:
    """The occasions of the coming weeks, also those that nobody has made a shift for."""
    today = now.astimezone(SWEDEN).date()
    rows = Occasion.objects.visible_to(viewer).filter(partnership_id=partnership, state="planned")
    own = rows.filter(organisation_id=viewer.organisation_id, day__gte=today, day__lte=today + AHEAD)
    return list(own.order_by("day", "starts", "id")[:SHOWN])


def at(viewer: Viewer, occasions: Sequence[Occasion]) -> dict[UUID, list[Shift]]:
    """By occasion, those that are not struck out."""
    found: dict[UUID, list[Shift]] = {each.pk: [] for each in occasions}
    rows = Shift.objects.visible_to(viewer).live().filter(occasion__in=list(found)).select_related("occasion", "worker")
    for shift in rows:
        found[shift.occasion_id].append(shift)
    return found
