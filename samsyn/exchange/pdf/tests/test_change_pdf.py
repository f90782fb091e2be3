"""A change as a document: everything given is in it, it keeps the standards, and there is room to sign."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from samsyn.exchange.pdf import change as pdf
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag

DAY = date(2026, 3, 5)
STUCK = "\N{NO-BREAK SPACE}"
WORDS = {word: word.capitalize() for word in pdf.WORDS}
DOCUMENT = pdf.ChangeDocument(
    language="sv",
    kind="Tillägg",
    title="Tillägg 3",
    agreement="Idéburet offentligt partnerskap om Lanterna",
    original="Exemplar 1 av 2, för Socialnämnden",
    made="Lanterna. Framställt 2026-03-05.",
    standing="Väntar på underskrift av Föreningen.",
    notices=(Notice("Demodata", ("Parterna är påhittade.",)),),
    parties=(
        Party("public", "Socialnämnden", ("Exempelstads kommun", "Diarienummer SN 2026/12")),
        Party("civil", "Föreningen", ()),
    ),
    facts=(Fact("Gäller från", ("1 april 2026",)),),
    lead=("Uppsägningstiden blir sex månader.",),
    why=("Tre månader räcker inte för att hitta en ny lokal.",),
    terms=(
        pdf.TermChange(
            "changed",
            Tag(f"§{STUCK}3"),
            "Uppsägning",
            "Uppsägningstiden är sex månader.",
            (pdf.Line("Månader", "3 månader", "6 månader"),),
        ),
        pdf.TermChange(
            "added", Tag(f"§{STUCK}6"), "Rapport", "Ny rapport.", (pdf.Line("Hur ofta", "", "varje kvartal"),)
        ),
        pdf.TermChange("removed", Tag(f"§{STUCK}7"), "Mål", "Målet.", (pdf.Line("Antal", "40 platser", ""),)),
    ),
    follows=(
        pdf.Follows("Sista dag om den sägs upp i dag", ("2026-06-05",), ("2026-09-05",)),
        pdf.Follows("Rapport", ("ingen",), ("2026-06-30", "2026-09-30")),
    ),
    demands=("Punkt 8: Ändringen ska vara skriftlig och undertecknad.",),
    blocks=(
        pdf.Block("Socialnämnden", "public", "Förvaltningschef"),
        pdf.Block("Föreningen", "civil", ""),
    ),
    gathered=(pdf.Gathered("Socialnämnden", "undertecknade", "Ada Ek, förvaltningschef", "2026-03-04"),),
    seal="5e" * 32,
    words=WORDS,
)


def read(document: pdf.ChangeDocument) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.change_pdf(document, DAY)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages).replace(STUCK, " ")


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
        "Tillägg 3", "Idéburet offentligt partnerskap om Lanterna", "Exemplar 1 av 2, för Socialnämnden",
        "Väntar på underskrift av Föreningen.", "Parterna är påhittade.", "Diarienummer SN 2026/12", "1 april 2026",
        "Uppsägningstiden blir sex månader.", "Tre månader räcker inte", "§ 3", "Uppsägningstiden är sex månader.",
        "3 månader", "6 månader", "varje kvartal", "40 platser", "Added", "Removed", "Sista dag om den sägs upp i dag",
        "2026-06-05", "2026-09-05", "2026-06-30", "skriftlig och undertecknad", "Förvaltningschef", "undertecknade",
        "Ada Ek, förvaltningschef", "Lanterna. Framställt 2026-03-05.",
    ):  # fmt: skip
        assert words in found, words


def test_each_party_has_a_place_for_day_signature_name_and_function() -> None:
    found = text_of(read(DOCUMENT))
    for word in ("Place_and_day", "Signature", "Name", "Function"):
        assert len(re.findall(rf"\b{word}\b", found)) >= 2, word


def test_a_place_to_sign_is_never_cut_by_a_page() -> None:
    many = replace(DOCUMENT, blocks=DOCUMENT.blocks * 9, why=("Därför. " * 150,))
    for page in read(many).pages:
        text = page.extract_text()
        assert text.count("Place_and_day") == len(re.findall(r"\bFunction\b", text))


def test_the_checksum_of_the_text_stands_on_every_page() -> None:
    reader = read(replace(DOCUMENT, follows=DOCUMENT.follows * 60))
    assert len(reader.pages) > 3
    for number, page in enumerate(reader.pages, 1):
        assert DOCUMENT.seal in page.extract_text()
        assert f"Page {number} Of {len(reader.pages)}" in page.extract_text()


def test_a_notice_that_changes_no_term_is_a_document_too() -> None:
    bare = replace(DOCUMENT, terms=(), follows=(), why=(), demands=(), blocks=(), gathered=(), notices=(), seal="")
    found = text_of(read(bare))
    assert "Terms_none" in found
    assert "Follows_none" in found
    assert "Signatures" not in found
    assert "Seal" not in found


def test_no_word_of_a_very_long_term_is_lost() -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    term = replace(DOCUMENT.terms[0], lines=(pdf.Line("Text", words, words.replace("ord", "nytt")),))
    found = text_of(read(replace(DOCUMENT, terms=(term,))))
    assert all(f"ord{number}" in found and f"nytt{number}" in found for number in range(3000))


def test_words_are_never_taken_for_markup() -> None:
    sharp = "#panic[nej] $x$ *stjärna* _under_ \\ <etikett> @hänvisning // kommentar"
    assert sharp in text_of(read(replace(DOCUMENT, why=(sharp,))))


def test_the_copies_of_two_parties_differ_only_in_their_bytes_and_never_by_chance() -> None:
    other = replace(DOCUMENT, original="Exemplar 2 av 2, för Föreningen")
    assert pdf.change_pdf(DOCUMENT, DAY) == pdf.change_pdf(replace(DOCUMENT), DAY)
    assert pdf.change_pdf(DOCUMENT, DAY) != pdf.change_pdf(other, DAY)


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="gathered"):
        pdf.change_pdf(replace(DOCUMENT, words={key: WORDS[key] for key in WORDS if key != "gathered"}), DAY)
