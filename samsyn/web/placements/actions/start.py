"""A participant gets a place, or it does not come to be."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.rules.places import may_have
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._giving import a_place, give_up, hold
from samsyn.web.placements.actions._parts import (
    close_to_host,
    ground_for,
    in_swedish,
    lock_placement,
    lock_referral,
    one_at_a_time,
    remember,
    tell,
    turns_about,
)
from samsyn.web.placements.actions.places import make_training_places
from samsyn.web.placements.actions.refer import end_referral, without_consent
from samsyn.web.placements.models import Attendance, Consent, Extension, Participant, Placement, Referral
from samsyn.web.placements.permissions import check_may_answer, check_may_follow
from samsyn.web.placements.queries.consents import consent_to
from samsyn.web.placements.queries.ground import Ground
from samsyn.web.project.conflicts import refusals_of

_State = Referral.State


@transaction.atomic
def start_placement(
    referral: Referral,
    first_day: date,
    *,
    last: date | None = None,
    track: str = "",
    number: int | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Placement:
    """The host gives a place from `first_day` through `last`.

    Without `last`: as long as the pool's length allows, also beyond the agreement. Without `number`: the free place
    with the lowest. 1. may this be, by the rules; 2. one at a time in the pool; 3. placement and time on the place;
    4. history; 5. the sender is told. Raises ValidationError with the clause, and when a place is free.
    """
    check_may_answer(by, referral)
    turns_about(referral.participant_id)
    one_at_a_time(referral.partnership_id, referral.pool)
    mine = lock_referral(referral)
    _check_state(mine)
    ground = ground_for(mine, first_day, today)
    participant = _seen(mine, ground, by)
    days = _days(ground, first_day, last, participant)
    check_track(ground, track)
    make_training_places(mine.partnership, mine.pool, by=by, now=now, today=today)
    placement = _placement(mine, participant, ground, days, track, now)
    place = a_place(ground, days, number)
    with refusals_of(Placement):
        placement.save(force_insert=True)
    hold(placement, place, days)
    mine.state, mine.answered_at = _State.STARTED, mine.answered_at or now
    mine.save(update_fields=["state", "answered_at"])
    refers_to = {"referral": mine.pk, "place": place.number, "first": first_day, "last": days.last}
    remember("placement.start", placement, by=by, now=now, clause=ground.pool.clause, refers_to=refers_to)
    with in_swedish():
        says = _("En deltagare har fått plats i arbetsträning från och med %(day)s.") % {"day": first_day}
    tell(placement, "started", says, to=[mine.organisation_id], by=by, now=now, today=today)
    return placement


@transaction.atomic
def cancel_placement(
    placement: Placement, because: str, *, again: bool = False, by: Viewer, now: datetime, today: date
) -> Placement:
    """It does not come to be: before the first day, or nobody ever came. The place is free again, and both are told.

    From the first day on it is the host who says that nobody came: the other may not have been told who was there.
    `again`: the referral stands, and another first day can be chosen. Else it ends with the same reason.
    """
    check_may_follow(by, placement)
    mine = lock_placement(placement, pool=True)
    if mine.fell_through_on is not None:
        return mine
    _check_not_begun(mine, by, today)
    if again:
        _check_may_wait(mine, by, today)
    mine.fell_through_on = today
    mine.save(update_fields=["fell_through_on"])
    Extension.objects.filter(placement=mine).open().update(dropped_on=today)
    give_up(mine, today)
    _referral_after(mine, because, again, now)
    remember("placement.cancel", mine, by=by, now=now, refers_to={"because": because})
    with in_swedish():
        says = _("En placering i arbetsträning blir inte av. Platsen är ledig igen.")
    tell(mine, "fell-through", says, to=[mine.organisation_id, mine.sender_id], by=by, now=now, today=today)
    close_to_host(mine.participant_id, mine.organisation_id)
    return mine


def _check_state(referral: Referral) -> None:
    if referral.state == _State.STARTED:
        raise ValidationError(_("Anvisningen har redan lett till en placering. Ladda om sidan."))
    if referral.state not in (_State.ACCEPTED, _State.WAITING):
        raise ValidationError(_("Ta emot anvisningen först, så kan ni ge en plats."))


def _seen(referral: Referral, ground: Ground, by: Viewer) -> Participant:
    found = Participant.objects.visible_to(by).filter(pk=referral.participant_id).first()
    if found is None or not consent_to(referral.participant_id, referral.host_id, Consent.Scope.IDENTITY, by):
        raise ValidationError(without_consent(ground))
    return found


def _days(ground: Ground, first: date, last: date | None, participant: Participant) -> DateRange:
    """The days of the placement, as the rules let it be."""
    if first > ground.life.last:
        says = _("Överenskommelsen gäller till och med %(day)s (%(clause)s). Välj den dagen eller en tidigare.")
        values = {"day": ground.life.last, "clause": ground.terms.period.clause}
        raise ValidationError({"first_day": says % values})
    answer = may_have(ground.terms, ground.pool.id, first, participant.sex, life=ground.life)  # type: ignore[arg-type]
    if not answer.allowed:
        raise ValidationError({"first_day": f"{answer.reason.says} ({answer.reason.clause})"})
    longest = ground.longest_last(first)
    last = last or longest or ground.life.last
    check_last(ground, first, last, longest)
    return DateRange.through(first, last)


def check_last(ground: Ground, first: date, last: date, longest: date | None) -> None:
    """Raises ValidationError for a last day that is before the first, or too far away.

    Where the pool has no length of its own the agreement's last day is the limit.
    """
    if last < first:
        raise ValidationError({"last": _("Den sista dagen ligger före den första. Ändra någon av dagarna.")})
    if longest is not None and last > longest:
        says = _("En placering är högst till och med %(day)s (%(clause)s). Längre blir den genom en förlängning.")
        raise ValidationError({"last": says % {"day": longest, "clause": ground.pool.clause}})
    if longest is None and last > ground.life.last:
        says = _("Överenskommelsen gäller till och med %(day)s (%(clause)s). Välj den dagen eller en tidigare.")
        values = {"day": ground.life.last, "clause": ground.terms.period.clause}
        raise ValidationError({"last": says % values})


def check_track(ground: Ground, track: str) -> None:
    if track not in ground.tracks and (track or ground.tracks):
        raise ValidationError({"track": _("Välj bland de verksamheter som överenskommelsen har.")})


def _placement(
    referral: Referral, participant: Participant, ground: Ground, days: DateRange, track: str, now: datetime
) -> Placement:
    return Placement(
        partnership_id=referral.partnership_id,
        organisation_id=referral.host_id,
        sender_id=referral.organisation_id,
        participant=participant,
        referral=referral,
        pool=referral.pool,
        known_as=participant.known_as,
        sex=participant.sex,
        track=track,
        first_day=days.start,
        longest_last=ground.longest_last(days.start),
        planned_last=days.last,
        made_at=now,
    )


def _check_not_begun(placement: Placement, by: Viewer, today: date) -> None:
    if placement.first_day <= today and placement.organisation_id != by.organisation_id:
        says = _(
            "Den första dagen är här. Kom ingen, säger den som har platsen det. Har deltagaren börjat avslutar ni."
        )
        raise ValidationError(says)
    came = Attendance.objects.filter(placement=placement, state=Attendance.State.PRESENT).exists()
    if placement.ended_on is not None or (came and placement.first_day <= today):
        raise ValidationError(_("Placeringen har börjat. Avsluta den i stället."))


def _check_may_wait(placement: Placement, by: Viewer, today: date) -> None:
    if consent_to(placement.participant_id, placement.organisation_id, Consent.Scope.IDENTITY, by) is None:
        raise ValidationError({"again": without_consent(ground_for(placement, today, today))})


def _referral_after(placement: Placement, because: str, again: bool, now: datetime) -> None:
    """As a job too: the host does not see a referral whose consent is withdrawn, but its end must stand there."""
    with also_as_job(Job.PLACES):
        referral = Referral.objects.select_for_update().get(pk=placement.referral_id)
        if referral.state != _State.STARTED:
            return
        if again:
            referral.state = _State.WAITING if referral.waiting_since else _State.ACCEPTED
            with refusals_of(Referral):
                referral.save(update_fields=["state"])
        else:
            end_referral(referral, _State.WITHDRAWN, because, now)
