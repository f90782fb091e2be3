"""Support of minor importance: written in by either party, taken back with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.funders.models import Aid
from samsyn.web.funders.permissions import check_may_declare
from samsyn.web.funders.queries import declared_state_aid
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "aid.add": gettext_lazy("skrev in ett stöd av mindre betydelse"),
        "aid.take_back": gettext_lazy("tog tillbaka ett stöd av mindre betydelse"),
    }
)


@dataclass(frozen=True, slots=True)
class AidSaid:
    """`recipient` is the party's key in the agreement. `valued_how`: for what is given in kind."""

    recipient: str
    giver: str
    granted_on: date
    amount_ore: int
    rate: Decimal
    rate_on: date
    rate_source: str
    valued_how: str = ""


@transaction.atomic
def add_aid(
    partnership: Partnership, terms: Agreement, said: AidSaid, *, made: UUID, by: Viewer, now: datetime, today: date
) -> Aid:
    """`made` is the form's own id: sent twice it is one row."""
    check_may_declare(by, partnership.pk)
    declared = declared_state_aid(terms)
    if declared is None or not declared.economic:
        raise ValidationError(_("Parterna har inte sagt att verksamheten är ekonomisk. Då summeras inget stöd."))
    place = parties_of(partnership).get(said.recipient)
    if place is None or said.recipient not in terms.party:
        raise ValidationError({"recipient": _("Välj en av parterna.")})
    for name, day in (("granted_on", said.granted_on), ("rate_on", said.rate_on)):
        if day > today:
            raise ValidationError({name: _("Dagen har inte varit än. Skriv en dag till och med i dag.")})
    there = Aid.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    aid = Aid(
        id=made, partnership=partnership, organisation_id=by.organisation_id, recipient_id=place.organisation_id,
        giver=said.giver, granted_on=said.granted_on, amount_ore=said.amount_ore, valued_how=said.valued_how,
        rate=said.rate, rate_on=said.rate_on, rate_source=said.rate_source, made_at=now, made_by_id=by.person_id,
    )  # fmt: skip
    with refusals_of(Aid):
        aid.save(force_insert=True)
    record("aid.add", by=by, now=now, subject=aid, partnership=partnership, shared=True)
    return aid


@transaction.atomic
def take_back_aid(aid: Aid, because: str, *, by: Viewer, now: datetime) -> Aid:
    """Taken back again: as it was."""
    check_may_declare(by, aid.partnership_id)
    found = Aid.objects.own(by).select_for_update(of=("self",)).get(pk=aid.pk)
    if found.taken_back_at is not None:
        return found
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför raden tas tillbaka.")})
    found.taken_back_at, found.taken_back_because = now, because.strip()
    found.save(update_fields=["taken_back_at", "taken_back_because"])
    record(
        "aid.take_back", by=by, now=now, subject=found, partnership=aid.partnership_id, reason=because.strip(),
        shared=True,
    )  # fmt: skip
    return found
