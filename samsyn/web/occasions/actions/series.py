"""Many occasions at once: the same weekdays and hours, from one day through another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.occasions import days_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.actions.ground import activity_or_refuse
from samsyn.web.occasions.actions.plan import Plan, check, check_day, of_activity, written
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.occasions.permissions import check_may_hold
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.models import Worker

LONGEST = timedelta(days=366)

acts.register({"occasion.series": gettext_lazy("planerade en serie av tillfällen")})


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`weekdays`: 1 is Monday. `every`: weeks from one to the next. `skip`: days on which there is none."""

    weekdays: tuple[int, ...]
    starts: time
    ends: time
    first: date
    last: date
    every: int = 1
    skip: tuple[date, ...] = ()
    place: str = ""
    responsible: Worker | None = None


@transaction.atomic
def plan_series(
    partnership: Partnership,
    activity: str,
    rhythm: Rhythm,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> Series:
    """`made` is the form's own id: sent twice there is one series. Raises ValidationError.

    The terms are asked on the first day and on the last: an activity that ends in between is not planned past its end.
    """
    check_may_hold(by, partnership.pk)
    there = Series.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    days = _days(rhythm, today)
    dossier = dossier_of(partnership)
    found = activity_or_refuse(by, partnership, dossier, activity, days[0])
    for day in (days[0], days[-1]):
        check(_plan(rhythm, day), activity_or_refuse(by, partnership, dossier, activity, day), dossier, by)
    with refusals_of(Series):
        series = Series.objects.create(
            id=made,
            partnership=partnership,
            organisation_id=by.organisation_id,
            activity=activity,
            weekdays=sorted(set(rhythm.weekdays)),
            every=rhythm.every,
            starts=rhythm.starts,
            ends=rhythm.ends,
            first=rhythm.first,
            last=rhythm.last,
            except_days=sorted(rhythm.skip),
            place=rhythm.place.strip(),
            made_at=now,
            made_by_id=by.person_id,
        )
    said = {**of_activity(found), "planned_at": now, "planned_by_id": by.person_id, "changed_at": now}
    rows = [
        Occasion(
            partnership=partnership,
            organisation_id=by.organisation_id,
            series=series,
            **said,
            **written(_plan(rhythm, day)),
        )
        for day in days
    ]
    with refusals_of(Occasion):
        Occasion.objects.bulk_create(rows)
    refers = {"activity": activity, "first": days[0], "last": days[-1], "count": len(days)}
    record("occasion.series", by=by, now=now, subject=series, partnership=partnership, refers_to=refers)
    return series


def _days(rhythm: Rhythm, today: date) -> tuple[date, ...]:
    if not rhythm.weekdays:
        raise ValidationError({"weekdays": _("Välj minst en veckodag.")})
    for day in (rhythm.first, rhythm.last):
        check_day(day, today)
    if rhythm.last < rhythm.first:
        raise ValidationError({"last": _("Den sista dagen är före den första. Ändra någon av dem.")})
    if rhythm.last - rhythm.first > LONGEST:
        raise ValidationError({"last": _("Planera högst ett år åt gången.")})
    days = days_of(rhythm.weekdays, rhythm.first, rhythm.last, every=rhythm.every, skip=rhythm.skip)
    if not days:
        raise ValidationError({"last": _("Ingen av veckodagarna finns mellan de dagarna. Ändra någon av dem.")})
    return days


def _plan(rhythm: Rhythm, day: date) -> Plan:
    return Plan(day, rhythm.starts, rhythm.ends, rhythm.place, rhythm.responsible)
