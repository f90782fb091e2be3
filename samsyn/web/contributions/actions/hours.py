"""Volunteers' hours of a period, summed from the shifts that they have reported, with one press."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions.actions.lines import about, check_days, draft_of
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.permissions import check_may_contribute
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.shifts.queries.hours import volunteer_hours
from samsyn.web.ui.formats import kronor

acts.register({"contribution.hours": gettext_lazy("summerade volontärernas timmar")})


@transaction.atomic
def sum_hours(
    partnership: Partnership,
    days: DateRange,
    *,
    per_hour_ore: int | None = None,
    source: str = "",
    by: Viewer,
    now: datetime,
    today: date,
) -> Contribution:
    """One line for the period, however often it is pressed; pressed again it follows what has been reported since.

    `per_hour_ore` is what somebody has typed that an hour is worth, and `source` where that figure comes from: the
    system has none of its own. ValidationError without hours, or where a day of the period is summed already.
    """
    check_may_contribute(by, partnership.pk)
    check_days(days, today)
    _check_value(per_hour_ore, source)
    hours = volunteer_hours(by, partnership.pk, days)
    if not hours:
        raise ValidationError(
            _("Inga timmar är rapporterade för de dagarna. De som arbetade rapporterar timmarna på sina pass.")
        )
    take_turns(f"contribution-hours {by.organisation_id} {partnership.pk}")
    line = _line(partnership, days, by)
    line.quantity = hours
    line.value_ore = None if per_hour_ore is None else value_of(hours, per_hour_ore)
    line.valued_how = "" if per_hour_ore is None else _how(per_hour_ore, source)
    line.made_at, line.made_by_id = now, by.person_id
    with refusals_of(Contribution):
        line.save()
    record("contribution.hours", by=by, now=now, subject=line, partnership=partnership, refers_to=about(line))
    return line


def value_of(hours: Decimal, per_hour_ore: int) -> int:
    return int((hours * per_hour_ore).quantize(Decimal(1), ROUND_HALF_UP))


def _line(partnership: Partnership, days: DateRange, by: Viewer) -> Contribution:
    """The line of just this period, locked, or a new one."""
    whole = PgRange(days.start, days.end)
    rows = Contribution.objects.own(by).live().filter(partnership=partnership, source=Contribution.Source.SHIFTS)
    there = rows.filter(days=whole).first()
    if there is not None:
        return draft_of(there, by)
    return Contribution(
        partnership=partnership,
        organisation_id=by.organisation_id,
        kind=Contribution.Kind.VOLUNTEER_HOURS,
        unit=Contribution.Unit.HOURS,
        source=Contribution.Source.SHIFTS,
        days=whole,
    )


def _check_value(per_hour_ore: int | None, source: str) -> None:
    if per_hour_ore is not None and not source.strip():
        raise ValidationError({"source": _("Skriv var värdet per timme kommer från, eller lämna värdet tomt.")})
    if per_hour_ore is None and source.strip():
        raise ValidationError({"per_hour": _("Skriv värdet per timme, eller lämna tomt var det kommer från.")})


def _how(per_hour_ore: int, source: str) -> str:
    return _("%(sum)s per timme. %(source)s") % {"sum": kronor(per_hour_ore), "source": source.strip()}
