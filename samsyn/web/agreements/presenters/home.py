"""The first page of a partnership: its parties, its line with marks, what the source is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samsyn.charts.agreement_line import Mark, MarkKind
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.parties import Party
from samsyn.web.agreements.presenters.sides import is_latest, kind_title

if TYPE_CHECKING:
    from samsyn.rules.obligations import Obligation as Derived
    from samsyn.web.obligations.models import Obligation

_ON_THE_LINE: dict[str, MarkKind] = {
    "minutes": "meeting",
    "invoice": "payment",
    "payment": "payment",
    "report": "report",
    "calculation": "other",
    "survey": "report",
}
_OWN_MARKS = ("extension_deadline", "end_of_period", "condition")
"""These are on the line already, as its deadlines and its ends."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party as the first page names it. `case_number` is the authority's own diarienummer."""

    party: Party
    mine: bool
    case_number: str


def parties_of(agreement: Agreement, case_numbers: Mapping[str, str], own_key: str | None) -> list[PartyWords]:
    """Public parties first, each side in the order of the agreement."""
    ordered = sorted(agreement.party.values(), key=lambda party: party.kind != "public")
    return [PartyWords(party, party.id == own_key, case_numbers.get(party.id, "")) for party in ordered]


def marks_of(agreement: Agreement, owed: Iterable[Obligation | Derived]) -> list[Mark]:
    """Meetings, payments and reports on the line. What several owe on one day under one clause is one mark."""
    found: dict[tuple[date, str, str], Mark] = {}
    for each in owed:
        if each.due is None or each.kind in _OWN_MARKS:
            continue
        kind = _ON_THE_LINE.get(str(each.evidence), "other")
        found.setdefault((each.due, each.term, kind), _mark(agreement, each, each.due, kind))
    return list(found.values())


def _mark(agreement: Agreement, owed: Obligation | Derived, day: date, kind: MarkKind) -> Mark:
    return Mark(day, kind, _text(agreement, owed), owed.clause, latest=is_latest(owed.kind))


def _text(agreement: Agreement, owed: Obligation | Derived) -> str:
    """Short, as a mark on a line needs it: the body that meets, or the kind of duty."""
    body = agreement.body.get(owed.term)
    return f"{kind_title(owed.kind)}: {body.name}" if body else kind_title(owed.kind)
