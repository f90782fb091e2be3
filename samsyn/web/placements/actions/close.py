"""A placement ends: as planned, earlier, or broken off. And where it led, when that is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._giving import give_up
from samsyn.web.placements.actions._parts import (
    close_to_host,
    ground_at_start,
    in_swedish,
    lock_placement,
    may_share,
    remember,
    tell,
)
from samsyn.web.placements.models import Closing, Consent, Extension, Placement
from samsyn.web.placements.permissions import check_may_follow


@transaction.atomic
def close_placement(
    placement: Placement,
    result: str,
    outcome: str,
    *,
    on: date,
    by: Viewer,
    now: datetime,
    today: date,
) -> Placement:
    """`on` is the last day there was. 1. ended, and the place free from the day after; 2. the closer's word of how it
    went, shared if a consent covers it; 3. an open proposal to extend falls; 4. both are told.

    Either party closes. Closed again with the same day it is the same; the other's own word of how it went is kept.
    """
    check_may_follow(by, placement)
    mine = lock_placement(placement, pool=True)
    if mine.ended_on == on and result in Closing.Result.values and outcome in Closing.Outcome.values:
        return _closed_already(mine, result, outcome, by, now, today)
    _check(mine, result, outcome, on, today)
    early = on < mine.planned_last
    mine.ended_on = on
    mine.save(update_fields=["ended_on"])
    Extension.objects.filter(placement=mine).open().update(dropped_on=today)
    give_up(mine, on + timedelta(days=1))
    _say(mine, result, outcome, by, now, today)
    clause = ground_at_start(mine, today).pool.clause
    remember("placement.close", mine, by=by, now=now, clause=clause, refers_to={"on": on, "early": int(early)})
    with in_swedish():
        says = _("En placering i arbetsträning slutade %(day)s. Platsen är ledig från dagen efter.") % {"day": on}
    tell(mine, "closed", says, to=[mine.organisation_id, mine.sender_id], by=by, now=now, today=today)
    close_to_host(mine.participant_id, mine.organisation_id)
    return mine


def _closed_already(
    placement: Placement, result: str, outcome: str, by: Viewer, now: datetime, today: date
) -> Placement:
    if not Closing.objects.filter(placement=placement, organisation_id=by.organisation_id).exists():
        closing = _say(placement, result, outcome, by, now, today)
        remember("placement.say_outcome", closing, by=by, now=now, refers_to={"placement": placement.pk})
    return placement


@transaction.atomic
def say_outcome(placement: Placement, outcome: str, *, by: Viewer, now: datetime, today: date) -> Closing:
    """Where an ended placement led, as one party has come to know. Said again it is corrected."""
    check_may_follow(by, placement)
    mine = lock_placement(placement)
    if mine.ended_on is None:
        raise ValidationError(_("Placeringen pågår. Avsluta den först."))
    _check_outcome(outcome)
    found = Closing.objects.filter(placement=mine, organisation_id=by.organisation_id).first()
    if found is not None and found.outcome == outcome:
        return found
    closing = _say(mine, found.result if found else "", outcome, by, now, today)
    remember("placement.say_outcome", closing, by=by, now=now, refers_to={"placement": mine.pk})
    return closing


def _say(placement: Placement, result: str, outcome: str, by: Viewer, now: datetime, today: date) -> Closing:
    closing, _made = Closing.objects.update_or_create(
        placement=placement,
        organisation_id=by.organisation_id,
        defaults={
            "partnership_id": placement.partnership_id,
            "result": result,
            "outcome": outcome,
            "said_on": today,
            "said_at": now,
            "shared": may_share(placement, Consent.Scope.RESULT, by),
        },
    )
    return closing


def _check(placement: Placement, result: str, outcome: str, on: date, today: date) -> None:
    if placement.fell_through_on is not None:
        raise ValidationError(_("Placeringen blev inte av. Den behöver inte avslutas."))
    if placement.ended_on is not None:
        says = _("Placeringen är redan avslutad, den %(day)s.")
        raise ValidationError(says % {"day": placement.ended_on})
    if result not in Closing.Result.values:
        raise ValidationError({"result": _("Välj hur det gick mot planeringen.")})
    _check_outcome(outcome)
    if on > today:
        raise ValidationError({"on": _("Dagen ligger framåt i tiden. Avsluta placeringen den dagen.")})
    if not placement.first_day <= on <= placement.planned_last:
        says = _("Skriv en dag från och med %(first)s till och med %(last)s.")
        raise ValidationError({"on": says % {"first": placement.first_day, "last": placement.planned_last}})


def _check_outcome(outcome: str) -> None:
    if outcome not in Closing.Outcome.values:
        raise ValidationError({"outcome": _("Välj vad placeringen ledde till. Vet ni inte, välj det.")})
