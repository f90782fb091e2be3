"""The minutes as a document: everything given is in it, it keeps the standards, and tables break well."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from samsyn.exchange.pdf import minutes as pdf
from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag

DAY = date(2026, 3, 5)
STUCK = "\N{NO-BREAK SPACE}"
WORDS = {word: word.capitalize() for word in pdf.WORDS}
DOCUMENT = pdf.MinutesDocument(
    language="sv",
    title="Protokoll, Styrgruppen, möte 3",
    body="Styrgruppen, möte 3",
    tag=Tag(f"§{STUCK}5"),
    partnership="Lanterna",
    made="Version 1. Framställt 2026-03-05.",
    standing="Väntar på godkännande av Föreningen.",
    notices=(Notice("Demodata", ("Parterna är påhittade.",)),),
    parties=(
        Party("public", "Socialnämnden", ("Exempelstads kommun", "Diarienummer SN 2026/12")),
        Party("civil", "Föreningen", ()),
    ),
    meeting=(Fact("Dag", ("måndag 2 mars 2026",)), Fact("Plats", ("Stadshuset",))),
    attendance=(
        pdf.Group("Socialnämnden", "public", (pdf.Present("Ada Ek", "Controller", "närvarande", "leder mötet"),)),
        pdf.Group("Arbetsförmedlarna", "", (pdf.Present("", "representant", "frånvarande"),)),
    ),
    items=(
        pdf.Item(
            "1",
            "Läget i huset",
            Tag(f"§{STUCK}4.2", assumed=True),
            ("Så här står det i rapporten.",),
            ("Huset är öppet varje kväll.", "Fler kommer."),
            (pdf.Decided("1", "bekräftar en tolkning", ("I förskott gäller.",), "Frågan var: I förskott?"),),
        ),
    ),
    actions=(pdf.Action("Skriva till grannarna", "Föreningen, verksamhetschef", "2026-03-31"),),
    earlier=(pdf.Action("Ringa elektrikern", "Socialnämnden", "2026-02-01", "Gjort 2026-01-30."),),
    approvals=(
        pdf.Approval("Socialnämnden", "godkänner", "Ada Ek", "2026-03-04"),
        pdf.Approval("Föreningen", "väntar på godkännande av Föreningen", "", ""),
    ),
    seal="5e" * 32,
    words=WORDS,
)


def read(document: pdf.MinutesDocument) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.minutes_pdf(document, DAY)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"].get_object()


def test_it_is_pdf_a_and_pdf_ua_in_one() -> None:
    reader = read(DOCUMENT)
    metadata = root_of(reader)["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert root_of(reader)["/Lang"] == "sv"


def test_everything_given_is_in_it() -> None:
    found = text_of(read(DOCUMENT))
    for words in (
        "Styrgruppen, möte 3", "Lanterna", "Väntar på godkännande av Föreningen.", "Parterna är påhittade.",
        "Diarienummer SN 2026/12", "måndag 2 mars 2026", "Stadshuset", "Ada Ek",
        "Controller, leder mötet", "närvarande",
        "Arbetsförmedlarna", "representant", "frånvarande", "1. Läget i huset", "§ 4.2", "Så här står det i rapporten.",
        "Huset är öppet varje kväll.", "Fler kommer.", "Decision 1", "bekräftar en tolkning", "I förskott gäller.",
        "Frågan var: I förskott?", "Skriva till grannarna", "Föreningen, verksamhetschef", "2026-03-31",
        "Ringa elektrikern", "Gjort 2026-01-30.", "godkänner", "2026-03-04", "väntar på godkännande av Föreningen",
    ):  # fmt: skip
        assert words in found.replace(STUCK, " "), words


def test_the_checksum_of_what_is_approved_stands_on_every_page() -> None:
    reader = read(replace(DOCUMENT, actions=DOCUMENT.actions * 120))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages, 1):
        assert DOCUMENT.seal in page.extract_text()
        assert f"Page {number} Of {len(reader.pages)}" in page.extract_text()


def test_a_draft_has_no_checksum_and_no_table_of_approvals() -> None:
    found = text_of(read(replace(DOCUMENT, seal="", approvals=())))
    assert "Seal" not in found
    assert "Approval" not in found


def test_a_meeting_where_nothing_was_said_is_a_document_too() -> None:
    bare = replace(DOCUMENT, attendance=(), items=(), actions=(), earlier=(), approvals=(), notices=(), tag=NO_TAG)
    assert "Actions_none" in text_of(read(bare))


def test_a_table_over_several_pages_repeats_its_head() -> None:
    reader = read(replace(DOCUMENT, actions=DOCUMENT.actions * 120))
    pages = [page.extract_text() for page in reader.pages if "Skriva till grannarna" in page.extract_text()]
    assert len(pages) > 2
    assert all("When" in page for page in pages)


def test_no_word_of_a_very_long_paragraph_or_cell_is_lost() -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    long = replace(
        DOCUMENT,
        items=(replace(DOCUMENT.items[0], noted=(words,)),),
        actions=(replace(DOCUMENT.actions[0], what=words.replace("ord", "sak")),),
    )
    found = text_of(read(long))
    assert all(f"ord{number}" in found for number in range(3000))
    assert all(f"sak{number}" in found for number in range(3000))


def test_words_are_never_taken_for_markup() -> None:
    sharp = "#panic[nej] $x$ *stjärna* _under_ \\ <etikett> @hänvisning // kommentar"
    assert sharp in text_of(read(replace(DOCUMENT, standing=sharp)))


def test_the_same_values_give_the_same_bytes() -> None:
    assert pdf.minutes_pdf(DOCUMENT, DAY) == pdf.minutes_pdf(replace(DOCUMENT), DAY)
    assert pdf.minutes_pdf(DOCUMENT, DAY) != pdf.minutes_pdf(replace(DOCUMENT, standing="Annat."), DAY)


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="approval"):
        pdf.minutes_pdf(replace(DOCUMENT, words={key: WORDS[key] for key in WORDS if key != "approval"}), DAY)
