"""A claim is written while only the own party sees it, and raised: from then on it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.resources import Repayment
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key, parties_of
from samsyn.web.claims.actions.rows import locked, remember, tell_the_other, write
from samsyn.web.claims.models import Claim, Entry
from samsyn.web.claims.permissions import check, may_draft, may_pursue, may_rewrite
from samsyn.web.claims.queries import clauses_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register(
    {
        "claim.draft": gettext_lazy("skrev ett utkast till ett återkrav"),
        "claim.rewrite": gettext_lazy("skrev om ett utkast till ett återkrav"),
        "claim.discard": gettext_lazy("kastade ett utkast till ett återkrav"),
        "claim.raise": gettext_lazy("ställde ett återkrav"),
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """`term`: the clause's id; `against`: the party's key in the agreement. `days`: those it concerns, where known."""

    term: str
    against: str
    title: str
    says: str
    amount_ore: int
    days: DateRange | None = None


@transaction.atomic
def draft(partnership: Partnership, said: Said, *, made: UUID, by: Viewer, now: datetime, today: date) -> Claim:
    """`made` is the form's own id: sent twice it is one claim. ValidationError where no clause gives the right."""
    check(may_draft(by, partnership.pk), "Only those who look after the party's money write a claim.")
    there = Claim.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    clause, against = _grounds(partnership, said, by, today)
    claim = Claim(id=made, partnership=partnership, organisation_id=by.organisation_id, drafted_at=now)
    claim.drafted_by_id = by.person_id
    _put(claim, said, clause, against)
    with refusals_of(Claim):
        claim.save(force_insert=True)
    record("claim.draft", by=by, now=now, subject=claim, partnership=partnership, clause=claim.clause)
    return claim


@transaction.atomic
def rewrite(claim: Claim, said: Said, *, by: Viewer, now: datetime, today: date) -> Claim:
    """ValidationError for one that is raised: it stands."""
    check(may_rewrite(by, claim), "Only the party that wrote it rewrites its draft.")
    found = _draft_of(claim, by)
    clause, against = _grounds(claim.partnership, said, by, today)
    _put(found, said, clause, against)
    with refusals_of(Claim):
        found.save()
    record("claim.rewrite", by=by, now=now, subject=found, partnership=found.partnership_id, clause=found.clause)
    return found


@transaction.atomic
def discard(claim: Claim, *, by: Viewer, now: datetime) -> None:
    """A draft that nobody else has seen. Again: nothing."""
    check(may_rewrite(by, claim), "Only the party that wrote it throws its draft away.")
    if not Claim.objects.own(by).filter(pk=claim.pk).exists():
        return
    found = _draft_of(claim, by)
    record("claim.discard", by=by, now=now, subject=found, partnership=found.partnership_id)
    found.delete()


@transaction.atomic
def raise_claim(claim: Claim, *, by: Viewer, now: datetime, today: date) -> Claim:
    """All parties see it, and the one that it is claimed of is told. Raised already, it is as it was."""
    check(may_pursue(by, claim), "Only those who decide for the party raise its claim.")
    standing = locked(claim, by)
    found = standing.claim
    if not found.is_draft:
        return found
    found.number = _next_number(found.partnership_id)
    found.raised_at, found.raised_on, found.raised_by_id = now, today, by.person_id
    with refusals_of(Claim):
        found.save(update_fields=["number", "raised_at", "raised_on", "raised_by"])
    write(standing, Entry.Kind.RAISED, by=by, now=now, today=today)
    remember("claim.raise", found, by=by, now=now)
    says = gettext_lazy("%(who)s har ställt återkrav %(number)s mot er. Läs det och svara.")
    tell_the_other(found, says, f"{found.pk}/raised", Permission.DECIDE, by=by, now=now, today=today)
    return found


def _next_number(partnership: UUID) -> int:
    """No draft has one, so that all that have one are seen by every party."""
    take_turns(f"claims in {partnership}")
    return (Claim.objects.filter(partnership_id=partnership).aggregate(n=Max("number"))["n"] or 0) + 1


def _draft_of(claim: Claim, by: Viewer) -> Claim:
    found = locked(claim, by).claim
    if not found.is_draft:
        raise ValidationError(_("Kravet är ställt och står fast. Ta tillbaka det, och ställ ett nytt om något är fel."))
    return found


def _grounds(partnership: Partnership, said: Said, by: Viewer, today: date) -> tuple[Repayment, UUID]:
    terms = terms_on(dossier_of(partnership), today, today)
    clause = next((each for each in clauses_of(terms, own_key(by, partnership.pk)) if each.id == said.term), None)
    if clause is None:
        raise ValidationError({"term": _("Överenskommelsen ger er ingen rätt att kräva tillbaka pengar så.")})
    place = parties_of(partnership).get(said.against)
    if said.against not in clause.by or place is None:
        name = terms.party_name(said.against) if said.against in terms.party else said.against
        message = _("Enligt punkt %(clause)s kan ni inte kräva tillbaka pengar av %(who)s.")
        raise ValidationError({"against": message % {"clause": clause.clause, "who": name}})
    if not said.title.strip():
        raise ValidationError({"title": _("Skriv vad kravet gäller.")})
    if not said.says.strip():
        raise ValidationError({"says": _("Skriv vad pengarna har använts till, och hur ni vet det.")})
    if said.days is not None and said.days.last > today:
        raise ValidationError({"last": _("Den dagen har inte varit än. Ett krav gäller det som har hänt.")})
    if said.amount_ore <= 0:
        raise ValidationError({"amount": _("Skriv ett belopp som är större än noll.")})
    return clause, place.organisation_id


def _put(claim: Claim, said: Said, clause: Repayment, against: UUID) -> None:
    claim.term, claim.clause, claim.against_id = clause.id, clause.clause, against
    claim.title, claim.says, claim.amount_ore = said.title.strip(), said.says.strip(), said.amount_ore
    claim.days = PgRange(said.days.start, said.days.end) if said.days else None
