"""What holds however an invoice is written

Some rules nobody can break, because of how the XML is put together. The paths are given without their namespaces.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from samsyn.exchange.invoices import Giro, InvoiceDocument, TaxCase, peppol_xml
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, credit_note, invoice
from samsyn.rules.quantities import Amount


def read(document: InvoiceDocument, path: str) -> list[str]:
    """What stands at a path: «BuyerReference», «OrderReference/ID»."""
    steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
    return [each.text for each in etree.fromstring(peppol_xml(document)).xpath(f"//{steps}")]


def test_profile_and_specification_are_those_of_peppol_bis_billing_3() -> None:
    """R001, R004 and R007."""
    assert read(invoice(), "ProfileID") == ["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"]
    assert read(invoice(), "CustomizationID") == [
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
    ]


def test_an_invoice_has_type_380_and_a_credit_note_381() -> None:
    assert read(invoice(), "InvoiceTypeCode") == ["380"]
    assert read(credit_note(), "CreditNoteTypeCode") == ["381"]


def test_no_element_is_empty() -> None:
    """R008. What is not said is not written."""
    said = replace(invoice(), buyer_reference="", order_reference="4711", contract_reference=" ", payment_reference="")
    root = etree.fromstring(peppol_xml(said))
    assert [each.tag for each in root.iter() if not len(each) and not (each.text or "").strip()] == []
    assert read(said, "BuyerReference") == read(said, "ContractDocumentReference") == []


def test_the_references_stand_in_their_fields() -> None:
    """The standing invoice by type code 130; the agreement's number is the contract's."""
    said = replace(invoice(), order_reference="4711", recurring="STÅENDE-7", note="En enda anteckning.")
    assert read(said, "BuyerReference") == ["EX123456"]
    assert read(said, "OrderReference/ID") == ["4711"]
    assert read(said, "ContractDocumentReference/ID") == ["SN 2026/12"]
    assert read(said, "AdditionalDocumentReference/ID") == ["STÅENDE-7"]
    assert read(said, "AdditionalDocumentReference/DocumentTypeCode") == ["130"]
    assert read(said, "Note") == ["En enda anteckning."]


def test_the_period_is_written_with_its_last_day() -> None:
    """The first quarter, 1 January to 31 March."""
    assert read(invoice(), "InvoicePeriod/StartDate") == ["2026-01-01"]
    assert read(invoice(), "InvoicePeriod/EndDate") == ["2026-03-31"]


@pytest.mark.parametrize(
    ("giro", "branch"), [(Giro("bankgiro", "00000018"), "SE:BANKGIRO"), (Giro("plusgiro", "18"), "SE:PLUSGIRO")]
)
def test_a_giro_is_paid_to_by_code_30_and_its_branch(giro: Giro, branch: str) -> None:
    """SE-R-011 and SE-R-012."""
    said = replace(invoice(), giro=giro)
    assert read(said, "PaymentMeansCode") == ["30"]
    assert read(said, "PayeeFinancialAccount/ID") == [giro.number]
    assert read(said, "FinancialInstitutionBranch/ID") == [branch]


@pytest.mark.parametrize(("tax", "letter", "rates"), [(OUTSIDE, "O", []), (EXEMPT, "E", ["0"]), (TAXED, "S", ["25"])])
def test_one_category_for_the_whole_invoice_and_no_rate_outside_vat(
    tax: TaxCase, letter: str, rates: list[str]
) -> None:
    """R053 and BR-O-11: one sum of VAT with one part, and every line of the same category. BR-O-05: no rate on O."""
    said = invoice(tax)
    assert read(said, "TaxSubtotal/TaxCategory/ID") == [letter]
    assert read(said, "ClassifiedTaxCategory/ID") == [letter] * 2
    assert read(said, "Percent") == rates * 3


def test_outside_vat_no_vat_number_is_written() -> None:
    """BR-O-02, even if one were known."""
    assert read(replace(invoice(TAXED), tax=OUTSIDE), "PartyTaxScheme/CompanyID") == ["Godkänd för F-skatt"]


def test_f_skatt_is_said_of_the_seller_and_only_when_it_is_so() -> None:
    """SE-R-005."""
    assert read(invoice(), "PartyTaxScheme/CompanyID") == []
    assert read(invoice(TAXED), "PartyTaxScheme/CompanyID") == [
        "SE000000101601",
        "Godkänd för F-skatt",
        "SE000000100801",
    ]


def test_vat_is_reckoned_once_on_the_sum() -> None:
    """435 000 + 46 659,25 = 481 659,25 kr; × 25 % = 120 414,8125 → 120 414,81; together 602 074,06 kr."""
    said = invoice(TAXED)
    assert read(said, "LegalMonetaryTotal/LineExtensionAmount") == ["481659.25"]
    assert read(said, "TaxTotal/TaxAmount") == ["120414.81"]
    assert read(said, "TaxInclusiveAmount") == read(said, "PayableAmount") == ["602074.06"]


def test_vat_is_rounded_to_the_nearest_ore() -> None:
    """481 659,27 kr × 25 % = 120 414,8175 → 120 414,82 kr."""
    first, second = invoice(TAXED).lines
    said = replace(invoice(TAXED), lines=(first, replace(second, amount=second.amount + Amount(2))))
    assert read(said, "TaxTotal/TaxAmount") == ["120414.82"]


def test_what_is_already_paid_is_taken_from_what_is_to_be_paid() -> None:
    said = replace(invoice(), already_paid=Amount(81_659_25))
    assert (read(said, "PrepaidAmount"), read(said, "PayableAmount")) == (["81659.25"], ["400000.00"])


def test_everything_is_in_swedish_kronor() -> None:
    """R051."""
    root = etree.fromstring(peppol_xml(invoice(TAXED)))
    assert {each.get("currencyID") for each in root.iter() if each.get("currencyID")} == {"SEK"}


def test_the_cost_line_of_the_agreement_follows_each_line() -> None:
    assert read(invoice(), "AdditionalItemProperty/Name") == ["Kostnadsslag"] * 2
    assert read(invoice(), "AdditionalItemProperty/Value") == ["Lön", "Lokaler"]


def test_the_country_is_a_code() -> None:
    assert read(invoice(), "Country/IdentificationCode") == ["SE"] * 2


def test_the_same_invoice_gives_the_same_bytes() -> None:
    assert peppol_xml(invoice()) == peppol_xml(invoice())


@pytest.mark.parametrize("tax", [OUTSIDE, EXEMPT, TAXED], ids=lambda tax: tax.case)
def test_a_credit_note_after_its_invoice_sums_to_zero(tax: TaxCase) -> None:
    assert invoice(tax).signed_total + credit_note(tax).signed_total == Amount(0)
    assert read(credit_note(tax), "InvoiceDocumentReference/ID") == ["2026-1"]
    assert read(credit_note(tax), "PayableAmount") == read(invoice(tax), "PayableAmount")
