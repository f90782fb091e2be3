"""An invoice on paper: the same as in the file, in both kinds and all tax cases, and it keeps the standards."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from samsyn.exchange.invoices import Failure, Giro, InvoiceDocument, Judgement, Line, RuleSet, TaxCase
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, credit_note, invoice
from samsyn.exchange.pdf.invoice import SWEDISH, InvoiceSays, invoice_pdf, judged_lines
from samsyn.exchange.pdf.parts import Notice, Tag
from samsyn.rules.quantities import Amount

DAY = date(2026, 1, 2)
STUCK = "\N{NO-BREAK SPACE}"
SAYS = InvoiceSays(
    partnership="Lanterna",
    made="Framställd 2026-01-02.",
    notices=(Notice("Demodata", ("Parterna är påhittade.",)),),
    tags={"1": Tag(f"§{STUCK}6"), "2": Tag(f"§{STUCK}6.1", assumed=True)},
    behind={"1": "14 verifikationer"},
    judged=("Prövad mot reglerna.",),
    seal="5e" * 32,
)


def read(document: InvoiceDocument, says: InvoiceSays = SAYS) -> PdfReader:
    return PdfReader(io.BytesIO(invoice_pdf(document, DAY, says)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages).replace(STUCK, " ")


@pytest.mark.parametrize("document", [invoice(OUTSIDE), invoice(EXEMPT), invoice(TAXED), credit_note()])
def test_it_is_pdf_a_and_pdf_ua_in_one(document: InvoiceDocument) -> None:
    root: Any = read(document).trailer["/Root"].get_object()
    metadata = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert root["/Lang"] == "sv"


def test_everything_on_the_invoice_is_on_the_paper() -> None:
    said = replace(invoice(), order_reference="4711", recurring="STÅENDE-7", note="En anteckning.", terms="Netto.")
    found = text_of(read(said))
    for words in (
        "Faktura 2026-1", "Lanterna", "Parterna är påhittade.", "Föreningen Exempel", "Exempelstads kommun", "Box 1",
        "123 45 Exempelstad", "000000-1016", "0007:0000001008", "481 659,25 kr att betala senast 2026-02-01",
        "2026-01-01 – 2026-03-31", "EX123456", "4711", "SN 2026/12", "STÅENDE-7", "0000-0018", "20261", "Netto.",
        "En anteckning.", "§ 6", "§ 6.1", "Personal, första kvartalet", "Lön", "14 verifikationer", "3 mån",
        "145 000 kr", "435 000 kr", "1 st", "46 659,25 kr",
        "Utanför momsens område: Bidrag enligt partnerskap, ingen ersättning för en tjänst", "Prövad mot reglerna.",
        "5e" * 32,
    ):  # fmt: skip
        assert words in found, words


def test_with_vat_the_sums_are_shown_step_by_step() -> None:
    found = text_of(read(replace(invoice(TAXED), already_paid=Amount(100_000_00))))
    for words in (
        "Summa utan moms 481 659,25 kr", "Moms 25 % 120 414,81 kr", "Summa 602 074,06 kr", "Redan betalt −100 000 kr",
        "Att betala 502 074,06 kr", "Momsregistreringsnummer SE000000101601", "Godkänd för F-skatt",
    ):  # fmt: skip
        assert words in found, words
    assert "Utanför" not in found


def test_f_skatt_is_the_seller_s_only() -> None:
    both = invoice(TAXED)
    found = text_of(
        read(replace(both, buyer=replace(both.buyer, f_tax=True), seller=replace(both.seller, f_tax=False)))
    )
    assert "F-skatt" not in found


def test_a_credit_note_says_what_it_credits() -> None:
    found = text_of(read(credit_note(TaxCase.exempt("Omsorg"))))
    for words in (
        "Kreditfaktura 2026-2", "481 659,25 kr krediteras", "Krediterar 2026-1 av den 2026-01-02",
        "Dras av från faktura 2026-1.", "Undantagen från moms: Omsorg",
    ):  # fmt: skip
        assert words in found, words
    assert "att betala" not in found


def test_a_plusgiro_is_written_with_its_last_digit_apart() -> None:
    assert "12345-6" in text_of(read(replace(invoice(), giro=Giro("plusgiro", "123456"))))


def test_many_lines_go_over_pages_and_none_is_lost() -> None:
    many = tuple(
        Line(f"{number}", f"Rad nummer {number}", Decimal("-0.5"), "HUR", Amount(1_00), Amount(-50))
        for number in range(120)
    )
    reader = read(replace(invoice(), lines=many), replace(SAYS, behind={}))
    assert len(reader.pages) > 2
    assert all(f"Rad nummer {number} −0,5 tim 1 kr −0,50 kr" in text_of(reader) for number in range(120))
    assert all("À-pris" in page.extract_text() for page in reader.pages[:-1])


def test_words_are_never_taken_for_markup() -> None:
    sharp = "#panic[nej] $x$ *stjärna* _under_ \\ <etikett> @hänvisning // kommentar"
    assert sharp in text_of(read(replace(invoice(), note=sharp)))


def test_the_same_values_give_the_same_bytes() -> None:
    assert invoice_pdf(invoice(), DAY, SAYS) == invoice_pdf(replace(invoice()), DAY, replace(SAYS))


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="to_pay"):
        read(invoice(), replace(SAYS, words={key: SWEDISH[key] for key in SWEDISH if key != "to_pay"}))


def test_who_judged_is_said_in_words() -> None:
    rules = (RuleSet("A.xsl", "2026-01-01", "ab" * 32, "paket 1"), RuleSet("B.xsl", "", "cd" * 32, "/regler"))
    assert judged_lines(Judgement(rules, ())) == (
        "Fakturafilen (Peppol BIS Billing 3.0) är prövad utan anmärkning mot A.xsl (2026-01-01, paket 1), "
        "B.xsl (cdcdcdcdcdcd, /regler).",
    )
    warned = Judgement(rules[:1], (Failure("SE-R-008", "warning", "Bara siffror.", "/Invoice"),))
    assert judged_lines(warned)[0].startswith("Fakturafilen (Peppol BIS Billing 3.0) är prövad med 1 anmärkning mot")
    assert judged_lines(warned)[1] == "SE-R-008: Bara siffror."
