"""The report as a workbook, as CSV and as JSON: typed values, reasons where there is none, nothing that reckons."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

from lxml import etree

from samsyn.exchange.reports import (
    Cell,
    ColumnDoc,
    SectionDoc,
    TableDoc,
    report_csv,
    report_json,
    report_workbook,
)
from samsyn.exchange.reports.tests.example import TABLE, example

DAY = date(2026, 8, 14)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets_of(book: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return [
            each.get("name") or "" for each in etree.fromstring(opened.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        ]


def rows_of(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig")), delimiter=";"))


def test_the_workbook_has_a_sheet_for_each_table_and_for_words_and_definitions() -> None:
    assert sheets_of(report_workbook(example(), DAY)) == [
        "Om rapporten", "Siffror", "Sovna nätter efter kön", "Åtaganden ett för ett", "Med egna ord", "Definitioner",
    ]  # fmt: skip


def test_the_workbook_is_the_same_again_and_holds_no_formula() -> None:
    book = report_workbook(example(), DAY)
    assert book == report_workbook(example(), DAY)
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        sheets = [etree.fromstring(opened.read(name)) for name in opened.namelist() if "worksheets/sheet" in name]
    assert not any(list(sheet.iter(f"{_MAIN}f")) for sheet in sheets)
    numbers = {cell.findtext(f"{_MAIN}v") for cell in sheets[2].iter(f"{_MAIN}c") if cell.get("t") is None}
    assert {"1196", "81250", "3.5", "4272"} <= numbers


def test_tables_whose_names_begin_alike_have_sheets_of_their_own() -> None:
    long = "Nätter på alla platser efter kön, ålder och månad"
    tables = tuple(
        TableDoc(f"t{n}", f"{long} {n}", (ColumnDoc("a", "A", kind="text"),), ((Cell("x"),),)) for n in range(3)
    )
    names = sheets_of(report_workbook(replace(example(), sections=(SectionDoc("a", "A", blocks=tables),)), DAY))
    assert len(names) == len({name.casefold() for name in names})
    assert all(len(name) <= 31 for name in names)


def test_an_empty_cell_of_the_csv_says_why_and_a_share_what_it_is_of() -> None:
    women, hidden, unknown = rows_of(report_csv(example()), "natter-kon.csv")
    assert (women["Nätter"], women["Andel, del"], women["Andel, av"], women["Kostnad"]) == (
        "1196",
        "1196",
        "4272",
        "81250",
    )
    assert (hidden["Nätter"], hidden["Nätter, varför tom"], hidden["Andel"], hidden["Andel, del"]) == (
        "",
        "hidden",
        "",
        "",
    )
    assert hidden["Kostnad, varför tom"] == "missing"
    assert (unknown["Grupp"], unknown["Nätter"], unknown["Kostnad"]) == ("Kyrkan", "3,5", "-1,5")


def test_a_text_that_a_spreadsheet_would_reckon_is_kept_as_text() -> None:
    assert rows_of(report_csv(example()), "natter-kon.csv")[1]["Kön"] == "'=1+1"


def test_every_csv_has_a_description_whose_columns_are_those_of_the_file() -> None:
    files = report_csv(example())
    for name in (each for each in files if each.endswith(".csv")):
        head = next(csv.reader(io.StringIO(files[name].decode("utf-8-sig")), delimiter=";"))
        said = json.loads(files[f"{name}-metadata.json"])
        assert [each["titles"] for each in said["tableSchema"]["columns"]] == head
        assert said["url"] == name
    nights = json.loads(files["natter-kon.csv-metadata.json"])["notes"][0]
    assert nights["definitions"][0]["version"] == "3f9c1ab0"
    assert nights["sums"]["Nätter"] == 4272


def test_the_json_holds_every_exact_value_and_the_definitions() -> None:
    said = json.loads(report_json(example()))
    table = said["sections"][1]["blocks"][1]
    assert table["rows"][0][2]["value"] == "1196/4272"
    assert table["rows"][1][1] == {"value": None, "state": "hidden", "kind": None}
    assert said["definitions"][0]["indicator"] == "natter"
    assert said["seal"] == example().seal
    assert "svg" not in said["sections"][1]["blocks"][0]
    assert len(table["columns"]) == len(TABLE.columns)
