"""The parties' efforts side by side: per kind and unit, never added across units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from samsyn.web.contributions.models import Contribution
from samsyn.web.ui.formats import quantity


@dataclass(frozen=True, slots=True)
class Party:
    """`lines` of the year, also those taken back; `live` those that count."""

    key: str
    name: str
    mine: bool
    lines: tuple[Contribution, ...]

    @property
    def live(self) -> list[Contribution]:
        return [each for each in self.lines if each.taken_back_at is None]

    @property
    def drafts(self) -> list[Contribution]:
        return [each for each in self.live if each.shared_at is None]

    @property
    def value_ore(self) -> int | None:
        """Of the lines that have a value; None where none has."""
        found = [each.value_ore for each in self.live if each.value_ore is not None]
        return sum(found) if found else None

    @property
    def unvalued(self) -> int:
        return sum(each.value_ore is None for each in self.live)


@dataclass(frozen=True, slots=True)
class KindRow:
    """`cells`: for each party the amounts of the kind, one for each unit."""

    name: str
    cells: tuple[tuple[str, ...], ...]


def parties_with(
    names: Mapping[str, str], organisations: Mapping[str, UUID], mine: str | None, lines: Sequence[Contribution]
) -> list[Party]:
    """In the order of `names` (party id → name)."""
    return [
        Party(key, name, key == mine, tuple(each for each in lines if each.organisation_id == organisations.get(key)))
        for key, name in names.items()
    ]


def kind_rows(parties: Sequence[Party]) -> list[KindRow]:
    """A row for each kind that some party has."""
    sums = [_sums(party.live) for party in parties]
    return [
        KindRow(str(label), tuple(_amounts(one.get(kind, {})) for one in sums))
        for kind, label in Contribution.Kind.choices
        if any(kind in one for one in sums)
    ]


def _sums(lines: Sequence[Contribution]) -> dict[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for each in lines:
        found[each.kind][each.unit] += each.quantity
    return found


def _amounts(by_unit: Mapping[str, Decimal]) -> tuple[str, ...]:
    return tuple(quantity(by_unit[unit], str(label)) for unit, label in Contribution.Unit.choices if unit in by_unit)
