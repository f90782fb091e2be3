"""A file beside what is stored: what is new, changed, the same, and gone."""

from __future__ import annotations

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from samsyn.exchange.sie import Header, SieFault, read
from samsyn.web.books.models import Import, Mapping, RowText, Voucher, VoucherRow
from samsyn.web.books.taking import Left, Taken, TakenRow, Taking

Stored = Mapped[tuple[date, str], Voucher]


@dataclass(frozen=True)
class Changed:
    """A voucher that the file says otherwise of than what is stored."""

    before: Voucher
    after: Taken


@dataclass
class Difference:
    """`gone`: stored, in a year of the file and no later than it covers, and not in it. `refused`: as a whole."""

    header: Header
    new: list[Taken] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: int = 0
    gone: list[Voucher] = field(default_factory=list)
    left: Mapped[str, Left] = field(default_factory=dict)
    ambiguous: list[int] = field(default_factory=list)
    faults: list[SieFault] = field(default_factory=list)
    fault_count: int = 0
    refused: bool = False
    checksum_verified: bool = False

    @property
    def changes_something(self) -> bool:
        return bool(self.new or self.changed) and not self.refused

    def counts(self) -> dict[str, int]:
        return {"new": len(self.new), "changed": len(self.changed), "same": self.same, "gone": len(self.gone)}


def difference_of(imported: Import) -> Difference:
    """Reads the file of an import that is still previewed, and asks what its organisation has stored."""
    reading = read(BytesIO(bytes(imported.data or b"")))
    taking = Taking(list(Mapping.objects.filter(organisation_id=imported.organisation_id).live()))
    taken = list(taking.through(reading, reading.header))
    found = Difference(reading.header, left=taking.left, ambiguous=taking.ambiguous)
    found.faults, found.fault_count, found.refused = reading.faults, reading.fault_count, reading.is_refused
    found.checksum_verified = bool(reading.checksum.verified)
    if not found.refused:
        stored = _stored(imported)
        _compare(found, taken, stored)
        _see_what_is_gone(found, taken, taking, stored)
    return found


def _stored(imported: Import) -> Stored:
    rows = Voucher.objects.filter(organisation_id=imported.organisation_id).standing()
    return {(each.year, each.key): each for each in rows}


def _compare(found: Difference, taken: list[Taken], stored: Stored) -> None:
    met: set[tuple[date, str]] = set()
    for each in taken:
        if (each.year, each.key) in met:
            found.faults.append(SieFault(each.line, f"Verifikation {each.key} finns två gånger. Den första läses in."))
            continue
        met.add((each.year, each.key))
        before = stored.get((each.year, each.key))
        if before is None:
            found.new.append(each)
        elif before.digest == each.digest:
            found.same += 1
        else:
            found.changed.append(Changed(before, each))


def _see_what_is_gone(found: Difference, taken: list[Taken], taking: Taking, stored: Stored) -> None:
    """Only vouchers that the file could have had: a refused one is not gone. One without rows of ours is."""
    refused = {
        f"{series} {number}".strip() for each in found.faults if each.voucher for series, number in [each.voucher]
    }
    years = {year for year, _ in taking.seen}
    here = {(each.year, each.key) for each in taken}
    if found.ambiguous or found.fault_count > len(found.faults):
        return
    for (year, key), voucher in stored.items():
        covered = found.header.covers is None or voucher.day <= found.header.covers
        if year in years and (year, key) not in here and key not in refused and covered:
            found.gone.append(voucher)


@dataclass(frozen=True)
class RowChange:
    """One row before and after; None where there is none."""

    before: VoucherRow | None
    after: TakenRow | None
    text_before: str = ""


def rows_changed(changed: Changed) -> list[RowChange]:
    """The rows that differ, by place in the voucher."""
    before = {row.position: row for row in changed.before.rows.all()}
    texts = {text.row_id: text.row_text for text in RowText.objects.filter(row__voucher=changed.before)}
    after = {row.position: row for row in changed.after.rows}
    found = []
    for position in sorted(before.keys() | after.keys()):
        old, new = before.get(position), after.get(position)
        text = texts.get(old.pk, "") if old else ""
        if old is None or new is None or _said(old, text) != _said(new, new.text):
            found.append(RowChange(old, new, text))
    return found


def _said(row: VoucherRow | TakenRow, text: str) -> tuple[object, ...]:
    where = (row.partnership_id, row.cost_line, row.is_salary, row.several_people)
    return (row.day, row.account, row.amount_ore, text, *where)
