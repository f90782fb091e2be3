"""Which accounts and objects belong to which cost line: said once, ended when it is no longer so."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.books.models import OTHER, Mapping
from samsyn.web.books.permissions import check_may_keep_books
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "books.map": gettext_lazy("fördelade konton på en kostnadsrad"),
        "books.unmap": gettext_lazy("avslutade en rad i fördelningen av konton"),
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    account_from: int
    account_to: int
    cost_line: str
    dimension: str = ""
    object: str = ""
    is_salary: bool = False
    several_people: bool = False


@transaction.atomic
def add_mapping(partnership: Partnership, said: Said, *, by: Viewer, now: datetime, today: date) -> Mapping:
    """Said again in the same words it is the same line. ValidationError where an account has a place already."""
    check_may_keep_books(by, partnership.pk)
    _check(partnership, said, today)
    own = Mapping.objects.filter(organisation_id=by.organisation_id, partnership=partnership).live()
    there = own.filter(**asdict(said)).first()
    if there is not None:
        return there
    line = Mapping(partnership=partnership, organisation_id=by.organisation_id, **asdict(said))
    line.made_at, line.made_by_id = now, by.person_id
    with refusals_of(Mapping):
        line.save(force_insert=True)
    about = {"from": said.account_from, "to": said.account_to, "cost_line": said.cost_line}
    record("books.map", by=by, now=now, subject=line, partnership=partnership, refers_to=about)
    return line


@transaction.atomic
def end_mapping(line: Mapping, *, by: Viewer, now: datetime) -> Mapping:
    """What it has taken stays; the next file that is read in is judged without it. Again: as it was."""
    check_may_keep_books(by, line.partnership_id)
    found = Mapping.objects.select_for_update().get(pk=line.pk)
    if found.ended_at is None:
        found.ended_at = now
        found.save(update_fields=["ended_at"])
        record("books.unmap", by=by, now=now, subject=found, partnership=line.partnership_id)
    return found


def _check(partnership: Partnership, said: Said, today: date) -> None:
    if said.account_to < said.account_from:
        raise ValidationError({"account_to": _("Det sista kontot är före det första. Ändra något av dem.")})
    if bool(said.dimension) != bool(said.object):
        raise ValidationError({"object": _("Skriv både dimension och objekt, eller inget av dem.")})
    if said.several_people and not said.is_salary:
        raise ValidationError({"several_people": _("Det gäller bara löner. Kryssa för att kontona är löner.")})
    terms = terms_on(dossier_of(partnership), today, today)
    if said.cost_line != OTHER and said.cost_line not in terms.cost_line:
        raise ValidationError({"cost_line": _("Överenskommelsen har ingen sådan kostnadsrad.")})
    if said.cost_line != OTHER and not said.is_salary and _is_for_staff(said.cost_line, terms):
        told = _("Kostnadsraden är för löner. Kryssa för det, så visas inga rader om någons lön.")
        raise ValidationError({"is_salary": told})


def _is_for_staff(cost_line: str, terms: Agreement) -> bool:
    """By the agreement, of the line or of what it is a part of."""
    seen = set[str]()
    while cost_line in terms.cost_line and cost_line not in seen:
        seen.add(cost_line)
        found = terms.cost_line[cost_line]
        if found.purpose == "staff":
            return True
        cost_line = found.part_of or ""
    return False
