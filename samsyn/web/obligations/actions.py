"""Deriving the obligations of a partnership from its agreement. May be done twice without harm."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules import obligations as rules
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import life
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty

acts.register({"obligations.derive": _("härledde åtagandena ur överenskommelsen")})

_DERIVED = [
    "kind", "by_keys", "to_keys", "owed_by", "joint", "says", "window_start", "window_end",
    "due", "due_stated", "evidence",
    "amount_ore", "amount_note", "clause", "reason", "assumptions", "fell_away_on",
]  # fmt: skip


@transaction.atomic
def derive_anew(partnership: Partnership, dossier: Dossier, *, by: Viewer | Job, now: datetime, today: date) -> int:
    """Bring the table in step with the agreement; gives how many obligations there are.

    A row that is derived again keeps its id, and so whatever is tied to it. One that no longer follows from the
    terms is marked with the day and kept.
    """
    organisations = _organisations(partnership, dossier)
    rows = [_row(partnership, each, organisations) for each in rules.duties(dossier, life(dossier))]
    Obligation.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["partnership", "term", "occurrence"],
        update_fields=_DERIVED,
    )
    keys = {(row.term, row.occurrence) for row in rows}
    gone = [
        pk
        for pk, term, occurrence in Obligation.objects.filter(partnership=partnership, fell_away_on=None).values_list(
            "pk", "term", "occurrence"
        )
        if (term, occurrence) not in keys
    ]
    Obligation.objects.filter(pk__in=gone).update(fell_away_on=today)
    refers_to = {"count": len(rows), "gone": len(gone)}
    record("obligations.derive", by=by, now=now, partnership=partnership, refers_to=refers_to, shared=True)
    return len(rows)


def _organisations(partnership: Partnership, dossier: Dossier) -> dict[str, set[UUID]]:
    """Party, participant or body → the organisations behind it. A body stands for all that have a seat in it."""
    places = PartnershipParty.objects.filter(partnership=partnership)
    found = {place.key: {place.organisation_id} for place in places}
    for body in dossier.agreement.body.values():
        seats = (seat.party or seat.participant or "" for seat in body.members)
        found[body.id] = set().union(*(found.get(seat, set()) for seat in seats))
    return found


def _row(partnership: Partnership, each: rules.Obligation, organisations: dict[str, set[UUID]]) -> Obligation:
    term, occurrence = each.key
    return Obligation(
        partnership=partnership,
        term=term,
        occurrence=occurrence,
        kind=each.kind,
        by_keys=list(each.by),
        to_keys=list(each.to),
        owed_by=sorted(set().union(*(organisations.get(key, set()) for key in each.by))),
        joint=each.joint,
        says=each.says,
        window_start=each.window.start,
        window_end=each.window.end,
        due=each.due,
        due_stated=each.due_stated,
        evidence=str(each.evidence),
        amount_ore=each.amount.ore if each.amount else None,
        amount_note=each.amount_note,
        clause=each.reason.clause,
        reason={"says": each.reason.says, "inputs": [list(pair) for pair in each.reason.inputs]},
        assumptions=list(each.reason.assumptions),
    )
