"""The statement as a document: everything given is in it, and it keeps the standards."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from samsyn.exchange.pdf import statement as pdf
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag

DAY = date(2026, 3, 5)
WORDS = {word: word.capitalize() for word in pdf.WORDS}
DOCUMENT = pdf.StatementDocument(
    language="sv",
    title="Redogörelse 2025",
    tag=Tag("§\N{NO-BREAK SPACE}6 st. 2"),
    partnership="Lanterna",
    made="Inlämning 1. Framställd 2026-03-05.",
    notices=(Notice("Demodata", ("Parterna är påhittade.",)),),
    parties=(Party("public", "Socialnämnden", ("Exempelstads kommun",)), Party("civil", "Föreningen", ())),
    facts=(Fact("Avser", ("2025-01-01 till 2025-12-31",)),),
    says="Föreningen fick 950 000 kr och använde 940 000 kr.",
    received=(pdf.Received("2025-01-31", "Betalning enligt planen", "950 000 kr"),),
    received_sum="950 000 kr",
    costs=(pdf.Cost("Löner", "900 000 kr", "900 000 kr", "24 verifikat"), pdf.Cost("Annat", "", "40 000 kr", "")),
    cost_sum="940 000 kr",
    left="10 000 kr är kvar.",
    own=(pdf.Own("Volontärers timmar", "1 200 timmar", ""),),
    answers=(pdf.Words("Hur anslaget har använts", ("Till löner.", "Till mat.")),),
    signed="Undertecknad för Föreningen av Bo Ek 2026-03-05.",
    seal="5e" * 32,
    words=WORDS,
)


def text_of(document: pdf.StatementDocument) -> str:
    reader = PdfReader(io.BytesIO(pdf.statement_pdf(document, DAY)))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_everything_that_is_given_stands_in_it() -> None:
    text = text_of(DOCUMENT)
    for said in (
        "Redogörelse 2025", "Lanterna", "950 000 kr", "24 verifikat", "10 000 kr är kvar", "1 200 timmar",
        "Hur anslaget har använts", "Till mat.", "Undertecknad för Föreningen", "5e5e", "Parterna är påhittade",
    ):  # fmt: skip
        assert said in text, said


def test_a_draft_has_neither_signature_nor_seal() -> None:
    text = text_of(replace(DOCUMENT, signed="", seal=""))
    assert "Signature" not in text
    assert "Seal" not in text


def test_nothing_received_is_said_in_words() -> None:
    assert "Received_none" in text_of(replace(DOCUMENT, received=()))


def test_it_is_to_be_kept_and_to_be_read_by_everybody() -> None:
    made = pdf.statement_pdf(DOCUMENT, DAY)
    assert b"pdfaid" in made
    assert b"pdfuaid" in made
    assert made == pdf.statement_pdf(DOCUMENT, DAY)


def test_a_missing_word_is_told_before_it_is_set() -> None:
    with pytest.raises(KeyError, match="page"):
        pdf.statement_pdf(replace(DOCUMENT, words={}), DAY)
