"""The report as a PDF: everything given is in it, it keeps the standards, and it is the same again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from samsyn.exchange.reports import (
    Cell,
    ColumnDoc,
    SectionDoc,
    TableDoc,
    Words,
    drawn_by,
    from_plain,
    report_pdf,
    to_plain,
)
from samsyn.exchange.reports.tests.example import example
from samsyn.exchange.reports.written import number_words, share_words

DAY = date(2026, 8, 14)


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def elements(node: Any) -> Iterator[DictionaryObject]:
    """All of the structure, from the top."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for each in node:
            yield from elements(each)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_everything_that_is_given_stands_in_it() -> None:
    text = " ".join(pages_of(report_pdf(example(), DAY)))
    for said in (
        "Halvårsrapport", "Tak över huvudet", "1 januari – 30 juni 2026", "Demodata", "Exempelstads kommun",
        "Samverkansgruppen", "4 272 nätter", "Vad har hänt?", "Våren kom.", "Mål: 4 000 nätter", "Tre av tio nätter",
        "Samma siffror står i tabellen «Sovna nätter efter kön»", "Härbärget", "visas inte", "mäts inte", "saknas",
        "28 %", "81 250", "−1,50", "3,5", "Inte gjort", "Sjukdom.", "Inget föll ut", "En natt räknas", "3f9c1ab0",
        "Eva Exempel", example().seal, "Samsyn 0", "Sida 1 av",
    ):  # fmt: skip
        assert said in text, said


def test_the_same_report_gives_the_same_bytes_also_by_way_of_json() -> None:
    frozen = json.dumps(to_plain(example()))
    assert report_pdf(from_plain(json.loads(frozen)), DAY) == report_pdf(example(), DAY)


def test_it_is_tagged_with_heads_of_columns_and_words_for_the_picture() -> None:
    reader = PdfReader(io.BytesIO(report_pdf(example(), DAY)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv"
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid" in metadata
    assert "pdfaid" in metadata
    kinds: list[Any] = [each["/S"] for each in elements(root["/StructTreeRoot"])]
    assert kinds.count("/Table") == 4
    assert kinds.count("/TH") >= 5 + 4 + 4 + 4
    assert "Kvinnor 1 196." in [each.get("/Alt") for each in elements(root["/StructTreeRoot"])]


def test_a_long_table_has_its_head_on_every_page() -> None:
    rows = tuple((Cell(f"Rad {n}"), Cell(n)) for n in range(200))
    table = TableDoc(
        "lang", "En lång tabell", (ColumnDoc("a", "Vad det är", kind="text"), ColumnDoc("n", "Hur många")), rows
    )
    pages = pages_of(report_pdf(replace(example(), sections=(SectionDoc("a", "A", blocks=(table,)),)), DAY))
    with_rows = [page for page in pages if "Rad " in page]
    assert len(with_rows) > 3
    assert all("Hur många" in page for page in with_rows)


def test_what_people_write_is_text_and_no_markup() -> None:
    wild = "#panic() $x$ *fet* @ref <etikett> \\ \N{PILE OF POO} = rubrik"
    report = replace(example(), sections=(SectionDoc("a", "A", blocks=(Words((wild,)),)),))
    assert "#panic() $x$ *fet* @ref <etikett>" in " ".join(pages_of(report_pdf(report, DAY)))


@pytest.mark.parametrize("few", [(), (SectionDoc("a", "Tomt", blocks=()),)])
def test_a_report_of_almost_nothing_is_a_document_too(few: tuple[SectionDoc, ...]) -> None:
    bare = replace(example(), sections=few, signatures=(), facts=(), parties=(), notices=(), seal="", standing="")
    assert pages_of(report_pdf(bare, DAY))


def test_what_drew_it_is_named_with_its_version() -> None:
    named = {each.name: each.version for each in drawn_by()}
    assert {"Samsyn", "typst", "Source Sans 3", "XlsxWriter", "report.typ"} <= named.keys()
    assert all(named.values())


@pytest.mark.parametrize(
    ("value", "number", "share"),
    [
        (Fraction(31, 131), "0,24", "24\N{NO-BREAK SPACE}%"),
        (Fraction(-1, 8), "\N{MINUS SIGN}0,13", "\N{MINUS SIGN}13\N{NO-BREAK SPACE}%"),
        (Fraction(1, 30), "0,03", "3,3\N{NO-BREAK SPACE}%"),
        (Fraction(0), "0", "0\N{NO-BREAK SPACE}%"),
        (Fraction(2469, 2), "1\N{NO-BREAK SPACE}234,5", "123\N{NO-BREAK SPACE}450\N{NO-BREAK SPACE}%"),
    ],
)
def test_numbers_are_written_as_people_write_and_round_them(value: Fraction, number: str, share: str) -> None:
    assert number_words(value) == number
    assert share_words(value) == share
