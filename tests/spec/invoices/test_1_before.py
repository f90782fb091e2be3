"""What is said before an invoice is written

Each fault names its rule and the field where it is mended. The rules are those of EN 16931 (BR-…) and of Peppol BIS
Billing 3.0 with the Swedish ones (PEPPOL-…, SE-R-…); SAMSYN is what only Samsyn asks for. The invoice that every
example begins with has nothing wrong: a quarter in advance, outside the scope of VAT, between invented parties.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samsyn.exchange.invoices import Endpoint, Giro, InvoiceDocument, Preceding, TaxCase, faults
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, credit_note, invoice
from samsyn.rules.quantities import Amount


def wrong(document: InvoiceDocument) -> list[tuple[str, str]]:
    return [(fault.rule, fault.field) for fault in faults(document)]


def seller(document: InvoiceDocument, **changed: Any) -> InvoiceDocument:
    return replace(document, seller=replace(document.seller, **changed))


def buyer(document: InvoiceDocument, **changed: Any) -> InvoiceDocument:
    return replace(document, buyer=replace(document.buyer, **changed))


def line(document: InvoiceDocument, **changed: Any) -> InvoiceDocument:
    """The same with its second line changed."""
    return replace(document, lines=(document.lines[0], replace(document.lines[1], **changed)))


@pytest.mark.parametrize("tax", [OUTSIDE, EXEMPT, TAXED], ids=lambda tax: tax.case)
def test_in_all_three_tax_cases_an_invoice_and_its_credit_note_may_be_without_fault(tax: TaxCase) -> None:
    assert wrong(invoice(tax)) == wrong(credit_note(tax)) == []


@pytest.mark.parametrize(
    ("number", "rule"), [("000000-1016", "SE-R-003"), ("000000101", "SE-R-004"), ("0000001017", "SE-R-013")]
)
def test_an_organisation_number_has_ten_digits_no_hyphen_and_the_right_check_digit(number: str, rule: str) -> None:
    assert wrong(seller(invoice(), org_number=number)) == [(rule, "seller.org_number")]
    assert wrong(buyer(invoice(), org_number=number)) == [(rule, "buyer.org_number")]


def test_an_organisation_number_that_is_a_person_s_is_refused() -> None:
    """811228-9874 is a number that texts use as their example of a personnummer."""
    assert wrong(seller(invoice(), org_number="8112289874")) == [("SAMSYN", "seller.org_number")]


@pytest.mark.parametrize(("number", "rule"), [("SE00000010161", "SE-R-001"), ("SEX00000101601", "SE-R-002")])
def test_a_vat_number_if_there_is_one_is_se_and_twelve_digits(number: str, rule: str) -> None:
    assert wrong(seller(invoice(TAXED), vat_number=number)) == [(rule, "seller.vat_number")]


@pytest.mark.parametrize("rate", [25, 12, 6])
def test_what_is_taxed_is_taxed_by_25_12_or_6_per_cent(rate: int) -> None:
    assert wrong(replace(invoice(TAXED), tax=TaxCase.taxed(rate))) == []
    assert wrong(replace(invoice(TAXED), tax=TaxCase.taxed(rate + 1))) == [("SE-R-006", "tax.rate")]


def test_what_is_taxed_needs_a_vat_number_or_f_skatt() -> None:
    bare = seller(invoice(TAXED), vat_number=None, f_tax=False)
    assert wrong(bare) == [("BR-S-02", "seller.vat_number")]
    assert wrong(replace(bare, seller=replace(bare.seller, f_tax=True))) == []


def test_who_has_neither_vat_number_nor_f_skatt_cannot_send_an_exempt_invoice() -> None:
    bare = seller(invoice(EXEMPT), vat_number=None, f_tax=False)
    assert wrong(bare) == [("BR-E-02", "tax")]
    assert wrong(replace(bare, tax=OUTSIDE, buyer=replace(bare.buyer, vat_number=None))) == []


def test_outside_the_scope_of_vat_neither_party_s_vat_number_may_stand() -> None:
    assert wrong(replace(invoice(TAXED), tax=OUTSIDE)) == [
        ("BR-O-02", "seller.vat_number"),
        ("BR-O-02", "buyer.vat_number"),
    ]


@pytest.mark.parametrize(("tax", "rule"), [(OUTSIDE, "BR-O-10"), (EXEMPT, "BR-E-10")], ids=lambda each: str(each))
def test_an_invoice_without_vat_says_why(tax: TaxCase, rule: str) -> None:
    assert wrong(replace(invoice(tax), tax=replace(tax, reason=" "))) == [(rule, "tax.reason")]


def test_an_invoice_without_vat_has_no_rate_and_one_with_vat_no_reason() -> None:
    assert wrong(replace(invoice(), tax=replace(OUTSIDE, rate=Decimal(0)))) == [("BR-O-05", "tax.rate")]
    assert wrong(replace(invoice(TAXED), tax=replace(TAXED, reason="Omsorg"))) == [("BR-S-10", "tax.reason")]


def test_the_buyer_s_reference_or_an_order_number_must_be_there() -> None:
    assert wrong(replace(invoice(), buyer_reference=" ")) == [("PEPPOL-EN16931-R003", "buyer_reference")]
    assert wrong(replace(invoice(), buyer_reference="", order_reference="4711")) == []


def test_both_have_an_address_in_peppol() -> None:
    assert wrong(seller(invoice(), endpoint=None)) == [("PEPPOL-EN16931-R020", "seller.endpoint")]
    assert wrong(buyer(invoice(), endpoint=None)) == [("PEPPOL-EN16931-R010", "buyer.endpoint")]


@pytest.mark.parametrize(
    ("scheme", "address", "rule"),
    [
        ("0007", "0000001017", "PEPPOL-COMMON-R049"),
        ("0088", "7300009000000", "PEPPOL-COMMON-R040"),
        ("9955", "SE000000101601", "PEPPOL-EN16931-CL008"),
    ],
)
def test_that_address_is_an_organisation_number_or_a_gln_with_the_right_check_digit(
    scheme: str, address: str, rule: str
) -> None:
    assert wrong(buyer(invoice(), endpoint=Endpoint(scheme, address))) == [(rule, "buyer.endpoint")]
    assert wrong(buyer(invoice(), endpoint=Endpoint("0088", "7300009000005"))) == []


@pytest.mark.parametrize(
    ("giro", "rule"),
    [
        (Giro("bankgiro", "5050-1055"), "SE-R-008"),
        (Giro("bankgiro", "505010"), "SE-R-009"),
        (Giro("plusgiro", "12345-6"), "SE-R-007"),
        (Giro("plusgiro", "123456789"), "SE-R-010"),
    ],
    ids=lambda each: str(each),
)
def test_bankgiro_has_seven_or_eight_digits_and_plusgiro_two_to_eight(giro: Giro, rule: str) -> None:
    """No hyphen. The rules only warn of it; here it is mended."""
    assert wrong(replace(invoice(), giro=giro)) == [(rule, "giro")]


def test_what_is_to_be_paid_has_somewhere_to_be_paid() -> None:
    assert wrong(replace(invoice(), giro=None)) == [("SAMSYN", "giro")]


def test_what_is_to_be_paid_has_a_day_or_terms_in_words() -> None:
    assert wrong(replace(invoice(), due=None)) == [("BR-CO-25", "due")]
    assert wrong(replace(invoice(), due=None, terms="Betalas när ni har tagit emot rapporten.")) == []


def test_an_invoice_is_not_due_before_its_own_day() -> None:
    assert wrong(replace(invoice(), due=date(2026, 1, 1))) == [("SAMSYN", "due")]


def test_a_line_is_quantity_times_price_within_two_ore() -> None:
    """3 × 145 000 kr = 435 000 kr. Two öre off is let through, three are not."""
    assert wrong(line(invoice(), amount=Amount(46_659_25 + 2))) == []
    assert wrong(line(invoice(), amount=Amount(46_659_25 - 3))) == [("PEPPOL-EN16931-R120", "lines.2.amount")]


def test_a_price_is_never_below_zero_but_a_quantity_may_be() -> None:
    assert wrong(line(invoice(), quantity=Decimal(-1), price=Amount(100_00), amount=Amount(-100_00))) == []
    assert wrong(line(invoice(), price=Amount(-100_00), amount=Amount(-100_00))) == [("BR-27", "lines.2.price")]


def test_a_line_says_what_it_is_for_in_a_unit_that_is_known() -> None:
    assert wrong(line(invoice(), text="")) == [("BR-25", "lines.2.text")]
    assert wrong(line(invoice(), unit="kvartal")) == [("BR-CL-23", "lines.2.unit")]


def test_there_is_at_least_one_line_and_no_two_have_the_same_number() -> None:
    assert wrong(replace(invoice(), lines=())) == [("BR-16", "lines")]
    assert wrong(line(invoice(), id="1")) == [("SAMSYN", "lines")]


def test_a_sum_below_zero_is_a_credit_note_instead() -> None:
    alone = replace(invoice(), lines=invoice().lines[1:])
    less = replace(alone.lines[0], quantity=Decimal(-1), amount=-alone.lines[0].amount)
    assert wrong(replace(alone, lines=(less,))) == [("SAMSYN", "lines")]


def test_no_more_has_been_paid_than_the_invoice_is_for() -> None:
    assert wrong(replace(invoice(), already_paid=Amount(481_659_25))) == []
    assert wrong(replace(invoice(), already_paid=Amount(481_659_26))) == [("SAMSYN", "already_paid")]


def test_a_credit_note_names_the_invoice_and_what_becomes_of_the_money() -> None:
    assert wrong(replace(credit_note(), credits=None)) == [("BR-55", "credits")]
    assert wrong(replace(credit_note(), terms="")) == [("BR-CO-25", "terms")]
    later = Preceding("2026-1", date(2026, 1, 21))
    assert wrong(replace(credit_note(), credits=later)) == [("SAMSYN", "issued")]


def test_names_numbers_and_addresses_are_there() -> None:
    assert wrong(replace(invoice(), number="")) == [("BR-02", "number")]
    assert wrong(seller(invoice(), name="")) == [("BR-06", "seller.name")]
    assert wrong(buyer(invoice(), name="", postcode="", city="")) == [
        ("BR-07", "buyer.name"),
        ("SAMSYN", "buyer.postcode"),
        ("SAMSYN", "buyer.city"),
    ]
    assert wrong(buyer(invoice(), address=("a", "b", "c", "d"))) == [("SAMSYN", "buyer.address")]


@pytest.mark.parametrize(
    "text",
    ["811228-9874", "19811228-9874", "8112289874", "Resa 811228 9874.", "811288-9871", "811228+9874", "811228–9874"],
)
def test_no_personnummer_and_no_samordningsnummer_in_any_line_or_note(text: str) -> None:
    """A samordningsnummer has 60 added to its day: 811288-9871."""
    assert wrong(line(invoice(), text=text)) == [("SAMSYN", "lines.2.text")]
    assert wrong(replace(invoice(), note=text)) == [("SAMSYN", "note")]


@pytest.mark.parametrize(
    "text", ["846004-8716", "811228-9875", "811328-9873", "verifikation A 2026-01-31", "18112289874"]
)
def test_other_numbers_are_let_through(text: str) -> None:
    """An organisation number, a wrong check digit, a thirteenth month, a day, eleven digits."""
    assert wrong(line(invoice(), text=text)) == []


def test_signs_that_cannot_be_written_are_found() -> None:
    assert wrong(line(invoice(), text="Lokaler\x0b")) == [("SAMSYN", "lines.2.text")]
    assert wrong(seller(invoice(), city="Stad\ufffe")) == [("SAMSYN", "seller.city")]
