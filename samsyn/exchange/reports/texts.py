"""A report as CSV and as JSON, with what every figure means in a file beside.

CSV as in all of Samsyn: semicolons, UTF-8 with its mark and decimals with a comma, so that a spreadsheet in Sweden
opens it right. For each table two files: `natter.csv` and `natter.csv-metadata.json`, which says by the words of W3C's
«CSV on the Web» what its columns hold. An empty cell has a column beside it that says why; a share has its part and its
whole. Who reads by machine takes the JSON: every number there is exact.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from samsyn.exchange.reports.blocks import DefinitionDoc, TableDoc
from samsyn.exchange.reports.cells import Cell, Kind, kind_of
from samsyn.exchange.reports.document import ReportDocument
from samsyn.exchange.reports.flat import DEFINITIONS, flat_tables
from samsyn.exchange.reports.plain import to_plain
from samsyn.exchange.reports.words import ReportWords

_RECKONED = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is taken for a formula by a spreadsheet; an apostrophe before it makes it text again."""
_DECIMALS = 6
_DATATYPES: dict[Kind, Any] = {
    "text": "string",
    "number": {"base": "decimal", "format": {"decimalChar": ","}},
    "share": {"base": "decimal", "format": {"decimalChar": ","}},
    "money": {"base": "decimal", "format": {"decimalChar": ","}},
    "day": {"base": "date", "format": "yyyy-MM-dd"},
}


def report_csv(document: ReportDocument) -> dict[str, bytes]:
    """File names and what they hold: every table with its description beside it."""
    found: dict[str, bytes] = {}
    for table in flat_tables(document):
        columns = list(_columns(table, document.words))
        found[f"{table.key}.csv"] = _csv(table, columns)
        found[f"{table.key}.csv-metadata.json"] = _described(table, columns, document)
    return found


def report_json(document: ReportDocument) -> bytes:
    """The whole report with its definitions. Pictures are left out: their tables say the same."""
    plain = to_plain(document)
    for section in plain["sections"]:
        for block in section["blocks"]:
            if block["block"] == "chart":
                del block["svg"], block["narrow"]
    plain["definitions"] = [asdict(each) for each in document.definitions]
    return _json(plain)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the file: of which column of the table, and what it takes from the cell."""

    name: str
    title: str
    n: int
    takes: str
    datatype: Any
    unit: str = ""


def _columns(table: TableDoc, words: ReportWords) -> Iterator[_Column]:
    for n, column in enumerate(table.columns):
        cells = [row[n] for row in (*table.rows, *([table.sums] if table.sums else []))]
        yield _Column(column.key, column.title, n, "value", _DATATYPES[column.kind], column.unit)
        if any(kind_of(cell, column) == "share" for cell in cells):
            yield _Column(f"{column.key}_part", f"{column.title}, {words.part}", n, "part", "integer")
            yield _Column(f"{column.key}_whole", f"{column.title}, {words.whole}", n, "whole", "integer")
        if any(cell.state != "value" for cell in cells):
            yield _Column(f"{column.key}_state", f"{column.title}, {words.empty_because}", n, "state", "string")


def _csv(table: TableDoc, columns: list[_Column]) -> bytes:
    """Rows without their sum, which stands in the description: among the rows it would be counted again."""
    whole = io.StringIO(newline="")
    writer = csv.writer(whole, delimiter=";", lineterminator="\r\n")
    writer.writerow([_guarded(each.title) for each in columns])
    writer.writerows([_taken(row[each.n], table, each) for each in columns] for row in table.rows)
    return whole.getvalue().encode("utf-8-sig")


def _taken(cell: Cell, table: TableDoc, column: _Column) -> str:
    if column.takes == "state":
        return "" if cell.state == "value" else cell.state
    if cell.value is None or cell.value == "":
        return ""
    kind = kind_of(cell, table.columns[column.n])
    if column.takes in ("part", "whole"):
        return str(cell.value).partition("/")[0 if column.takes == "part" else 2] if kind == "share" else ""
    if kind in ("text", "day"):
        return _guarded(str(cell.value))
    return _number(Fraction(cell.value) / (100 if kind == "money" else 1))


def _number(value: Fraction) -> str:
    """Whole numbers whole, others with at most six decimals."""
    scaled = round(abs(value) * 10**_DECIMALS)
    whole, rest = divmod(scaled, 10**_DECIMALS)
    told = f"{rest:0{_DECIMALS}d}".rstrip("0")
    return ("-" if value < 0 and scaled else "") + str(whole) + (f",{told}" if told else "")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_RECKONED) else text


def _described(table: TableDoc, columns: list[_Column], document: ReportDocument) -> bytes:
    """https://www.w3.org/TR/tabular-metadata/; what it has no word for stands under «notes»."""
    notes = {
        "report": document.title, "partnership": document.partnership, "period": document.period,
        "clause": table.tag.label, "note": table.note, "seal": document.seal,
        "sums": {
            column.title: cell.value if cell.state == "value" else cell.state
            for column, cell in zip(table.columns, table.sums, strict=bool(table.sums))
        },
        "states": {
            "hidden": document.words.hidden_note, "not_measured": document.words.not_measured_note,
            "missing": document.words.missing_note,
        },
        "definitions": [asdict(each) for each in _definitions(table, document)],
    }  # fmt: skip
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": document.language}],
            "url": f"{table.key}.csv",
            "dc:title": table.title,
            "dialect": {"delimiter": ";", "encoding": "utf-8", "lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": [_column(each) for each in columns]},
            "notes": [notes],
        }
    )


def _column(it: _Column) -> dict[str, Any]:
    return {"name": it.name, "titles": it.title, "datatype": it.datatype} | (
        {"dc:description": it.unit} if it.unit else {}
    )


def _definitions(table: TableDoc, document: ReportDocument) -> tuple[DefinitionDoc, ...]:
    if table.definitions or table.key == DEFINITIONS:
        return table.definitions
    return document.definitions if any(column.key == "says" for column in table.columns) else ()
