"""What is paid back: noted by either, confirmed by the one that gets it. The last krona settles the claim."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.money.claims import State
from samsyn.rules.quantities import Amount
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims.actions.rows import locked, remember, tell_the_other, write
from samsyn.web.claims.models import Claim, Entry, Repaid
from samsyn.web.claims.permissions import check, may_settle
from samsyn.web.claims.queries import Standing, obligation_behind
from samsyn.web.history import acts
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.formats import kronor

acts.register(
    {
        "claim.note_payment": gettext_lazy("skrev in en återbetalning"),
        "claim.confirm": gettext_lazy("bekräftade att en återbetalning har kommit"),
        "claim.take_back_payment": gettext_lazy("tog tillbaka en återbetalning som inte var rätt inskriven"),
        "claim.settle": gettext_lazy("bekräftade att ett återkrav är betalt"),
    }
)


@transaction.atomic
def note_payment(
    claim: Claim, on: date, amount_ore: int, reference: str = "", *, made: UUID, by: Viewer, now: datetime, today: date
) -> Repaid:
    """`made` is the form's own id: sent twice it is one payment. What the receiver notes has come.

    ValidationError for a day ahead, before it was owed, and for more than is left.
    """
    check(may_settle(by, claim), "Only those who look after the money of one of the two note a payment.")
    standing = locked(claim, by)
    there = Repaid.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    _check(standing, on, amount_ore, today)
    mine = by.organisation_id == standing.claim.organisation_id
    repaid = Repaid.objects.create(
        id=made,
        partnership_id=claim.partnership_id,
        claim=standing.claim,
        organisation_id=by.organisation_id,
        on=on,
        amount_ore=amount_ore,
        reference=reference.strip(),
        noted_at=now,
        noted_by_id=by.person_id,
    )
    remember("claim.note_payment", standing.claim, by=by, now=now, repaid=repaid.pk)
    if mine:
        write(standing, Entry.Kind.CONFIRMED, repaid=repaid, by=by, now=now, today=today)
        _settle_if_paid(claim, by=by, now=now, today=today)
    else:
        _show(standing.claim, repaid, by=by, now=now, today=today)
        told = gettext_lazy(
            "%(who)s har skrivit in en återbetalning på återkrav %(number)s. Bekräfta när den har kommit."
        )
        tell_the_other(standing.claim, told, str(repaid.pk), Permission.MANAGE_MONEY, by=by, now=now, today=today)
    return repaid


@transaction.atomic
def confirm(repaid: Repaid, *, by: Viewer, now: datetime, today: date) -> Repaid:
    """The one that gets the money has it. Again: as it was."""
    claim = repaid.claim
    own = by.organisation_id == claim.organisation_id
    check(own and may_settle(by, claim), "Only the party that gets the money confirms that it came.")
    standing = locked(claim, by)
    repaid.refresh_from_db()
    if repaid.pk in standing.confirmed:
        return repaid
    if repaid.taken_back_at:
        raise ValidationError(_("Betalningen är tillbakatagen av den som skrev in den."))
    write(standing, Entry.Kind.CONFIRMED, repaid=repaid, by=by, now=now, today=today)
    remember("claim.confirm", claim, by=by, now=now, repaid=repaid.pk)
    _settle_if_paid(claim, by=by, now=now, today=today)
    return repaid


@transaction.atomic
def take_back(repaid: Repaid, *, by: Viewer, now: datetime) -> Repaid:
    """Noted by mistake, by the party that noted it. What has been confirmed stands. Again: as it was."""
    own = repaid.organisation_id == by.organisation_id
    check(own and may_settle(by, repaid.claim), "Only the party that noted a payment takes it back.")
    standing = locked(repaid.claim, by)
    repaid.refresh_from_db()
    if repaid.taken_back_at:
        return repaid
    if repaid.pk in standing.confirmed:
        raise ValidationError(_("Betalningen är bekräftad och står fast."))
    repaid.taken_back_at = now
    repaid.save(update_fields=["taken_back_at"])
    remember("claim.take_back_payment", repaid.claim, by=by, now=now, repaid=repaid.pk)
    return repaid


def _check(standing: Standing, on: date, amount_ore: int, today: date) -> None:
    if standing.state != State.OWED or standing.owed is None:
        raise ValidationError(_("Det finns inget beslutat belopp att betala på."))
    if on > today:
        raise ValidationError({"on": _("Dagen har inte varit än. Skriv in betalningen när den är gjord.")})
    since = standing.claim.raised_on
    if since and on < since:
        raise ValidationError({"on": _("Kravet ställdes %(day)s. Skriv en dag efter det.") % {"day": since}})
    left = standing.owed - standing.noted
    if not Amount(0) < Amount(amount_ore) <= left:
        message = _("Det är %(left)s kvar att betala. Skriv det beloppet eller ett lägre.")
        raise ValidationError({"amount": message % {"left": kronor(left.ore)}})


def _show(claim: Claim, repaid: Repaid, *, by: Viewer, now: datetime, today: date) -> None:
    """The party that pays shows it on the obligation that the clause gives it."""
    obligation = obligation_behind(claim)
    if obligation is not None:
        says = _("Återkrav %(number)s: %(amount)s.") % {"number": claim.number, "amount": kronor(repaid.amount_ore)}
        give_evidence(obligation, kind="payment", done_on=repaid.on, says=says, by=by, now=now, today=today)


def _settle_if_paid(claim: Claim, *, by: Viewer, now: datetime, today: date) -> None:
    standing = locked(claim, by)
    if standing.state != State.OWED or standing.left > Amount(0):
        return
    Claim.objects.own(by).filter(pk=claim.pk).update(ended_on=today, ended_how=Claim.Ended.SETTLED)
    write(standing, Entry.Kind.SETTLED, by=by, now=now, today=today)
    remember("claim.settle", standing.claim, by=by, now=now)
    told = gettext_lazy("%(who)s har fått hela beloppet för återkrav %(number)s. Det är betalt.")
    tell_the_other(standing.claim, told, f"{claim.pk}/settled", Permission.DECIDE, by=by, now=now, today=today)
