"""How what is owed is paid in parts: one party proposes, the other agrees."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.money.claims import State, instalments
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims.actions.rows import locked, remember, tell_the_other, write
from samsyn.web.claims.models import Claim, Entry, Instalment, Plan
from samsyn.web.claims.permissions import check, may_settle
from samsyn.web.claims.queries import Standing
from samsyn.web.history import acts
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of

MOST = 120
"""Instalments in a plan: ten years of months."""

acts.register(
    {
        "claim.propose_plan": gettext_lazy("föreslog en avbetalningsplan"),
        "claim.agree_plan": gettext_lazy("godkände en avbetalningsplan"),
    }
)


@transaction.atomic
def propose(claim: Claim, number: int, first: date, months: int, *, by: Viewer, now: datetime, today: date) -> Plan:
    """`number` equal parts of what is owed, every `months` from `first`. The same again is the one that is there.

    A plan speaks of the whole sum; what is already paid covers its first parts.
    """
    check(may_settle(by, claim), "Only those who look after the money of one of the two propose a plan.")
    standing = locked(claim, by)
    parts = _parts(standing, number, first, months, today)
    proposed = standing.proposed_plan
    if proposed is not None and proposed.organisation_id == by.organisation_id and _says(proposed) == parts:
        return proposed
    own = {"partnership_id": claim.partnership_id, "organisation_id": by.organisation_id}
    plan = Plan(
        **own, claim=standing.claim, number=len(standing.plans) + 1, proposed_at=now, proposed_by_id=by.person_id
    )
    with refusals_of(Plan):
        plan.save(force_insert=True)
    Instalment.objects.bulk_create(Instalment(**own, plan=plan, due=day, amount_ore=ore) for day, ore in parts)
    remember("claim.propose_plan", standing.claim, by=by, now=now, plan=plan.pk)
    told = gettext_lazy("%(who)s har föreslagit hur återkrav %(number)s betalas i delar. Läs planen och svara.")
    tell_the_other(standing.claim, told, str(plan.pk), Permission.MANAGE_MONEY, by=by, now=now, today=today)
    return plan


@transaction.atomic
def agree(plan: Plan, *, by: Viewer, now: datetime, today: date) -> Plan:
    """The other party agrees. ValidationError where another has been proposed since. Again: as it was."""
    check(may_settle(by, plan.claim), "Only those who look after the money of one of the two agree to a plan.")
    standing = locked(plan.claim, by)
    found = next((each for each in standing.plans if each.pk == plan.pk), plan)
    if found.pk in standing.agreed:
        return found
    if found.organisation_id == by.organisation_id:
        raise ValidationError(_("Ni har själva föreslagit planen. Den andra parten godkänner den."))
    if standing.proposed_plan is None or standing.proposed_plan.pk != found.pk:
        raise ValidationError(_("En annan plan är föreslagen sedan dess. Läs den i stället."))
    write(standing, Entry.Kind.PLAN_AGREED, plan=found, by=by, now=now, today=today)
    remember("claim.agree_plan", standing.claim, by=by, now=now, plan=found.pk)
    return found


def _parts(standing: Standing, number: int, first: date, months: int, today: date) -> list[tuple[date, int]]:
    if standing.state != State.OWED or standing.owed is None:
        raise ValidationError(_("Det finns inget beslutat belopp att dela upp."))
    if not 1 <= number <= MOST:
        raise ValidationError({"number": _("Skriv ett antal mellan 1 och %(most)s.") % {"most": MOST}})
    if first < today:
        raise ValidationError({"first": _("Den första dagen har redan varit. Välj en senare dag.")})
    try:
        return [(day, amount.ore) for day, amount in instalments(standing.owed, number, first, months)]
    except ValueError as trouble:
        raise ValidationError({"number": _("Beloppet är för litet för så många delar.")}) from trouble


def _says(plan: Plan) -> list[tuple[date, int]]:
    return [(each.due, each.amount_ore) for each in plan.instalments.all()]
