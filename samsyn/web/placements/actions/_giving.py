"""To hold a place on certain days: under one lock for the pool, with the constraints as the belt."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.places import full
from samsyn.rules.quantities import DateRange
from samsyn.web.placements.models import Occupancy, Placement, TrainingPlace
from samsyn.web.placements.queries.free import first_day_free, first_free, held
from samsyn.web.placements.queries.ground import Ground
from samsyn.web.project.conflicts import refusals_of


def a_place(ground: Ground, days: DateRange, number: int | None, *, but: Placement | None = None) -> TrainingPlace:
    """The place with that number, or the free one with the lowest. Raises ValidationError with when there is one."""
    places = held(ground.partnership.pk, ground.pool.id, but=but.pk if but else None)
    if number is None:
        found = first_free(places, days)
        if found is None:
            raise ValidationError(
                full(ground.terms, ground.pool.id, days.start, first_day_free(places, days)).reason.says
                + f" ({ground.pool.clause})"
            )
        return found
    asked = [each for each in places if each.place.number == number]
    if not asked:
        raise ValidationError({"place": _("Det finns ingen plats med det numret.")})
    free = first_free(asked, days)
    if free is None:
        raise ValidationError({"place": _("Platsen är upptagen eller lovad en del av den tiden. Välj en annan plats.")})
    return free


def hold(placement: Placement, place: TrainingPlace, days: DateRange) -> Occupancy:
    """From here on nobody else has the place those days."""
    time = Occupancy(
        partnership_id=placement.partnership_id,
        organisation_id=placement.organisation_id,
        sender_id=placement.sender_id,
        place=place,
        placement=placement,
        participant_id=placement.participant_id,
        first=days.start,
        until=days.end,
    )
    with refusals_of(Occupancy):
        time.save(force_insert=True)
    return time


def times_of(placement: Placement) -> list[Occupancy]:
    """In order, locked. Without those that were given up before they began."""
    rows = Occupancy.objects.select_for_update(of=("self",)).filter(placement=placement).select_related("place")
    return [each for each in rows.order_by("first") if each.first < each.until]


def give_up(placement: Placement, from_day: date) -> None:
    """Nobody is held a place for from that day on: what was to come is free for others."""
    for time in times_of(placement):
        if time.until > from_day:
            time.until = max(time.first, from_day)
            time.save(update_fields=["until"])


def hold_longer(placement: Placement, last: date) -> None:
    """The place that is held last is held through `last`. Raises ValidationError where it is promised to someone."""
    times = times_of(placement)
    if not times:
        raise ValidationError(_("Placeringen har ingen plats."))
    check_free_until(placement, times[-1], last)
    times[-1].until = last + timedelta(days=1)
    with refusals_of(Occupancy):
        times[-1].save(update_fields=["until"])


def check_free_until(placement: Placement, time: Occupancy, last: date) -> None:
    places = {each.place.pk: each for each in held(placement.partnership_id, placement.pool, but=placement.pk)}
    mine = places[time.place_id]
    until = last + timedelta(days=1)
    if until > time.until and not mine.is_free(DateRange(time.until, until)):
        taken = mine.promised_from(time.until)
        says = _(
            "Plats %(number)s är lovad till någon annan från %(day)s. Flytta placeringen till en annan plats först."
        )
        ends = _("Plats %(number)s finns inte så länge. Flytta placeringen till en annan plats först.")
        raise ValidationError((says if taken else ends) % {"number": mine.place.number, "day": taken})
