"""Deriving the obligations of a partnership from its agreement. May be done twice without harm."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules import obligations as rules
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import life, next_extension, terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.line import last_day_for_notice
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions.settle import STANDING, derived_of, shown_in
from samsyn.web.obligations.models import Obligation, Outlook
from samsyn.web.partnerships.models import Partnership, PartnershipParty

acts.register({"obligations.derive": _("härledde åtagandena ur överenskommelsen")})

_DERIVED = [
    "kind", "by_keys", "to_keys", "owed_by", "owed_to", "joint", "says", "window_start", "window_end",
    "due", "due_stated", "evidence",
    "amount_ore", "amount_note", "clause", "reason", "assumptions", "fell_away_on", *STANDING,
]  # fmt: skip

_EVERY_PARTY = ""


@transaction.atomic
def derive_anew(partnership: Partnership, dossier: Dossier, *, by: Viewer | Job, now: datetime, today: date) -> int:
    """Bring the table in step with the agreement; gives how many rows were written. Nothing to do writes nothing.

    A row that is derived again keeps its id, and so whatever is tied to it. One that no longer follows from the
    terms is marked with the day and kept. What silence has decided (a tacit extension) is seen from `today`. Meetings
    with approved minutes count; what the parties have shown counts as `settle` counts it.
    """
    # Whoever acts, the rows are written by the job that may: nobody signed in writes obligations by hand.
    with also_as_job(Job.DERIVE):
        written, gone = _brought_in_step(partnership, dossier, today)
    if written or gone:
        refers_to = {"written": written, "gone": gone}
        record("obligations.derive", by=by, now=now, partnership=partnership, refers_to=refers_to, shared=True)
    return written + gone


def _brought_in_step(partnership: Partnership, dossier: Dossier, today: date) -> tuple[int, int]:
    """How many rows were written, and how many fell away."""
    _remember_outlook(partnership, dossier, today)
    known = {(row.term, row.occurrence): row for row in Obligation.objects.filter(partnership=partnership)}
    organisations, shown = _organisations(partnership, dossier), shown_in(partnership)
    derived = [
        shown.put_on(_row(partnership, each, organisations), each, known.get(each.key))
        for each in derived_of(partnership, dossier, today)
    ]
    new = [row for row in derived if _differs(row, known.get((row.term, row.occurrence)))]
    gone = known.keys() - {(row.term, row.occurrence) for row in derived}
    gone_ids = [known[key].pk for key in gone if known[key].fell_away_on is None]
    if new:
        Obligation.objects.bulk_create(
            new,
            update_conflicts=True,
            unique_fields=["partnership", "term", "occurrence"],
            update_fields=_DERIVED,
        )
    if gone_ids:
        Obligation.objects.filter(pk__in=gone_ids).update(fell_away_on=today)
    return len(new), len(gone_ids)


def _remember_outlook(partnership: Partnership, dossier: Dossier, today: date) -> None:
    """What the lists over many partnerships need, so that they need not read a thousand agreements."""
    span, option = life(dossier, today), next_extension(dossier, today)
    Outlook.objects.update_or_create(
        partnership=partnership,
        defaults={
            "first_day": span.start,
            "last_day": span.last,
            "extend_by": option.settle_by if option else None,
            "notice_by": last_day_for_notice(dossier, today),
            "may_last_to": option.new_last if option else None,
            "open_assumptions": sum(1 for _ in terms_on(dossier, today, today).assumptions()),
        },
    )


def _differs(row: Obligation, known: Obligation | None) -> bool:
    return known is None or any(getattr(row, field) != getattr(known, field) for field in _DERIVED)


def _organisations(partnership: Partnership, dossier: Dossier) -> dict[str, set[UUID]]:
    """Party, participant or body → the organisations behind it; under "" all parties.

    A participant without a place of its own is a unit of its party. A body stands for all that have a seat in it.
    """
    places = list(PartnershipParty.objects.filter(partnership=partnership))
    found = {place.key: {place.organisation_id} for place in places}
    for key, participant in dossier.agreement.participant.items():
        found.setdefault(key, found.get(participant.belongs_to or "", set()))
    for body in dossier.agreement.body.values():
        seats = (seat.party or seat.participant or "" for seat in body.members)
        found[body.id] = set().union(*(found.get(seat, set()) for seat in seats))
    found[_EVERY_PARTY] = {place.organisation_id for place in places if place.kind == PartnershipParty.Kind.PARTY}
    return found


def _behind(keys: tuple[str, ...], organisations: dict[str, set[UUID]]) -> list[UUID]:
    return sorted(set().union(*(organisations.get(key, set()) for key in keys)))


def _row(partnership: Partnership, each: rules.Obligation, organisations: dict[str, set[UUID]]) -> Obligation:
    term, occurrence = each.key
    return Obligation(
        partnership=partnership,
        term=term,
        occurrence=occurrence,
        kind=each.kind,
        by_keys=list(each.by),
        to_keys=list(each.to),
        owed_by=_behind(each.by, organisations),
        owed_to=_behind(each.to or (_EVERY_PARTY,), organisations),
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
