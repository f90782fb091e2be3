"""A report as a workbook: what it is, a sheet for each table, the words, the definitions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from samsyn.exchange.reports.blocks import TableDoc
from samsyn.exchange.reports.cells import Cell, Kind, kind_of
from samsyn.exchange.reports.document import ReportDocument, SignatureDoc
from samsyn.exchange.reports.flat import flat_tables
from samsyn.exchange.reports.words import ReportWords
from samsyn.exchange.reports.written import cell_words
from samsyn.exchange.sheets.workbook import Cell as SheetCell
from samsyn.exchange.sheets.workbook import Reason, Share, Sheet, workbook_of
from samsyn.rules.quantities import Amount

_LONGEST_NAME = 31


def report_workbook(document: ReportDocument, day: date) -> bytes:
    """`day` is the date that the file bears. Numbers are numbers; where there is none, the cell says why."""
    sheets = [_about(document), *(_sheet(table, document.words) for table in flat_tables(document))]
    return workbook_of(list(_with_names_of_their_own(sheets)), day, document.title)


def _about(document: ReportDocument) -> Sheet:
    words = document.words
    rows: list[tuple[SheetCell, ...]] = [
        (words.report, document.kind), (words.partnership, document.partnership), (words.period, document.period),
        (words.case_number, document.case_number), *((fact.label, "\n".join(fact.lines)) for fact in document.facts),
        *((words.party, party.name) for party in document.parties),
        *(("", f"{notice.title} {' '.join(notice.lines)}") for notice in document.notices),
        *((words.signatures, _signed(each)) for each in document.signatures),
        (words.seal.rstrip(":"), document.seal),
        (words.drawn_by, "\n".join(f"{each.name} {each.version}" for each in document.drawn_by)),
    ]  # fmt: skip
    return Sheet(words.about, (document.title, ""), [row for row in rows if row[1]])


def _signed(it: SignatureDoc) -> str:
    return " · ".join(_line(it.party, it.says, it.who, it.when))


def _line(*parts: str) -> Iterator[str]:
    return (part for part in parts if part)


def _sheet(table: TableDoc, words: ReportWords) -> Sheet:
    lead = tuple(_line(table.title, table.tag.label, table.note))
    head = tuple(f"{each.title} ({each.unit})" if each.unit else each.title for each in table.columns)
    rows = [_row(row, table, words) for row in table.rows]
    return Sheet(table.title, head, rows, _row(table.sums, table, words) if table.sums else (), lead)


def _row(row: tuple[Cell, ...], table: TableDoc, words: ReportWords) -> tuple[SheetCell, ...]:
    return tuple(_cell(cell, kind_of(cell, column), words) for cell, column in zip(row, table.columns, strict=True))


def _cell(cell: Cell, kind: Kind, words: ReportWords) -> SheetCell:
    value = cell.value
    if value is None:
        return Reason(cell_words(cell, kind, words))
    if value == "" or kind == "text":
        return str(value)
    if kind == "day":
        return date.fromisoformat(str(value))
    if kind == "money":
        return Amount(int(value))
    if kind == "share":
        return Share(Fraction(value))
    return value if isinstance(value, int) else Fraction(value)


def _with_names_of_their_own(sheets: list[Sheet]) -> Iterator[Sheet]:
    """A workbook takes 31 signs, and no two sheets of one name, however its letters are written."""
    taken: set[str] = set()
    for sheet in sheets:
        name, n = sheet.name[:_LONGEST_NAME].strip() or "-", 1
        while name.casefold() in taken:
            n += 1
            name = f"{sheet.name[: _LONGEST_NAME - len(str(n)) - 1].strip()} {n}"
        taken.add(name.casefold())
        yield Sheet(name, sheet.head, sheet.rows, sheet.sums, sheet.lead)
