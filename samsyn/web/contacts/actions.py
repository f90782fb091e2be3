"""Each party keeps its own contacts: adds, changes, ends, and says that they still are right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.permissions import check_may_keep
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "contact.add": _("lade till en kontakt"),
        "contact.change": _("ändrade en kontakt"),
        "contact.end": _("tog bort en kontakt"),
        "contact.confirm": _("bekräftade att kontakterna stämmer"),
    }
)

FIELDS = ("topic", "about", "function", "name", "phone", "email", "hours")
"""What a party writes of a contact."""


@transaction.atomic
def add_contact(
    partnership: Partnership, written: Mapping[str, str], *, by: Viewer, now: datetime, today: date
) -> Contact:
    """`written` holds FIELDS; what is left out is empty. The same again is the same contact.

    Raises ValidationError where it cannot be reached or has no function.
    """
    check_may_keep(by, partnership.pk, by.organisation_id)
    contact = Contact(
        partnership=partnership,
        organisation_id=by.organisation_id,
        since=today,
        confirmed_on=today,
        confirmed_by_id=by.person_id,
    )
    _write(contact, written)
    with refusals_of(Contact):
        if already := _same(contact, today):
            return already
        contact.save(force_insert=True)
    _record("contact.add", contact, by=by, now=now)
    return contact


@transaction.atomic
def change_contact(contact: Contact, written: Mapping[str, str], *, by: Viewer, now: datetime, today: date) -> Contact:
    """In its place: who was there before is not kept. To change it is also to say that it is right."""
    check_may_keep(by, contact.partnership_id, contact.organisation_id)
    mine = Contact.objects.select_for_update().get(pk=contact.pk)
    before = {name: getattr(mine, name) for name in FIELDS}
    _write(mine, written)
    if before == {name: getattr(mine, name) for name in FIELDS}:
        return mine
    mine.confirmed_on, mine.confirmed_by_id = today, by.person_id
    mine.save()
    _record("contact.change", mine, by=by, now=now)
    return mine


@transaction.atomic
def end_contact(contact: Contact, until: date, *, by: Viewer, now: datetime) -> Contact:
    """`until` is the first day without it. Raises ValidationError for a day before it began."""
    check_may_keep(by, contact.partnership_id, contact.organisation_id)
    mine = Contact.objects.select_for_update().get(pk=contact.pk)
    if mine.until == until:
        return mine
    if until < mine.since:
        message = gettext("Kontakten finns från %(since)s. Skriv den dagen eller en senare.") % {"since": mine.since}
        raise ValidationError({"until": message})
    mine.until = until
    mine.save(update_fields=["until"])
    _record("contact.end", mine, by=by, now=now)
    return mine


@transaction.atomic
def confirm_contacts(partnership: Partnership, *, by: Viewer, now: datetime, today: date) -> int:
    """All the party's own are right today; gives how many that was. Said again the same day, it is said already."""
    check_may_keep(by, partnership.pk, by.organisation_id)
    own = Contact.objects.on(today).filter(partnership=partnership, organisation_id=by.organisation_id)
    said = own.exclude(confirmed_on=today).update(confirmed_on=today, confirmed_by_id=by.person_id)
    if said:
        record(
            "contact.confirm",
            by=by,
            now=now,
            subject=partnership,
            partnership=partnership,
            refers_to={"contacts": said},
            shared=True,
        )
    return own.count()


def _write(contact: Contact, written: Mapping[str, str]) -> None:
    for name in FIELDS:
        setattr(contact, name, written.get(name, ""))
    contact.clean_fields(exclude=["partnership", "organisation", "confirmed_by"])
    if not (contact.phone or contact.email):
        raise ValidationError(
            {"phone": gettext("Skriv ett telefonnummer eller en e-postadress, så att kontakten går att nå.")}
        )


def _same(contact: Contact, today: date) -> Contact | None:
    """The one just added, if the button was pressed twice."""
    same = {name: getattr(contact, name) for name in FIELDS}
    mine = Contact.objects.on(today).filter(organisation_id=contact.organisation_id)
    return mine.filter(partnership=contact.partnership, **same).first()


def _record(name: str, contact: Contact, *, by: Viewer, now: datetime) -> None:
    record(
        name,
        by=by,
        now=now,
        subject=contact,
        partnership=contact.partnership_id,
        refers_to={"topic": contact.topic},
        shared=True,
    )
