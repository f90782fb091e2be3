"""A participant waives secrecy, and takes that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import in_swedish, remember, tell, turns_about
from samsyn.web.placements.actions.refer import end_referral, open_under, tell_it_fell_away
from samsyn.web.placements.models import Consent, Participant, Placement, Referral
from samsyn.web.placements.permissions import check_may_change
from samsyn.web.placements.queries.ground import consents_of
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def record_consent(
    participant: Participant,
    recipient: UUID,
    *,
    scope: Sequence[str],
    reservation: Sequence[str] = (),
    given_on: date,
    until: date | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Consent:
    """What the participant agrees to: what, to whom, from when until (not including) when, with which reservation.

    Where something is already going on with the recipient, it is open again from now. A consent is never changed: to
    say another thing, withdraw it and record another.
    """
    check_may_change(by, participant)
    turns_about(participant.pk)
    _check_recipient(participant, recipient, today)
    _check_days(given_on, until, today)
    consent = Consent(
        partnership_id=participant.partnership_id,
        organisation_id=by.organisation_id,
        participant=participant,
        recipient_id=recipient,
        scope=list(dict.fromkeys(scope)),
        reservation=list(dict.fromkeys(reservation)),
        given_on=given_on,
        until=until,
        recorded_at=now,
    )
    consent.clean_fields(exclude=["partnership", "organisation", "participant", "recipient", "until", "withdrawn_at"])
    with refusals_of(Consent):
        consent.save(force_insert=True)
    if Consent.Scope.IDENTITY in consent.scope and _going_on(participant.pk, recipient):
        open_under(Participant.objects.select_for_update().get(pk=participant.pk), consent)
    remember("consent.record", consent, by=by, now=now, refers_to={"participant": participant.pk})
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Viewer, now: datetime, today: date) -> Consent:
    """From this instant nothing new crosses.

    1. withdrawn; PostgreSQL closes the participant to the recipient in the same statement; 2. a referral that has not
    led to a placement falls away; 3. the recipient is told. A placement goes on with the host, under the host's own
    rules for what it has received; what was counted stays counted. Withdrawn again it is the same; one that has run
    out takes nothing with it, for another may have followed it.
    """
    participant = consent.participant
    check_may_change(by, participant)
    turns_about(participant.pk)
    mine = Consent.objects.select_for_update().get(pk=consent.pk)
    if mine.withdrawn_at is not None or (mine.until is not None and mine.until <= today):
        return mine
    mine.withdrawn_at = now
    mine.save(update_fields=["withdrawn_at"])
    remember("consent.withdraw", mine, by=by, now=now, refers_to={"participant": participant.pk})
    for referral in _sent(participant.pk, mine.recipient_id):
        end_referral(referral, Referral.State.WITHDRAWN, Referral.Because.CONSENT_WITHDRAWN, now)
        remember("referral.withdraw", referral, by=by, now=now, refers_to={"because": referral.because})
        tell_it_fell_away(referral, by=by, now=now, today=today)
    for placement in _placed(participant.pk, mine.recipient_id):
        with in_swedish():
            says = _(
                "Ett samtycke har tagits tillbaka. Från och med nu delas inget nytt om deltagaren. Placeringen "
                "fortsätter hos er, och för det ni redan har fått gäller era egna regler."
            )
        tell(placement, "withdrawn", says, to=[mine.recipient_id], by=by, now=now, today=today)
    return mine


def _check_recipient(participant: Participant, recipient: UUID, today: date) -> None:
    asked = consents_of(participant.partnership, today)
    if recipient not in asked.recipients or recipient == participant.organisation_id:
        says = _("Välj en part som uppgifterna får delas med%(where)s.")
        raise ValidationError({"recipient": says % {"where": f" ({asked.clause})" if asked.clause else ""}})


def _check_days(given_on: date, until: date | None, today: date) -> None:
    if given_on > today:
        raise ValidationError({"given_on": _("Dagen ligger framåt i tiden. Skriv dagen då samtycket gavs.")})
    if until is not None and until <= given_on:
        raise ValidationError({"until": _("Samtycket slutar innan det börjar. Ändra någon av dagarna.")})
    if until is not None and until <= today:
        raise ValidationError({"until": _("Samtycket har redan slutat gälla den dagen. Skriv en senare dag.")})


def _sent(participant_id: UUID, host_id: UUID) -> list[Referral]:
    """Sent, answered or in line, without a placement."""
    rows = Referral.objects.select_for_update(of=("self",)).select_related("partnership")
    return list(rows.filter(participant_id=participant_id, host_id=host_id, sent_at__isnull=False).open())


def _placed(participant_id: UUID, host_id: UUID) -> list[Placement]:
    rows = Placement.objects.filter(participant_id=participant_id, organisation_id=host_id)
    return list(rows.holding().select_related("partnership"))


def _going_on(participant_id: UUID, host_id: UUID) -> bool:
    return bool(_placed(participant_id, host_id) or _sent(participant_id, host_id))
