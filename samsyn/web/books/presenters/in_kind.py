"""The parties' own contributions beside the money: never added to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.queries import lines_of, promised
from samsyn.web.partnerships.models import PartnershipParty


@dataclass(frozen=True, slots=True)
class InKind:
    """`value_ore` of the lines that have one, None where none has; `unvalued`: how many have none."""

    name: str
    lines: int
    value_ore: int | None
    unvalued: int


def in_kind_of(
    viewer: Viewer, partnership: UUID, terms: Agreement, places: Mapping[str, PartnershipParty], days: DateRange
) -> list[InKind]:
    """By party in the agreement's order; empty where the agreement asks for none and none is written."""
    lines = [
        each
        for year in range(days.start.year, days.last.year + 1)
        for each in lines_of(viewer, partnership, year)
        if each.taken_back_at is None and each.days.lower < days.end and each.days.upper > days.start
    ]
    if not lines and not promised(terms):
        return []
    found = (_of(party.name, places[key].organisation_id, lines) for key, party in terms.party.items() if key in places)
    return [each for each in found if each.lines]


def _of(name: str, organisation: UUID, lines: list[Contribution]) -> InKind:
    own = [each for each in lines if each.organisation_id == organisation]
    values = [each.value_ore for each in own if each.value_ore is not None]
    return InKind(name, len(own), sum(values) if values else None, len(own) - len(values))
