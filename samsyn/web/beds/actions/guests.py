"""A guest is written down, changed, and opened."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.places import is_minor
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Guest, Sex
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.beds.scene import scene_of
from samsyn.web.beds.spelling import spelled
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_timeless_id

OLDEST = 120

acts.register(
    {
        "guest.make": gettext_lazy("skrev in en gäst"),
        "guest.change": gettext_lazy("ändrade en gästs uppgifter"),
        "guest.open": gettext_lazy("öppnade en gästs uppgifter"),
    }
)


@transaction.atomic
def make_guest(
    partnership: Partnership,
    known_as: str,
    sex: str,
    born: int | None = None,
    *,
    key: UUID | None = None,
    by: Viewer,
    now: datetime,
    tonight: date,
) -> Guest:
    """`key` is the id that the form was shown with: sent twice it makes one guest.

    Nothing is written about a minor: ValidationError with the code «minor».
    """
    kept_by = scene_of(partnership, tonight).body.id
    check_may_coordinate(by, partnership, kept_by)
    if key and (there := _there(partnership, key, by)):
        return there
    guest = Guest(
        pk=key or new_timeless_id(),
        partnership=partnership,
        kept_by=kept_by,
        known_as=_called(known_as),
        spelled=spelled(known_as),
        sex=_stated(sex),
        born=_year(born, tonight),
        made_on=tonight,
        last_night=tonight,
    )
    guest.save(force_insert=True)
    record("guest.make", by=by, now=now, subject=guest, partnership=partnership)
    return guest


@transaction.atomic
def change_guest(
    guest: Guest, known_as: str, sex: str, born: int | None = None, *, by: Viewer, now: datetime, tonight: date
) -> Guest:
    """The name, the stated sex and the year. A stay that has begun keeps the sex that it was counted under."""
    check_may_coordinate(by, guest.partnership_id, guest.kept_by)
    guest = Guest.objects.select_for_update(of=("self",)).get(pk=guest.pk)
    said = {"known_as": _called(known_as), "sex": _stated(sex), "born": _year(born, tonight)}
    if all(getattr(guest, name) == value for name, value in said.items()):
        return guest
    for name, value in said.items():
        setattr(guest, name, value)
    guest.spelled = spelled(guest.known_as)
    guest.save(update_fields=[*said, "spelled"])
    record("guest.change", by=by, now=now, subject=guest, partnership=guest.partnership_id)
    return guest


def open_guest(guest: Guest, *, by: Viewer, now: datetime) -> Guest:
    """Who reads what someone is called, and when, is itself written down. Of no concern to the other parties."""
    record("guest.open", by=by, now=now, subject=guest, partnership=guest.partnership_id)
    return guest


def in_use(guest: Guest) -> Guest:
    """The record that is used for the same person."""
    return guest.merged_into or guest


def records_of(guest: Guest) -> list[UUID]:
    """The guest's record and those that have been merged into it."""
    return list(Guest.objects.filter(Q(pk=guest.pk) | Q(merged_into=guest)).values_list("pk", flat=True))


def _there(partnership: Partnership, key: UUID, by: Viewer) -> Guest | None:
    return Guest.objects.visible_to(by).filter(partnership=partnership, pk=key).first()


def _called(name: str) -> str:
    called = " ".join(name.split())
    if not called or not spelled(called):
        raise ValidationError({"known_as": _("Skriv vad gästen vill kallas, med minst en bokstav.")})
    if len(called) > 80:
        raise ValidationError({"known_as": _("Skriv ett kortare namn, högst 80 tecken.")})
    return called


def _stated(sex: str) -> str:
    if sex not in Sex.values:
        raise ValidationError({"sex": _("Välj det kön som gästen själv uppger.")})
    return sex


def _year(born: int | None, tonight: date) -> int | None:
    if born is None:
        return None
    if not tonight.year - OLDEST <= born <= tonight.year:
        says = _("Skriv ett år mellan %(first)s och %(last)s, eller lämna tomt.")
        raise ValidationError({"born": says % {"first": tonight.year - OLDEST, "last": tonight.year}})
    if is_minor(born, tonight):
        raise ValidationError(
            _("Gästen är under 18 år och får ingen plats här. Ingenting är sparat. Ring socialjouren."), "minor"
        )
    return born
