"""The document that is fetched, and the specimens for validators."""

import io
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader

from samsyn.charts.agreement_line import AgreementLine, Mark, agreement_line
from samsyn.exchange.pdf.drawing import drawing
from samsyn.web.agreements.specimens import agreement_specimens
from samsyn.web.agreements.tests.conftest import Table


def read(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_document_has_parties_case_number_sums_and_the_day_it_shows(amended: Table) -> None:
    found = read(amended.get("agreement/document.pdf").content)
    for words in (
        "Diarienummer SN 2025/0412",
        "4 500 000 kr för 2026",
        "6 månader",
        "Demodata",
        "ur version 2",
        "§ 10",
    ):
        assert words in found, words


def test_the_document_of_another_day_has_the_terms_of_that_day(amended: Table) -> None:
    found = read(amended.get("agreement/document.pdf", on="2026-06-30").content)
    assert "Så här gällde den 30 juni 2026" in found
    assert "3 månader" in found
    assert "6 månader" not in found


def test_a_reader_in_english_gets_the_document_in_the_language_of_the_agreement(lanterna: Table) -> None:
    lanterna.client.cookies["samsyn_language"] = "en"
    assert "Punkt för punkt" in read(lanterna.get("agreement/document.pdf").content)


def test_the_same_document_twice_is_the_same_bytes(lanterna: Table) -> None:
    assert lanterna.get("agreement/document.pdf").content == lanterna.get("agreement/document.pdf").content


def test_specimens_are_one_document_and_one_archive_for_each_agreement(lanterna: Table, tmp_path: Path) -> None:
    """A partnership that has no agreement yet is passed over."""
    written = agreement_specimens(tmp_path)
    assert {path.name for path in written} == {"lanterna.pdf", "lanterna.zip"}
    assert all(path.stat().st_size > 500 for path in written)


def test_every_word_of_an_agreement_line_is_carried_over() -> None:
    marks = (Mark(date(2027, 6, 30), "extension", "sista dag att förlänga", "2"),)
    line = AgreementLine(date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 20), marks)
    svg = str(agreement_line(line, "middle"))
    written = [text.text for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert [words.text for words in drawing(svg, "").words] == written
    assert len(written) > 4
