"""All of a report as tables: what the workbook has a sheet of and the CSV a file of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samsyn.exchange.reports.blocks import DutiesDoc, FigureDoc, TableDoc, Words
from samsyn.exchange.reports.cells import Cell, ColumnDoc
from samsyn.exchange.reports.document import ReportDocument

EMPTY = Cell("")
FIGURES, WORDS, DEFINITIONS = "siffror", "ord", "definitioner"
"""Keys of the tables that are made here; a table of the report with the same key gets a number after its own."""


def flat_tables(document: ReportDocument) -> tuple[TableDoc, ...]:
    """The figures first, then tables and undertakings in the order of the report, then words and definitions."""
    found = [*_figures(document)]
    for block in document.blocks:
        if isinstance(block, TableDoc):
            found.append(_without_groups(block, document))
        elif isinstance(block, DutiesDoc):
            found.append(_undertakings(block, document))
    return tuple(_each_its_own_key([*found, *_words(document), *_definitions(document)]))


def _each_its_own_key(tables: list[TableDoc]) -> Iterator[TableDoc]:
    taken: set[str] = set()
    for table in tables:
        key, n = table.key, 1
        while key in taken:
            n += 1
            key = f"{table.key}-{n}"
        taken.add(key)
        yield replace(table, key=key)


def _text(key: str, title: str) -> ColumnDoc:
    return ColumnDoc(key, title, kind="text")


def _cell(value: str) -> Cell:
    return Cell(value)


def _count(value: int | None) -> Cell:
    return EMPTY if value is None else Cell(value)


def _without_groups(table: TableDoc, document: ReportDocument) -> TableDoc:
    """The name of a group stands on each of its rows, in a column of its own."""
    if not table.groups:
        return table
    opens = dict(table.groups)
    rows, group = [], ""
    for n, row in enumerate(table.rows):
        group = opens.get(n, group)
        rows.append((_cell(group), *row))
    columns = (_text("group", document.words.group), *table.columns)
    return replace(table, columns=columns, rows=tuple(rows), sums=(EMPTY, *table.sums) if table.sums else (), groups=())


def _figures(document: ReportDocument) -> Iterator[TableDoc]:
    found = [block for block in document.blocks if isinstance(block, FigureDoc)]
    if not found:
        return
    words = document.words
    columns = (
        _text("name", words.figure), ColumnDoc("value", words.value), _text("unit", words.unit),
        _text("level", words.level), ColumnDoc("n", words.n), ColumnDoc("missing", words.missing_count),
        _text("target", words.target), _text("clause", words.clause), _text("says", words.sentence),
    )  # fmt: skip
    yield TableDoc(FIGURES, words.figures, columns, tuple(_figure(each) for each in found))


def _figure(it: FigureDoc) -> tuple[Cell, ...]:
    return (
        _cell(it.name), replace(it.value, kind=it.kind), _cell(it.unit), _cell(it.level), _count(it.n),
        _count(it.missing), _cell(it.target), _cell(it.tag.label), _cell(it.says),
    )  # fmt: skip


def _undertakings(it: DutiesDoc, document: ReportDocument) -> TableDoc:
    words = document.words
    columns = (
        _text("party", words.party), _text("duty", words.duty), _text("due", words.due),
        _text("standing", words.standing), _text("why", words.why), _text("clause", words.clause),
    )  # fmt: skip
    rows = tuple(
        tuple(_cell(each) for each in (side.party, row.what, row.due, row.standing, row.why, row.tag.label))
        for side in it.sides
        for row in side.rows
    )
    return TableDoc(it.key, it.title, columns, rows, note=it.says)


def _words(document: ReportDocument) -> Iterator[TableDoc]:
    words = document.words
    rows = tuple(
        tuple(_cell(each) for each in (section.title, block.by, block.question, "\n".join(block.lines)))
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Words)
    )
    if rows:
        columns = (
            _text("section", words.section), _text("by", words.party), _text("question", words.question),
            _text("answer", words.answer),
        )  # fmt: skip
        yield TableDoc(WORDS, words.words, columns, rows)


def _definitions(document: ReportDocument) -> Iterator[TableDoc]:
    words = document.words
    columns = (
        _text("indicator", words.key), _text("name", words.figure), _text("says", words.definition),
        _text("clause", words.clause), _text("version", words.version),
    )  # fmt: skip
    rows = tuple(
        tuple(_cell(text) for text in (each.indicator, each.name, each.says, each.clause, each.version))
        for each in document.definitions
    )
    yield TableDoc(DEFINITIONS, words.definitions_sheet, columns, rows)
