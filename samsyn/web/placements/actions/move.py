"""The host changes the place, the workshop, or the last day within what was agreed."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._giving import a_place, give_up, hold, hold_longer, times_of
from samsyn.web.placements.actions._parts import (
    ground_at_start,
    ground_for,
    in_swedish,
    lock_placement,
    remember,
    tell,
)
from samsyn.web.placements.actions.start import check_last, check_track
from samsyn.web.placements.models import Occupancy, Placement
from samsyn.web.placements.permissions import check_may_host


@transaction.atomic
def move_to_place(
    placement: Placement, number: int, *, from_day: date, by: Viewer, now: datetime, today: date
) -> Occupancy:
    """The rest of the time, from a day, is on another place. What it had before that day stays as it was."""
    mine = _locked(placement, by)
    ground = ground_at_start(mine, today)
    until = max((each.until for each in times_of(mine)), default=mine.first_day)
    if not mine.first_day <= from_day < until:
        raise ValidationError({"from_day": _("Välj en dag under placeringen.")})
    if already := _there(mine, number, from_day):
        return already
    days = DateRange(from_day, until)
    place = a_place(ground, days, number, but=mine)
    give_up(mine, from_day)
    time = hold(mine, place, days)
    refers_to = {"place": number, "from": from_day}
    remember("placement.move", mine, by=by, now=now, clause=ground.pool.clause, refers_to=refers_to)
    return time


@transaction.atomic
def change_track(placement: Placement, track: str, *, by: Viewer, now: datetime, today: date) -> Placement:
    """Another of the agreement's workshops, from now. The same place is held."""
    mine = _locked(placement, by)
    check_track(ground_for(mine, today, today), track)
    if mine.track != track:
        mine.track = track
        mine.save(update_fields=["track"])
        remember("placement.change_track", mine, by=by, now=now, refers_to={"track": track})
    return mine


@transaction.atomic
def change_last_day(placement: Placement, last: date, *, by: Viewer, now: datetime, today: date) -> Placement:
    """Another planned last day, within the length that needs no joint decision. The sender is told."""
    mine = _locked(placement, by)
    if mine.planned_last == last:
        return mine
    ground = ground_at_start(mine, today)
    check_last(ground, max(mine.first_day, today), last, max(mine.longest_last or last, mine.planned_last))
    mine.planned_last = last
    mine.save(update_fields=["planned_last"])
    hold_longer(mine, last)
    remember("placement.change_last_day", mine, by=by, now=now, clause=ground.pool.clause, refers_to={"last": last})
    with in_swedish():
        says = _("En placering i arbetsträning har fått en annan sista dag, %(day)s.") % {"day": last}
    tell(mine, "last-day", says, to=[mine.sender_id], by=by, now=now, today=today)
    return mine


def _locked(placement: Placement, by: Viewer) -> Placement:
    check_may_host(by, placement)
    mine = lock_placement(placement, pool=True)
    if mine.ended_on is not None or mine.fell_through_on is not None:
        raise ValidationError(_("Placeringen är avslutad. Ladda om sidan."))
    return mine


def _there(placement: Placement, number: int, from_day: date) -> Occupancy | None:
    """Pressed twice: it is on that place from that day on already."""
    rest = [each for each in times_of(placement) if each.until > from_day]
    return rest[0] if {each.place.number for each in rest} == {number} else None
