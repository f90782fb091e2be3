"""Somebody has been told. A party or a body that is told reads it here, in words written for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key, parties_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.incidents.actions.rows import locked
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.incidents.permissions import check_may_write
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "incident.tell": gettext_lazy("skrev in att någon har fått veta vad som hänt"),
        "incident.take_back_told": gettext_lazy("tog tillbaka vad någon fått veta om en händelse"),
    }
)


@dataclass(frozen=True, slots=True)
class Telling:
    """`whom`: key of a party or a body in the agreement, else the name of an authority. `reference`: diary number."""

    whom: str
    on: date
    how: str
    reference: str = ""
    for_them: str = ""


@transaction.atomic
def tell(incident: Incident, said: Telling, *, by: Viewer, now: datetime, today: date) -> Told:
    """The same once more is the row that is there; another of the same receiver is refused."""
    check_may_write(by, incident)
    row = locked(incident, by)
    terms = terms_on(dossier_of(row.partnership), today, today)
    to_kind = _to_kind(said, terms, by, row)
    _check(said, row, to_kind, today)
    there = row.told.live().filter(to_kind=to_kind, whom=said.whom.strip()).first()
    if there is not None and (there.on, there.how) == (said.on, said.how):
        return there
    receiver = _receiver(row, said.whom) if to_kind == Told.To.PARTY else None
    with refusals_of(Told):
        told = Told.objects.create(
            partnership_id=row.partnership_id,
            organisation_id=row.organisation_id,
            incident=row,
            label=row.label,
            kind=row.kind,
            happened_on=row.happened_on,
            serious=row.serious,
            to_kind=to_kind,
            whom=said.whom.strip(),
            receiver=receiver,
            on=said.on,
            how=said.how,
            reference=said.reference.strip(),
            for_them=_for_them(said, row, to_kind),
            told_at=now,
            told_by_id=by.person_id,
        )
    record("incident.tell", by=by, now=now, subject=row, partnership=row.partnership_id, refers_to={"told": told.pk})
    _write_to_them(told, by, now, today)
    return told


@transaction.atomic
def take_back_told(told: Told, *, by: Viewer, now: datetime) -> Told:
    """What they were told was wrong, or somebody was named in it: the text is gone, and that it was told is not."""
    check_may_write(by, told.incident)
    row = Told.objects.to_others(by).select_for_update(of=("self",)).get(pk=told.pk)
    if row.taken_back_at is not None:
        return row
    locked(told.incident, by)
    row.for_them = row.reference = ""
    row.taken_back_at, row.taken_back_by_id = now, by.person_id
    row.save(update_fields=["for_them", "reference", "taken_back_at", "taken_back_by"])
    refers_to = {"told": row.pk}
    record(
        "incident.take_back_told", by=by, now=now, subject=told.incident, partnership=row.partnership_id,
        refers_to=refers_to,
    )  # fmt: skip
    return row


def _to_kind(said: Telling, terms: Agreement, by: Viewer, row: Incident) -> str:
    if said.whom in terms.body:
        return Told.To.BODY
    if said.whom not in terms.party:
        return Told.To.AUTHORITY
    if said.whom == own_key(by, row.partnership_id):
        raise ValidationError({"whom": _("Ni vet det redan. Välj vem mer som har fått veta.")})
    return Told.To.PARTY


def _check(said: Telling, row: Incident, to_kind: str, today: date) -> None:
    if not said.whom.strip():
        raise ValidationError({"whom": _("Välj vem som har fått veta.")})
    if said.on > today:
        raise ValidationError({"on": _("Dagen har inte varit än. Skriv in det när de har fått veta.")})
    if said.on < row.happened_on:
        raise ValidationError({"on": _("Då hade det inte hänt än. Kontrollera dagen.")})
    if said.how not in Told.How.values:
        raise ValidationError({"how": _("Välj hur de fick veta.")})
    if to_kind == Told.To.AUTHORITY and said.how == Told.How.HERE:
        raise ValidationError({"how": _("En myndighet läser inte här. Välj hur ni berättade för den.")})
    if row.is_concern and said.how == Told.How.HERE:
        raise ValidationError({"how": _("En oro för ett barn anmäls inte här. Välj hur ni gjorde anmälan.")})
    if to_kind != Told.To.AUTHORITY and not row.is_concern and not said.for_them.strip():
        raise ValidationError({"for_them": _("Skriv vad de ska få veta. De ser bara det, slaget och dagen.")})


def _for_them(said: Telling, row: Incident, to_kind: str) -> str:
    """Nothing about a child, and nothing to an authority, whatever was typed."""
    return "" if row.is_concern or to_kind == Told.To.AUTHORITY else said.for_them.strip()


def _receiver(row: Incident, whom: str) -> Organisation:
    place = parties_of(row.partnership).get(whom)
    if place is None:
        raise ValidationError({"whom": _("Den parten finns inte i partnerskapet. Ladda om sidan.")})
    return place.organisation


def _write_to_them(told: Told, by: Viewer, now: datetime, today: date) -> None:
    """The letter says where to read. An authority gets none from here."""
    from samsyn.web.reminders import actions as letters
    from samsyn.web.reminders.queries import receivers_in, receivers_seated

    if told.to_kind == Told.To.AUTHORITY:
        return
    if told.receiver_id is not None:
        receivers = receivers_in([told.receiver_id], Permission.FULFIL, today)
    else:
        receivers = receivers_seated(told.partnership, told.whom, today)
    letters.tell(
        receivers,
        kind="news",
        about=f"told/{told.pk}",
        partnership=told.partnership,
        says=_("En händelse är berättad för er. Läs i Samsyn vad det gäller."),
        path=f"partnerships/{told.partnership.slug}/incidents/",
        by=by,
        now=now,
    )
