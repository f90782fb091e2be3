"""Invoices: what has no fault has no failure, whatever is on it; and credit after invoice is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from samsyn.exchange.invoices import InvoiceDocument, credit_of, faults, judge, peppol_xml, refuses
from samsyn.exchange.invoices.examples import invoice
from samsyn.rules.quantities import Amount
from tests.generative.invoices import credit_notes, invoices

judged = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
often = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@judged
@given(invoices() | credit_notes())
def test_what_has_no_fault_gets_no_failure_and_no_warning(document: InvoiceDocument) -> None:
    assert faults(document) == []
    assert judge(peppol_xml(document)).failures == ()


@often
@given(invoices())
def test_a_credit_note_after_its_invoice_is_nothing(document: InvoiceDocument) -> None:
    credit = credit_of(document, f"{document.number}-K", document.issued, "Dras av från fakturan.")
    assert document.signed_total + credit.signed_total == Amount(0)
    assert peppol_xml(document) == peppol_xml(replace(document))


@often
@given(st.text())
def test_any_text_is_either_a_fault_or_can_be_written(text: str) -> None:
    said = replace(invoice(), note=text, seller=replace(invoice().seller, city=text, address=(text,)))
    if not faults(said):
        assert peppol_xml(said)


BORN = st.dates(date(1900, 1, 1), date(2035, 12, 31))


@often
@given(BORN, st.integers(0, 999), st.sampled_from(["", "-", "+", " ", "–"]), st.booleans(), st.booleans())
def test_every_personnummer_is_refused_however_it_is_written(
    born: date, serial: int, sign: str, century: bool, coordination: bool
) -> None:
    day = f"{born:%y%m}{born.day + 60 * coordination:02}"
    check = luhn.calc_check_digit(f"{day}{serial:03}")
    assert refuses(f"Resa {str(born.year)[:2] if century else ''}{day}{sign}{serial:03}{check}, tur och retur")
