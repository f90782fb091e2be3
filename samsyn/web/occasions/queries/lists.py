"""Occasions for the lists: what is coming, what is not written in, and what other parties have opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Sum

from samsyn.rules.quantities.dates import end_of_month
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Decision
from samsyn.web.meetings.queries import decisions_to_rest_on
from samsyn.web.occasions.models import Heads, Occasion
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN

AT_MOST = 300


def coming(viewer: Viewer, partnership: Partnership, now: datetime, until: date) -> list[Occasion]:
    """Today's that are not over, and later; cancelled ones too, so that nobody wonders. Soonest first."""
    today = _day(now)
    rows = Occasion.objects.visible_to(viewer).filter(partnership=partnership).between(today, until)
    return [
        each for each in rows.exclude(state="held")[:AT_MOST] if not (each.state == "planned" and each.finishes <= now)
    ]


def not_noted(viewer: Viewer, partnership: Partnership, now: datetime) -> list[Occasion]:
    """Planned on a day that has been, or over today: nobody has said whether it was held. The latest first."""
    today = _day(now)
    rows = Occasion.objects.visible_to(viewer).planned().filter(partnership=partnership, day__lte=today)
    found = rows.order_by("-day", "-starts", "id")[:AT_MOST]
    return [each for each in found if each.day < today or each.finishes <= now]


def of_month(viewer: Viewer, partnership: Partnership, month: date, today: date) -> list[Occasion]:
    """`month`: its first day. The latest first, none after today."""
    rows = Occasion.objects.visible_to(viewer).filter(partnership=partnership)
    within = rows.between(month, min(end_of_month(month), today))
    return list(within.order_by("-day", "-starts", "id"))


def opened_by_others(viewer: Viewer, partnership: Partnership, first: date, last: date) -> list[Occasion]:
    """When, where and what, of other parties' occasions. Nothing else of them is fetched."""
    rows = Occasion.objects.shared_with(viewer).filter(partnership=partnership).between(first, last)
    names = ("activity", "day", "starts", "ends", "place", "state", "organisation__name")
    return list(rows.select_related("organisation").only(*names)[:AT_MOST])


def totals_of(viewer: Viewer, occasions: Iterable[Occasion]) -> dict[UUID, int]:
    """Heads at each that is held, as they now stand; one where nobody came is not there."""
    rows = Heads.objects.visible_to(viewer).standing().filter(occasion__in=[each.pk for each in occasions])
    return dict(rows.values_list("occasion_id").annotate(Sum("n")).order_by())


def heads_of(viewer: Viewer, occasion: Occasion) -> dict[tuple[str, str], int]:
    """(sex, age band) → n, as they now stand."""
    rows = Heads.objects.visible_to(viewer).standing().filter(occasion=occasion)
    return {(each.sex, each.age_band): each.n for each in rows}


def decisions_of(viewer: Viewer, partnership: Partnership) -> list[Decision]:
    """In approved minutes, the latest first."""
    return list(decisions_to_rest_on(viewer, partnership))


def _day(now: datetime) -> date:
    return now.astimezone(SWEDEN).date()
