"""The agreement as a document: its standards, its words, and that the same values give the same bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from samsyn.exchange.pdf import agreement as pdf
from samsyn.exchange.pdf.drawing import Drawing, Words

DAY = date(2026, 11, 20)
SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><rect width="100" height="5" fill="#000"/></svg>'
LINE = Drawing(SHAPES, 100, 20, (Words("I dag", 50, 15, 6, 640, "middle"),), "I dag är dag 324 av 730.")
WORDS = {word: word.capitalize() for word in pdf.WORDS}
DOCUMENT = pdf.AgreementDocument(
    language="sv",
    title="Idéburet offentligt partnerskap om Lanterna",
    name="Lanterna",
    purpose="Ingen ska vara ensam om kvällen.",
    made="Lanterna. Framställd 2026-11-20 ur version 1.",
    standing="Överenskommelsen gäller till och med 31 december 2027.",
    notices=(pdf.Notice("Det här är ett förslag", ("Bilaga 2 saknas hos oss.",)),),
    parties=(
        pdf.Party("public", "Socialnämnden", ("Exempelstads kommun", "Diarienummer SN 2025/0412")),
        pdf.Party("civil", "Föreningen", ()),
    ),
    line=LINE,
    clauses=(
        pdf.Clause(
            pdf.Tag("§\N{NO-BREAK SPACE}4", assumed=True),
            "Pengar",
            2,
            ("Ett bidrag som faktureras.",),
            (),
            (pdf.Term("Bidrag", "Kommunen bidrar.", (pdf.Fact("Belopp", ("4 500 000 kr för 2026", "och mer")),)),),
        ),
    ),
    questions=(
        pdf.Question(
            pdf.Tag("§\N{NO-BREAK SPACE}4", assumed=True),
            "I förskott eller i efterskott?",
            "I förskott.",
            "Texten säger inget.",
            (pdf.Reading("I efterskott.", ("Faktura: senare.",)),),
        ),
    ),
    due=(pdf.Due("2026-12-31", "Möte.", "Socialnämnden", pdf.Tag("§\N{NO-BREAK SPACE}5")),),
    words=WORDS,
)


def read(document: pdf.AgreementDocument) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.agreement_pdf(document, DAY)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"].get_object()


def test_it_is_pdf_a_and_pdf_ua_in_one() -> None:
    metadata = root_of(read(DOCUMENT))["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)


def test_it_says_its_language_its_title_and_its_day() -> None:
    reader = read(DOCUMENT)
    assert root_of(reader)["/Lang"] == "sv"
    assert root_of(reader)["/MarkInfo"]["/Marked"]
    assert root_of(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == DOCUMENT.title
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == DAY


def test_the_same_values_give_the_same_bytes_and_other_values_others() -> None:
    once = pdf.agreement_pdf(DOCUMENT, DAY)
    assert pdf.agreement_pdf(DOCUMENT, DAY) == once
    assert pdf.agreement_pdf(replace(DOCUMENT, purpose="Något annat."), DAY) != once


def test_everything_given_is_in_it() -> None:
    found = text_of(read(DOCUMENT))
    for words in (
        "Lanterna", "Ingen ska vara ensam", "Det här är ett förslag", "Bilaga 2 saknas", "Socialnämnden",
        "Diarienummer SN 2025/0412", "Föreningen", "Pengar", "4 500 000 kr för 2026", "och mer",
        "I förskott eller i efterskott?", "I efterskott.", "Faktura: senare.", "2026-12-31", "Möte.",
        "Framställd 2026-11-20 ur version 1.", "I dag",
    ):  # fmt: skip
        assert words in found, words


def test_pages_are_numbered_of_how_many() -> None:
    many = replace(DOCUMENT, due=DOCUMENT.due * 120)
    reader = read(many)
    assert len(reader.pages) > 3
    for number, page in enumerate(reader.pages, 1):
        assert f"Page {number} Of {len(reader.pages)}" in page.extract_text()


def test_a_table_over_several_pages_repeats_its_head() -> None:
    reader = read(replace(DOCUMENT, due=DOCUMENT.due * 120))
    pages = [page.extract_text() for page in reader.pages if "2026-12-31" in page.extract_text()]
    assert len(pages) > 2
    assert all("When" in page for page in pages)


def test_words_are_never_taken_for_markup() -> None:
    sharp = "#panic[nej] $x$ *stjärna* _under_ \\ <etikett> @hänvisning // kommentar"
    found = text_of(read(replace(DOCUMENT, purpose=sharp)))
    assert sharp in found


def test_only_our_own_typeface_is_used_and_it_is_inside() -> None:
    fonts = set()
    for page in read(DOCUMENT).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            fonts.add(described["/FontName"].split("+")[1])
            assert "/FontFile2" in described or "/FontFile3" in described
    assert fonts
    assert all(name.startswith("SourceSans3") for name in fonts)


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="page"):
        pdf.agreement_pdf(replace(DOCUMENT, words={key: WORDS[key] for key in WORDS if key != "page"}), DAY)


def test_an_agreement_without_questions_or_days_is_a_document_too() -> None:
    found = text_of(read(replace(DOCUMENT, questions=(), due=(), notices=())))
    assert "Questions" not in found
    assert "Due" not in found
