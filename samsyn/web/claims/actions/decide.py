"""How a claim is decided: taken up in a meeting, then put forward as a change with the steps that mandates demand."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.money.claims import State, may_be_claimed, to_consider, unconsidered
from samsyn.rules.quantities import Amount
from samsyn.rules.terms.resources import Repayment
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes import actions as changes
from samsyn.web.changes.models import Change
from samsyn.web.claims.actions.rows import check_open, locked, remember, tell_the_other, write
from samsyn.web.claims.models import Claim, Entry
from samsyn.web.claims.permissions import check, may_prepare, may_pursue
from samsyn.web.claims.queries import Standing, clause_behind
from samsyn.web.history import acts
from samsyn.web.meetings.actions import add_item
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.formats import kronor

acts.register(
    {
        "claim.prepare": gettext_lazy("tog upp ett återkrav på en dagordning"),
        "claim.decide": gettext_lazy("skrev ett utkast till beslut om ett återkrav"),
        "claim.withdraw": gettext_lazy("tog tillbaka ett återkrav"),
    }
)


@transaction.atomic
def prepare(claim: Claim, meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> Entry:
    """An item on the agenda of a meeting that is still to come. Once for each meeting."""
    check(may_prepare(by, claim), "Only one of the two puts a claim on an agenda.")
    standing = locked(claim, by)
    check_open(standing)
    if meeting.partnership_id != claim.partnership_id:
        raise ValidationError({"meeting": _("Välj ett möte i det här partnerskapet.")})
    prepared = [each for each in standing.entries if each.kind == Entry.Kind.PREPARED and each.meeting_id == meeting.pk]
    if prepared:
        return prepared[0]
    title = _("Återkrav %(number)s: %(title)s") % {"number": standing.claim.number, "title": standing.claim.title}
    add_item(meeting, title[:300], _background(standing), by=by, now=now)
    entry = write(standing, Entry.Kind.PREPARED, meeting=meeting, by=by, now=now, today=today)
    remember("claim.prepare", standing.claim, by=by, now=now, meeting=meeting.pk)
    return entry


@transaction.atomic
def draft_decision(claim: Claim, amount_ore: int, because: str, *, by: Viewer, now: datetime, today: date) -> Change:
    """A draft of a change of kind repayment: from there on it is proposed, noted, approved as every change is.

    ValidationError for an exception that nobody of the claiming party has considered, or that it has found to hold,
    and for more than the claim is about. Drafted already, it is the one that is there.
    """
    check(may_pursue(by, claim), "Only those who decide for the party that claims draft its decision.")
    standing = locked(claim, by)
    check_open(standing)
    if standing.state == State.DECIDING and standing.claim.change is not None:
        return standing.claim.change
    _terms, clause = clause_behind(dossier_of(claim.partnership), standing.claim)
    _check_grounds(standing, clause, amount_ore)
    says = _("%(who)s betalar tillbaka %(amount)s till %(to)s.") % {
        "who": standing.claim.against.name, "amount": kronor(amount_ore), "to": standing.claim.organisation.name,
    }  # fmt: skip
    values = {
        "clause": standing.claim.clause,
        "of": standing.claim.term,
        "amount_ore": amount_ore,
        "because": because,
        "says": says,
    }
    change = changes.draft(claim.partnership, Change.Kind.REPAYMENT, values, by=by, now=now, today=today)
    Claim.objects.own(by).filter(pk=claim.pk).update(change=change)
    write(standing, Entry.Kind.DECISION_DRAFTED, by=by, now=now, today=today)
    remember("claim.decide", standing.claim, by=by, now=now, change=change.pk)
    return change


@transaction.atomic
def withdraw(claim: Claim, says: str, *, by: Viewer, now: datetime, today: date) -> Claim:
    """With the reason. What is decided is not withdrawn. Again: as it was."""
    check(may_pursue(by, claim), "Only those who decide for the party that claims withdraw its claim.")
    standing = locked(claim, by)
    if standing.state == State.WITHDRAWN:
        return standing.claim
    check_open(standing)
    if not says.strip():
        raise ValidationError({"says": _("Skriv varför ni tar tillbaka kravet.")})
    _close_decision(standing.claim.change, says, by=by, now=now, today=today)
    ended = {"ended_on": today, "ended_how": Claim.Ended.WITHDRAWN}
    Claim.objects.own(by).filter(pk=claim.pk).update(**ended)
    entry = write(standing, Entry.Kind.WITHDRAWN, says=says.strip(), by=by, now=now, today=today)
    remember("claim.withdraw", standing.claim, by=by, now=now, entry=entry.pk)
    told = gettext_lazy("%(who)s har tagit tillbaka återkrav %(number)s.")
    tell_the_other(standing.claim, told, str(entry.pk), Permission.DECIDE, by=by, now=now, today=today)
    standing.claim.refresh_from_db()
    return standing.claim


def _check_grounds(standing: Standing, clause: Repayment | None, amount_ore: int) -> None:
    if clause is None:
        raise ValidationError(_("Punkten om återbetalning gäller inte längre."))
    missing = unconsidered(clause, standing.considered)
    if missing:
        raise ValidationError(_("Pröva först varje undantag: %(what)s.") % {"what": "; ".join(missing)})
    holding = [each for each in to_consider(clause) if standing.considered[each].holds]
    if holding:
        message = _(
            "Ni har kommit fram till att ett undantag gäller: %(what)s. Ta tillbaka kravet, eller pröva det igen."
        )
        raise ValidationError(message % {"what": "; ".join(holding)})
    affected = Amount(standing.claim.amount_ore)
    if not may_be_claimed(clause, Amount(amount_ore), affected):
        message = _("Kravet gäller %(affected)s (punkt %(clause)s). Skriv det beloppet eller ett lägre.")
        if clause.extent == "whole":
            message = _("Enligt punkt %(clause)s gäller det hela beloppet, %(affected)s.")
        raise ValidationError({"amount": message % {"affected": kronor(affected.ore), "clause": clause.clause}})


def _background(standing: Standing) -> str:
    """What those at the meeting need: who claims what of whom, and where to read the rest."""
    claim = standing.claim
    said = _(
        "%(who)s kräver tillbaka %(amount)s av %(of)s enligt punkt %(clause)s. Läs kravet, svaret och prövningen av "
        "undantagen under Återkrav."
    )
    return said % {
        "who": claim.organisation.name,
        "amount": kronor(claim.amount_ore),
        "of": claim.against.name,
        "clause": claim.clause,
    }


def _close_decision(change: Change | None, because: str, *, by: Viewer, now: datetime, today: date) -> None:
    if change is None or change.closed_at is not None:
        return
    if change.is_draft:
        changes.discard_draft(change, by=by, now=now)
    else:
        changes.withdraw(change, because, by=by, now=now, today=today)
