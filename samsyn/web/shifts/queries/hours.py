"""Hours that volunteers have reported."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.models import Shift


def volunteer_hours(viewer: Viewer, partnership: UUID, days: DateRange) -> Decimal:
    """Of the acting organisation's volunteers at occasions on the days, also those who have since been forgotten."""
    rows = Shift.objects.visible_to(viewer).filter(partnership_id=partnership, reported_as=Worker.Kind.VOLUNTEER)
    within = rows.filter(occasion__day__gte=days.start, occasion__day__lt=days.end)
    found: Decimal | None = within.aggregate(sum=Sum("hours"))["sum"]
    return found or Decimal(0)
