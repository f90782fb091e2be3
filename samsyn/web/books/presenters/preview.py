"""What a file would change, in the words of the page. The first of much; how many there are is always said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.exchange.sie import SieFault
from samsyn.exchange.sie.encodings import called
from samsyn.web.books.differences import Changed, Difference, RowChange, rows_changed
from samsyn.web.books.models import Voucher
from samsyn.web.books.taking import Taken

MOST = 50


@dataclass(frozen=True, slots=True)
class LineSum:
    """What the file's new and changed vouchers come to on a cost line. Of other partnerships only the sum."""

    name: str
    rows: int
    ore: int
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class LeftAccount:
    number: str
    name: str
    rows: int
    ore: int


@dataclass(frozen=True)
class ChangedVoucher:
    before: Voucher
    after: Taken
    rows: tuple[RowChange, ...]
    seen_by_others: bool


@dataclass(frozen=True)
class Preview:
    company: str
    program: str
    kind: str
    encoding: str
    years: tuple[str, ...]
    checked: bool
    refused: bool
    changes: bool
    counts: Mapping[str, int]
    sums: tuple[LineSum, ...]
    new: tuple[Taken, ...]
    changed: tuple[ChangedVoucher, ...]
    gone: tuple[Voucher, ...]
    left: tuple[LeftAccount, ...]
    left_rows: int
    ambiguous: tuple[int, ...]
    faults: tuple[SieFault, ...]
    fault_count: int
    days: tuple[date, date] | None


def preview_of(found: Difference, names: Mapping[str, str], partnership: UUID) -> Preview:
    header = found.header
    days = sorted(each.day for each in [*found.new, *(changed.after for changed in found.changed)])
    return Preview(
        company=header.company,
        program=header.program,
        kind=header.kind,
        encoding=called(header.encoding),
        years=tuple(str(each) for each in header.years.values()),
        checked=found.checksum_verified,
        refused=found.refused,
        changes=found.changes_something,
        counts=found.counts(),
        sums=tuple(_sums(found, names, partnership)),
        new=tuple(found.new[:MOST]),
        changed=tuple(_changed(each) for each in found.changed[:MOST]),
        gone=tuple(found.gone[:MOST]),
        left=tuple(_left(found)),
        left_rows=sum(each.rows for each in found.left.values()),
        ambiguous=tuple(found.ambiguous[:MOST]),
        faults=tuple(found.faults[:MOST]),
        fault_count=max(found.fault_count, len(found.faults)),
        days=(days[0], days[-1]) if days else None,
    )


def _changed(each: Changed) -> ChangedVoucher:
    seen = each.before.rows.filter(release__isnull=False, is_salary=False).exists()
    return ChangedVoucher(each.before, each.after, tuple(rows_changed(each)), seen)


def _sums(found: Difference, names: Mapping[str, str], partnership: UUID) -> list[LineSum]:
    tally: dict[tuple[bool, str], list[int]] = {}
    for voucher in [*found.new, *(each.after for each in found.changed)]:
        for row in voucher.rows:
            here = row.partnership_id == partnership
            at = tally.setdefault((not here, names.get(row.cost_line, row.cost_line) if here else ""), [0, 0])
            at[0] += 1
            at[1] += row.amount_ore
    return [LineSum(name, rows, ore, elsewhere) for (elsewhere, name), (rows, ore) in sorted(tally.items())]


def _left(found: Difference) -> list[LeftAccount]:
    names = found.header.accounts
    return [
        LeftAccount(number, names.get(number, ""), each.rows, each.ore) for number, each in sorted(found.left.items())
    ]
