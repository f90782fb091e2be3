"""What the parties say of a claim: the answer of the one that it is claimed of, and what each finds of an exception."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.money.claims import to_consider
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.claims.actions.rows import check_open, locked, remember, tell_the_other, write
from samsyn.web.claims.models import Claim, Entry
from samsyn.web.claims.permissions import check, may_answer, may_consider
from samsyn.web.claims.queries import clause_behind
from samsyn.web.history import acts
from samsyn.web.organisations.roles import Permission

acts.register(
    {
        "claim.answer": gettext_lazy("svarade på ett återkrav"),
        "claim.consider": gettext_lazy("prövade ett undantag från ett återkrav"),
    }
)


@transaction.atomic
def answer(claim: Claim, says: str, *, by: Viewer, now: datetime, today: date) -> Entry:
    """In the party's own words. It may answer again; the same words again are the answer that is there."""
    check(may_answer(by, claim), "Only those who decide for the party that it is claimed of answer a claim.")
    standing = locked(claim, by)
    if standing.answer is not None and standing.answer.says == says.strip():
        return standing.answer
    check_open(standing)
    if not says.strip():
        raise ValidationError({"says": _("Skriv ert svar. De andra parterna läser det.")})
    entry = write(standing, Entry.Kind.ANSWERED, says=says.strip(), by=by, now=now, today=today)
    remember("claim.answer", standing.claim, by=by, now=now, entry=entry.pk)
    told = gettext_lazy("%(who)s har svarat på återkrav %(number)s.")
    tell_the_other(standing.claim, told, str(entry.pk), Permission.DECIDE, by=by, now=now, today=today)
    return entry


@transaction.atomic
def consider(claim: Claim, number: int, says: str, *, holds: bool, by: Viewer, now: datetime, today: date) -> Entry:
    """What the party finds of the exception in place `number` (from 0) of the clause, and why.

    It may think anew; the last it wrote is what it finds. ValidationError for an exception that the clause lacks.
    """
    check(may_consider(by, claim), "Only those who decide for one of the two consider an exception.")
    standing = locked(claim, by)
    check_open(standing)
    _terms, clause = clause_behind(dossier_of(claim.partnership), standing.claim)
    exceptions = to_consider(clause) if clause else ()
    if not 0 <= number < len(exceptions):
        raise ValidationError(_("Punkten har inget sådant undantag."))
    if not says.strip():
        raise ValidationError({"says": _("Skriv varför ni kommer fram till det. De andra parterna läser det.")})
    exception = exceptions[number]
    already = standing.found_by(by.organisation_id).get(exception)
    if already is not None and (already.says, already.holds) == (says.strip(), holds):
        return already
    said = {"says": says.strip(), "exception": exception, "holds": holds}
    entry = write(standing, Entry.Kind.CONSIDERED, by=by, now=now, today=today, **said)
    remember("claim.consider", standing.claim, by=by, now=now, entry=entry.pk)
    return entry
