"""The one who refers writes, sends and takes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.models import Person
from samsyn.web.placements.actions._parts import (
    close_to_host,
    ground_for,
    in_swedish,
    lock_referral,
    remember,
    tell,
    turns_about,
)
from samsyn.web.placements.models import Consent, Participant, Placement, Referral
from samsyn.web.placements.permissions import check_may_change
from samsyn.web.placements.queries.consents import consent_to
from samsyn.web.placements.queries.ground import Ground, ground_of
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def write_referral(
    participant: Participant,
    pool: str,
    *,
    host: UUID | None = None,
    wishes: Sequence[str] = (),
    wanted_from: date | None = None,
    assessed_by: Person | None = None,
    assessed_on: date | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Referral:
    """A draft, or the participant's draft to the pool written anew. `wishes` are ids among the pool's tracks.

    That the participant belongs to the target group: by whom it was assessed and when. There is no place for why.
    """
    check_may_change(by, participant)
    turns_about(participant.pk)
    ground = ground_of(participant.partnership, pool, today, today)
    said = {
        "host_id": _host(ground, host, by),
        "wishes": list(wishes),
        "wanted_from": wanted_from,
        "assessed_by_id": assessed_by.pk if assessed_by else None,
        "assessed_on": assessed_on,
    }
    _check(ground, wishes, assessed_on, today)
    with refusals_of(Referral):
        draft = Referral.objects.filter(participant=participant, pool=pool, state=Referral.State.DRAFT).first()
        referral = draft or Referral(
            partnership=participant.partnership, organisation_id=by.organisation_id, participant=participant, pool=pool
        )
        referral.written_at = now
        for name, value in said.items():
            setattr(referral, name, value)
        referral.save(force_insert=draft is None)
    remember("referral.write", referral, by=by, now=now, refers_to={"participant": participant.pk, "pool": pool})
    return referral


@transaction.atomic
def discard_referral(referral: Referral, *, by: Viewer, now: datetime) -> None:
    """A draft is thrown away; the participant is still there. Raises ValidationError for what was sent."""
    check_may_change(by, referral)
    mine = lock_referral(referral)
    if mine.state != Referral.State.DRAFT:
        raise ValidationError(_("Anvisningen är skickad. Ta tillbaka den i stället."))
    remember("referral.discard", mine, by=by, now=now, refers_to={"participant": mine.participant_id})
    mine.delete()


@transaction.atomic
def send_referral(referral: Referral, *, by: Viewer, now: datetime, today: date) -> Referral:
    """1. a consent in force; 2. the participant is opened to the host; 3. the referral is sent; 4. the host is told.

    Sent again it is the same. Raises ValidationError without a consent, or an assessment of the target group.
    """
    check_may_change(by, referral)
    turns_about(referral.participant_id)
    mine = lock_referral(referral)
    if mine.state == Referral.State.SENT:
        return mine
    ground = ground_for(mine, today, today)
    consent = _ready(mine, ground, by)
    _open_to(mine.participant_id, consent, ground)
    mine.state, mine.sent_at = Referral.State.SENT, now
    mine.save(update_fields=["state", "sent_at"])
    remember("referral.send", mine, by=by, now=now, clause=ground.pool.clause, refers_to={"consent": consent.pk})
    with in_swedish():
        says = _("%(who)s har skickat en anvisning till arbetsträning. Svara om ni kan ta emot den.") % {
            "who": ground.name_of(mine.organisation_id)
        }
    tell(mine, "sent", says, to=[mine.host_id], by=by, now=now, today=today)
    return mine


@transaction.atomic
def withdraw_referral(referral: Referral, because: str, *, by: Viewer, now: datetime, today: date) -> Referral:
    """The one who sent it takes it back before there is a placement. The host sees it no more, and is told."""
    check_may_change(by, referral)
    mine = lock_referral(referral)
    if mine.state == Referral.State.WITHDRAWN:
        return mine
    if Placement.objects.filter(referral=mine, fell_through_on=None).exists():
        raise ValidationError(_("Deltagaren har fått en plats. Säg i stället att placeringen inte blir av."))
    if mine.state == Referral.State.DRAFT:
        raise ValidationError(_("Anvisningen är inte skickad. Kasta utkastet i stället."))
    if mine.state == Referral.State.DECLINED:
        raise ValidationError(_("Anvisningen är redan besvarad med nej."))
    end_referral(mine, Referral.State.WITHDRAWN, because, now)
    remember("referral.withdraw", mine, by=by, now=now, refers_to={"because": because})
    tell_it_fell_away(mine, by=by, now=now, today=today)
    close_to_host(mine.participant_id, mine.host_id)
    return mine


def end_referral(referral: Referral, state: str, because: str, now: datetime) -> None:
    """`because` is one of `Referral.Because`."""
    if because not in Referral.Because.values:
        raise ValidationError({"because": _("Välj ett skäl.")})
    referral.state, referral.because, referral.ended_at = state, because, now
    referral.save(update_fields=["state", "because", "ended_at"])


def tell_it_fell_away(referral: Referral, *, by: Viewer, now: datetime, today: date) -> None:
    with in_swedish():
        says = _("En anvisning till arbetsträning gäller inte längre. Ni behöver inte göra något.")
    tell(referral, "fell-away", says, to=[referral.host_id], by=by, now=now, today=today)


def _host(ground: Ground, host: UUID | None, by: Viewer) -> UUID:
    if by.organisation_id not in ground.senders:
        raise ValidationError(_("Er organisation anvisar inte deltagare enligt överenskommelsen."))
    if host is None and len(ground.hosts) == 1:
        return ground.hosts[0]
    if host not in ground.hosts:
        raise ValidationError({"host": _("Välj vem som ska ta emot deltagaren.")})
    return host


def _check(ground: Ground, wishes: Sequence[str], assessed_on: date | None, today: date) -> None:
    wrong: dict[str, str] = {}
    if set(wishes) - set(ground.tracks):
        wrong["wishes"] = _("Välj bland de verksamheter som överenskommelsen har.")
    if assessed_on is not None and assessed_on > today:
        wrong["assessed_on"] = _("Dagen ligger framåt i tiden. Skriv dagen då bedömningen gjordes.")
    if wrong:
        raise ValidationError(wrong)


def _ready(referral: Referral, ground: Ground, by: Viewer) -> Consent:
    if referral.state != Referral.State.DRAFT:
        raise ValidationError(_("Anvisningen kan inte skickas. Ladda om sidan för att se läget."))
    if referral.assessed_on is None or referral.assessed_by_id is None:
        raise ValidationError(
            {"assessed_on": _("Skriv vem som har bedömt att deltagaren hör till målgruppen, och när.")}
        )
    found = consent_to(referral.participant_id, referral.host_id, Consent.Scope.IDENTITY, by)
    if found is None:
        raise ValidationError(without_consent(ground))
    return found


def without_consent(ground: Ground) -> str:
    where = ground.consent_clause or "10 kap. 1 § OSL"
    return _(
        "Deltagaren har inget samtycke som gäller i dag och som täcker uppgifterna (%(where)s). Utan det får inget "
        "lämnas till den andra parten. Skriv in samtycket först."
    ) % {"where": where}


def _open_to(participant_id: UUID, consent: Consent, ground: Ground) -> None:
    participant = Participant.objects.select_for_update().get(pk=participant_id)
    if participant.open_to_id not in (None, consent.recipient_id):
        other = ground.name_of(participant.open_to_id) if participant.open_to_id else ""
        raise ValidationError(_("Deltagaren är redan anvisad till %(other)s. Avsluta det först.") % {"other": other})
    open_under(participant, consent)


def open_under(participant: Participant, consent: Consent) -> None:
    participant.open_to_id, participant.open_until = consent.recipient_id, consent.until
    participant.save(update_fields=["open_to", "open_until"])
