"""The host answers: it receives, it does not, or the participant waits in line."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import (
    close_to_host,
    ground_for,
    in_swedish,
    lock_referral,
    remember,
    tell,
)
from samsyn.web.placements.actions.refer import end_referral
from samsyn.web.placements.models import Referral
from samsyn.web.placements.permissions import check_may_answer

_State = Referral.State


@transaction.atomic
def accept_referral(referral: Referral, *, by: Viewer, now: datetime, today: date) -> Referral:
    """Yes, without a day yet: next the host gives a place or puts the participant in line."""
    mine = _locked(referral, by)
    if mine.state == _State.ACCEPTED:
        return mine
    _check(mine, _State.SENT)
    mine.state, mine.answered_at = _State.ACCEPTED, now
    mine.save(update_fields=["state", "answered_at"])
    remember("referral.accept", mine, by=by, now=now)
    _tell(mine, "accepted", by, now, today)
    return mine


@transaction.atomic
def decline_referral(referral: Referral, because: str, *, by: Viewer, now: datetime, today: date) -> Referral:
    """No, with one of the reasons in `Referral.Because`. The participant is closed to the host again."""
    mine = _locked(referral, by)
    if mine.state == _State.DECLINED:
        return mine
    _check(mine, _State.SENT, _State.ACCEPTED, _State.WAITING)
    mine.answered_at = mine.answered_at or now
    mine.save(update_fields=["answered_at"])
    end_referral(mine, _State.DECLINED, because, now)
    remember("referral.decline", mine, by=by, now=now, refers_to={"because": because})
    _tell(mine, "declined", by, now, today)
    close_to_host(mine.participant_id, mine.host_id)
    return mine


@transaction.atomic
def put_on_waiting_list(referral: Referral, *, by: Viewer, now: datetime, today: date) -> Referral:
    """In the line of the pool, in the order that the agreement says. Accepts it too, if that is not done."""
    mine = _locked(referral, by)
    if mine.state == _State.WAITING:
        return mine
    _check(mine, _State.SENT, _State.ACCEPTED)
    mine.waiting_since = mine.waiting_since or now
    mine.state, mine.answered_at = _State.WAITING, mine.answered_at or now
    mine.save(update_fields=["waiting_since", "state", "answered_at"])
    remember("referral.wait", mine, by=by, now=now)
    _tell(mine, "waiting", by, now, today)
    return mine


@transaction.atomic
def prioritise(referral: Referral, reason: str, *, by: Viewer, now: datetime, today: date) -> Referral:
    """A stated reason to go before others, one of `Referral.Priority`; empty takes it away.

    Raises ValidationError where the agreement's line goes by arrival or lottery: then no reason counts.
    """
    mine = _locked(referral, by)
    _check(mine, _State.ACCEPTED, _State.WAITING)
    ground = ground_for(mine, today, today)
    if reason and ground.pool.order != "priority":
        says = _("Kön går inte efter skäl (%(clause)s). Den som kom först får plats först.")
        raise ValidationError(says % {"clause": ground.pool.clause})
    if reason and reason not in Referral.Priority.values:
        raise ValidationError({"priority": _("Välj ett skäl.")})
    mine.priority = reason
    mine.save(update_fields=["priority"])
    remember("referral.prioritise", mine, by=by, now=now, refers_to={"priority": reason or None})
    return mine


def _locked(referral: Referral, by: Viewer) -> Referral:
    check_may_answer(by, referral)
    return lock_referral(referral)


def _check(referral: Referral, *states: str) -> None:
    if referral.state not in states:
        raise ValidationError(_stands(referral))


def _stands(referral: Referral) -> str:
    """What has happened instead, and where it goes on."""
    return {
        _State.DRAFT: _("Anvisningen är inte skickad än. Den kan besvaras när den har kommit."),
        _State.SENT: _("Anvisningen är inte besvarad. Ta emot den först."),
        _State.ACCEPTED: _("Anvisningen är redan mottagen. Ge en plats, eller sätt deltagaren i kö."),
        _State.WAITING: _("Deltagaren står redan i kö. Ge en plats när en är ledig."),
        _State.STARTED: _("Deltagaren har redan fått en plats. Fortsätt på placeringens sida."),
        _State.DECLINED: _("Ni har redan svarat nej på anvisningen. Den som anvisar kan skicka en ny."),
        _State.WITHDRAWN: _("Anvisningen är tillbakatagen. Ni behöver inte göra något."),
    }[_State(referral.state)]


def _tell(referral: Referral, what: str, by: Viewer, now: datetime, today: date) -> None:
    with in_swedish():
        says = {
            "accepted": _("En anvisning till arbetsträning är mottagen. Startdagen kommer när en plats är vald."),
            "declined": _("En anvisning till arbetsträning kunde inte tas emot. Skälet står i Samsyn."),
            "waiting": _("En anvisning till arbetsträning är mottagen, och deltagaren står i kö till en plats."),
        }[what]
    tell(referral, what, says, to=[referral.organisation_id], by=by, now=now, today=today)
