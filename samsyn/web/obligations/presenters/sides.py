"""Two sides, one middle: what each party owes, in columns, in the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.terms import Agreement
from samsyn.web.obligations.presenters.rows import Row, Side, names

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Column:
    """`entries` are rows with whom else they concern («tillsammans med …», «till …»).

    `more` is how many there are beside those shown; `key` is the party's id, empty for the joint column.
    """

    key: str
    kind: Side
    name: str
    role: str
    mine: bool
    entries: tuple[tuple[Row, str], ...]
    more: int


def columns_of(rows: Sequence[Row], agreement: Agreement, mine: str) -> list[Column]:
    """Public parties, the joint column, civil parties. `mine` is the id of the acting organisation's party.

    What stands in the middle is decided by `places_at_table`, as on the partnership's first page.
    """
    at = {row.id: places_at_table(agreement, row.code, row.by_keys, row.joint) for row in rows}
    joint = [(row, _middle(row, agreement)) for row in rows if at[row.id] == (MIDDLE,)]
    columns = {
        key: _column(key, party.kind, party.name, party.legal_name or "", mine == key, _of(key, rows, at, agreement))
        for key, party in agreement.party.items()
    }
    middle = _column(MIDDLE, "joint", gettext("Tillsammans"), "", False, joint)
    public = [column for column in columns.values() if column.kind == "public"]
    civil = [column for column in columns.values() if column.kind == "civil"]
    return [*public, middle, *civil]


def _column(key: str, kind: Side, name: str, role: str, mine: bool, entries: Sequence[tuple[Row, str]]) -> Column:
    role = role if role != name else ""
    return Column(key, kind, name, role, mine, tuple(entries[:SHOWN]), max(0, len(entries) - SHOWN))


def _of(
    key: str, rows: Sequence[Row], at: Mapping[UUID, tuple[str, ...]], agreement: Agreement
) -> list[tuple[Row, str]]:
    return [(row, _beside(row, key, agreement)) for row in rows if key in at[row.id]]


def _beside(row: Row, key: str, agreement: Agreement) -> str:
    """Whom else a duty in a party's own column concerns."""
    others = names((each for each in row.by_keys if each != key), agreement) if row.joint else ""
    said = [gettext("tillsammans med %(others)s") % {"others": others}] if others else []
    return ", ".join([*said, *([gettext("till %(to)s") % {"to": row.to}] if row.to else [])])


def _middle(row: Row, agreement: Agreement) -> str:
    """Nothing where it is all parties: the column says so."""
    if row.calls:
        return gettext("%(who)s kallar") % {"who": row.calls}
    return "" if set(row.by_keys) == set(agreement.party) and not row.to else row.who
