"""Two sides, one middle: what each party owes, in columns, in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.terms import Agreement
from samsyn.web.obligations.presenters.rows import Row, Side

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Column:
    """`more` is how many there are beside those shown; `key` is the party's id, empty for the joint column."""

    key: str
    kind: Side
    name: str
    role: str
    mine: bool
    rows: tuple[Row, ...]
    more: int


def columns_of(rows: Sequence[Row], agreement: Agreement, mine: str) -> list[Column]:
    """Public parties, the joint column, civil parties. `mine` is the id of the acting organisation's party.

    A duty that several parties owe each for itself stands in each one's column.
    """
    joint = [row for row in rows if _is_joint(row, agreement)]
    alone = [row for row in rows if row not in joint]
    columns = {
        key: _column(key, party.kind, party.name, party.legal_name or "", mine == key, _of(key, alone, agreement))
        for key, party in agreement.party.items()
    }
    middle = _column("", "joint", gettext("Tillsammans"), "", False, joint)
    public = [column for column in columns.values() if column.kind == "public"]
    civil = [column for column in columns.values() if column.kind == "civil"]
    return [*public, middle, *civil]


def _column(key: str, kind: Side, name: str, role: str, mine: bool, rows: Sequence[Row]) -> Column:
    role = role if role != name else ""
    return Column(key, kind, name, role, mine, tuple(rows[:SHOWN]), max(0, len(rows) - SHOWN))


def _is_joint(row: Row, agreement: Agreement) -> bool:
    return row.joint or any(key in agreement.body for key in row.by_keys)


def _of(key: str, rows: Sequence[Row], agreement: Agreement) -> list[Row]:
    units = {each for each, participant in agreement.participant.items() if participant.belongs_to == key}
    return [row for row in rows if {key, *units} & set(row.by_keys)]
