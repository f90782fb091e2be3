"""A party opens a matter in writing."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.rules.matters import Footing, Kind, Step, footing_for, footings_of
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.models import Document
from samsyn.web.matters.actions._write import remember, write_entry
from samsyn.web.matters.models import Matter
from samsyn.web.matters.permissions import check_may_take
from samsyn.web.matters.queries import party_keys, situation_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def open_matter(
    partnership: Partnership,
    kind: str,
    *,
    title: str,
    says: str,
    term: str | None = None,
    happens_on: date | None = None,
    amount_ore: int | None = None,
    obligation: Obligation | None = None,
    document: Document | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Matter:
    """A numbered matter that all parties read. Written again the same day in the same words, it is the same matter.

    1. what it rests on today: `term`, or the closest the agreement has (None), or nothing («»); 2. the matter and its
    first entry; 3. history; 4. letters. Raises ValidationError where a deviation has no day or nothing is said.
    """
    check_may_take(by, partnership.pk, Step.OPENED)
    dossier = dossier_of(partnership)
    footing = _footing(terms_on(dossier, today, today), Kind(kind), term)
    matter = Matter(
        partnership=partnership,
        kind=kind,
        title=title,
        term=footing.term,
        clause=footing.clause,
        organisation_id=by.organisation_id,
        opened_on=today,
        opened_at=now,
        happens_on=happens_on,
        amount_ore=amount_ore,
        obligation=obligation,
    )
    _check(matter, says)
    with refusals_of(Matter):
        if already := _same(matter, says):
            return already
        matter.number = _next_number(partnership)
        matter.save(force_insert=True)
    entry = write_entry(matter, Step.OPENED, says, by=by, now=now, on=today, document=document)
    remember(situation_of(matter, dossier, party_keys(partnership.pk), [entry]), entry, by=by, now=now, today=today)
    return matter


def _footing(terms: Agreement, kind: Kind, term: str | None) -> Footing:
    return footings_of(terms, kind)[0] if term is None else footing_for(terms, kind, term)


def _check(matter: Matter, says: str) -> None:
    wrong: dict[str, str] = {}
    if not says.strip():
        wrong["says"] = _("Skriv vad det gäller, så att de andra parterna förstår.")
    if matter.kind == Kind.DEVIATION and matter.happens_on is None:
        wrong["happens_on"] = _("Skriv vilken dag avvikelsen är tänkt att ske.")
    if matter.obligation is not None and matter.obligation.partnership_id != matter.partnership_id:
        wrong["obligation"] = _("Åtagandet hör till ett annat partnerskap.")
    if wrong:
        raise ValidationError(wrong)


def _same(matter: Matter, says: str) -> Matter | None:
    """The one just opened, if the button was pressed twice."""
    return Matter.objects.filter(
        partnership_id=matter.partnership_id,
        organisation_id=matter.organisation_id,
        kind=matter.kind,
        title=matter.title,
        opened_on=matter.opened_on,
        closed_on=None,
        entries__kind=Step.OPENED,
        entries__says=says,
    ).first()


def _next_number(partnership: Partnership) -> int:
    """Asked inside `refusals_of`, where one matter at a time is written."""
    last: int | None = Matter.objects.filter(partnership=partnership).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
