"""A party asks another by a clause, and withdraws what it has asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.insight.actions.telling import tell_of
from samsyn.web.insight.models import Request
from samsyn.web.insight.permissions import check_may_ask, check_may_withdraw
from samsyn.web.insight.queries import askees, due_by_clause, duty_behind
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register(
    {
        "insight.ask": gettext_lazy("begärde insyn enligt överenskommelsen"),
        "insight.withdraw": gettext_lazy("tog tillbaka en begäran om insyn"),
    }
)


@dataclass(frozen=True, slots=True)
class Asking:
    """`about`: those of the clause's own subjects that are asked about; `asks`: the party's own words.

    `whom`: the organisation that is to answer, where several owe it. `wanted_by` binds nobody.
    """

    asks: str
    about: tuple[str, ...] = ()
    wanted_by: date | None = None
    whom: UUID | None = None


@transaction.atomic
def ask(obligation: Obligation, said: Asking, *, made: UUID, by: Viewer, now: datetime, today: date) -> Request:
    """`made` is the form's own id: sent twice it is one request.

    Raises ValidationError for subjects that the clause does not list, and for a wish that has been.
    """
    check_may_ask(by, obligation)
    take_turns(f"insight/{obligation.partnership_id}")
    there = Request.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    _terms, duty = duty_behind(dossier_of(obligation.partnership), obligation, today)
    if obligation.fell_away_on or duty is None:
        raise ValidationError(_("Punkten gäller inte längre. Välj en annan, eller ta upp det på ett möte."))
    if set(said.about) - set(duty.about):
        raise ValidationError({"about": _("Punkten i överenskommelsen räknar inte upp det. Skriv det med egna ord.")})
    others = Request.objects.visible_to(by).filter(partnership_id=obligation.partnership_id)
    request = Request(
        id=made,
        partnership_id=obligation.partnership_id,
        organisation_id=by.organisation_id,
        asked_id=_whom(obligation, said, by),
        obligation=obligation,
        number=(others.aggregate(last=Max("number"))["last"] or 0) + 1,
        about=[each for each in duty.about if each in said.about],
        asks=said.asks.strip(),
        wanted_by=said.wanted_by,
        due=due_by_clause(duty, today),
        on=today,
        asked_at=now,
        asked_by_id=by.person_id,
    )
    request.validate_constraints()
    with refusals_of(Request):
        request.save(force_insert=True)
    _record("insight.ask", request, by, now)
    with override(settings.LANGUAGE_CODE):
        told = _("%(who)s begär insyn enligt överenskommelsen. Läs vad det gäller och svara.")
        says = told % {"who": by.organisation_name}
    tell_of(request, [request.asked_id], Permission.DECIDE, f"insight/{request.pk}", says, by=by, now=now, today=today)
    return request


@transaction.atomic
def withdraw(request: Request, because: str, *, by: Viewer, now: datetime, today: date) -> Request:
    """With a reason that both read. Once more changes nothing."""
    check_may_withdraw(by, request)
    held = Request.objects.own(by).select_for_update(of=("self",)).get(pk=request.pk)
    if held.withdrawn_at:
        return held
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför ni tar tillbaka begäran. Den andra parten läser det.")})
    held.withdrawn_at, held.withdrawn_by_id, held.withdrawn_because = now, by.person_id, because.strip()
    held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _record("insight.withdraw", held, by, now)
    with override(settings.LANGUAGE_CODE):
        told = _("%(who)s har tagit tillbaka sin begäran %(n)s om insyn.")
        said = told % {"who": by.organisation_name, "n": held.number}
    about = f"insight-withdrawn/{held.pk}"
    tell_of(held, [held.asked_id], Permission.DECIDE, about, said, by=by, now=now, today=today)
    return held


def _whom(obligation: Obligation, said: Asking, by: Viewer) -> UUID:
    owing = askees(by, obligation)
    if said.whom is None and len(owing) == 1:
        return owing[0]
    if said.whom not in owing:
        raise ValidationError({"whom": _("Välj vem som ska svara.")})
    return said.whom


def _record(name: str, request: Request, by: Viewer, now: datetime) -> None:
    record(
        name, by=by, now=now, subject=request, partnership=request.partnership_id, clause=request.obligation.clause,
        shared=True, refers_to={"number": request.number, "obligation": request.obligation_id},
    )  # fmt: skip
