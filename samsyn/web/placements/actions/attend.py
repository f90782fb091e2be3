"""The supervisor notes who was there."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import lock_placement, may_share, remember
from samsyn.web.placements.models import Attendance, Consent, Placement
from samsyn.web.placements.permissions import check_may_host


@transaction.atomic
def note_attendance(
    placement: Placement, day: date, state: str, *, talk: bool | None = False, by: Viewer, now: datetime, today: date
) -> Attendance:
    """One row for a day; noted again it is corrected. `talk`: the day's talk was had; None: as it was noted before.

    There is no reason and no note. The sender sees it if a consent covers attendance today.
    """
    check_may_host(by, placement)
    mine = lock_placement(placement)
    found = Attendance.objects.filter(placement=mine, day=day).first()
    if talk is None:
        talk = found is not None and found.talk and state == Attendance.State.PRESENT
    _check(mine, day, state, talk, today)
    if found is not None and (found.state, found.talk) == (state, talk):
        return found
    row = found or Attendance(
        partnership_id=mine.partnership_id, organisation_id=by.organisation_id, placement=mine, day=day
    )
    row.state, row.talk, row.noted_at = state, talk, now
    row.shared = may_share(mine, Consent.Scope.ATTENDANCE, by)
    row.save(force_insert=found is None)
    name = "placement.note_attendance" if found is None else "placement.correct_attendance"
    remember(name, row, by=by, now=now, refers_to={"placement": mine.pk, "day": day})
    return row


def _check(placement: Placement, day: date, state: str, talk: bool, today: date) -> None:
    last = placement.ended_on or placement.planned_last
    if placement.fell_through_on is not None or not placement.first_day <= day <= last:
        raise ValidationError({"day": _("Dagen ligger utanför placeringen.")})
    if day > today:
        raise ValidationError({"day": _("Dagen ligger framåt i tiden. Anteckna närvaron den dagen.")})
    if state not in Attendance.State.values:
        raise ValidationError({"state": _("Välj närvarande eller frånvarande.")})
    if talk and state != Attendance.State.PRESENT:
        message = _("Samtalet kan bara vara hållet en dag då deltagaren var närvarande.")
        raise ValidationError({"talk": message})
