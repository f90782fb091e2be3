"""Which rows of a file belong to which partnership, by the mapping; and what a voucher is of them. No database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from samsyn.exchange.sie import Header, Row, Voucher
from samsyn.web.books.models import Mapping

LONGEST = 300


class Ambiguous(ValueError):
    """Two lines of the mapping take the same row, and neither says more than the other."""


@dataclass(frozen=True, slots=True)
class TakenRow:
    """`objects` only that which the mapping asks for: others may name a person (dimension 7, employee)."""

    position: int
    day: date
    account: int
    account_name: str
    objects: tuple[tuple[str, str], ...]
    amount_ore: int
    text: str
    partnership_id: UUID
    cost_line: str
    is_salary: bool
    several_people: bool


@dataclass(frozen=True)
class Taken:
    """A voucher as it is stored: only its rows that the mapping takes. `line` in the file."""

    year: date
    key: str
    series: str
    number: str
    day: date
    text: str
    rows: tuple[TakenRow, ...]
    line: int
    digest: str


@dataclass
class Left:
    """What is not taken, per account: how many rows and how many öre. None of it is stored."""

    rows: int = 0
    ore: int = 0


@dataclass
class Taking:
    """Goes through a file. `left` and `ambiguous` (lines of vouchers) are complete when all is gone through."""

    mappings: Iterable[Mapping]
    left: dict[str, Left] = field(default_factory=lambda: defaultdict(Left))
    ambiguous: list[int] = field(default_factory=list)
    seen: set[tuple[date, str]] = field(default_factory=set)
    """(year, key) of every voucher in the file, also those with no row that is taken."""

    def __post_init__(self) -> None:
        self._with_object: dict[tuple[str, str], list[Mapping]] = defaultdict(list)
        self._general: list[Mapping] = []
        for each in self.mappings:
            (self._with_object[each.dimension, each.object] if each.dimension else self._general).append(each)
        self._nameless: dict[str, int] = defaultdict(int)

    def through(self, vouchers: Iterable[Voucher], header: Header) -> Iterator[Taken]:
        """A voucher with two claims on a row is left out whole, and told of."""
        for voucher in vouchers:
            year = header.year_of(voucher.day).start
            try:
                rows = _beside_salaries(tuple(self._rows(voucher, header)))
            except Ambiguous:
                self.ambiguous.append(voucher.line)
                continue
            key = self._key(voucher)
            self.seen.add((year, key))
            if rows:
                yield _taken(voucher, year, key, rows)

    def claim(self, row: Row) -> Mapping | None:
        """The line that takes the row: one with an object before one without. Raises Ambiguous."""
        if not row.account.isdecimal():
            return None
        account = int(row.account)
        found = {
            each.pk: each for at in row.objects for each in self._with_object.get(at, ()) if _covers(each, account)
        }
        if len(found) > 1:
            raise Ambiguous
        if found:
            return next(iter(found.values()))
        return next((each for each in self._general if _covers(each, account)), None)

    def _rows(self, voucher: Voucher, header: Header) -> Iterator[TakenRow]:
        claims = [(position, row, self.claim(row)) for position, row in enumerate(voucher.rows) if row.kind == "trans"]
        for position, row, by in claims:
            if by is None:
                left = self.left[row.account]
                left.rows += 1
                left.ore += row.amount
            else:
                yield _row(position, row, by, voucher, header)

    def _key(self, voucher: Voucher) -> str:
        """Without a number (some programs write 0): what it says, and which of those that say the same."""
        if voucher.number.strip("0"):
            return f"{voucher.series} {voucher.number}".strip()[:80]
        said = sha256(repr(voucher[:-1]).encode()).hexdigest()[:24]
        self._nameless[said] += 1
        return f"{voucher.series}~{said}.{self._nameless[said]}"[-80:]


def _covers(mapping: Mapping, account: int) -> bool:
    return mapping.account_from <= account <= mapping.account_to


def _row(position: int, row: Row, by: Mapping, voucher: Voucher, header: Header) -> TakenRow:
    return TakenRow(
        position=position,
        day=row.day or voucher.day,
        account=int(row.account),
        account_name=header.accounts.get(row.account, "")[:200],
        objects=((by.dimension, by.object),) if by.dimension else (),
        amount_ore=row.amount,
        text=row.text[:LONGEST],
        partnership_id=by.partnership_id,
        cost_line=by.cost_line,
        is_salary=by.is_salary,
        several_people=by.several_people,
    )


def _beside_salaries(rows: tuple[TakenRow, ...]) -> tuple[TakenRow, ...]:
    """What stands in one voucher with a salary counts as salary too: fees that are a part of it would tell it."""
    if not any(row.is_salary for row in rows):
        return rows
    return tuple(row if row.is_salary else replace(row, is_salary=True) for row in rows)


def _taken(voucher: Voucher, year: date, key: str, rows: tuple[TakenRow, ...]) -> Taken:
    text = voucher.text[:LONGEST]
    said = repr((voucher.day, text, [_said(row) for row in rows]))
    digest = sha256(said.encode()).hexdigest()
    return Taken(year, key, voucher.series[:20], voucher.number[:20], voucher.day, text, rows, voucher.line, digest)


def _said(row: TakenRow) -> tuple[object, ...]:
    """What a change in is a change of the voucher: not the name of an account."""
    return (
        row.position, row.day, row.account, row.objects, row.amount_ore, row.text, str(row.partnership_id),
        row.cost_line, row.is_salary, row.several_people,
    )  # fmt: skip
