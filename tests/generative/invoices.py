"""Invoices that nothing is wrong with, of all kinds: what a person could have typed and been allowed to send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume
from hypothesis import strategies as st
from stdnum import luhn

from samsyn.exchange.invoices import (
    RATES,
    UNITS,
    Endpoint,
    Giro,
    InvoiceDocument,
    Line,
    TaxCase,
    Trader,
    credit_of,
    faults,
    refuses,
)
from samsyn.rules.quantities import Amount, DateRange

WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and not refuses(text)
)
MAYBE = st.just("") | WORDS
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@st.composite
def org_numbers(draw: st.DrawFn) -> str:
    """Those of legal persons: the third digit is at least two."""
    stem = draw(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True).filter(str.isascii))
    return stem + str(luhn.calc_check_digit(stem))


@st.composite
def traders(draw: st.DrawFn, vat: bool) -> Trader:
    number = draw(org_numbers())
    return Trader(
        name=draw(WORDS),
        org_number=number,
        address=tuple(draw(st.lists(WORDS, max_size=3))),
        postcode="123 45",
        city=draw(WORDS),
        endpoint=draw(st.sampled_from([Endpoint("0007", number), Endpoint("0088", "7300009000005")])),
        vat_number=f"SE{number}01" if vat and draw(st.booleans()) else None,
        f_tax=draw(st.booleans()),
    )


@st.composite
def lines(draw: st.DrawFn, number: int) -> Line:
    quantity = draw(st.decimals(Decimal(-9), Decimal(999), places=draw(st.integers(0, 3))))
    price = Amount(draw(st.integers(0, 9_999_999_99)))
    line = Line(str(number), draw(WORDS), quantity, draw(st.sampled_from(sorted(UNITS))), price, price, draw(MAYBE))
    return replace(line, amount=line.multiplied)


CASES = st.one_of(
    st.builds(TaxCase.outside, WORDS),
    st.builds(TaxCase.exempt, WORDS),
    st.builds(TaxCase.taxed, st.sampled_from(RATES)),
)
GIROS = st.one_of(
    st.builds(Giro, st.just("bankgiro"), st.from_regex(r"\A[0-9]{7,8}\Z").filter(str.isascii)),
    st.builds(Giro, st.just("plusgiro"), st.from_regex(r"\A[0-9]{2,8}\Z").filter(str.isascii)),
)


@st.composite
def invoices(draw: st.DrawFn) -> InvoiceDocument:
    tax, issued, start = draw(CASES), draw(DAYS), draw(DAYS)
    vat = tax.case != "outside"
    made = InvoiceDocument(
        number=draw(WORDS),
        kind="invoice",
        issued=issued,
        due=issued + timedelta(draw(st.integers(0, 90))),
        period=DateRange(start, start + timedelta(draw(st.integers(1, 366)))),
        seller=draw(traders(vat)),
        buyer=draw(traders(vat)),
        tax=tax,
        lines=tuple(draw(lines(number)) for number in range(1, draw(st.integers(1, 4)) + 1)),
        giro=draw(GIROS),
        buyer_reference=draw(MAYBE),
        order_reference=draw(WORDS),
        contract_reference=draw(MAYBE),
        recurring=draw(MAYBE),
        payment_reference=draw(MAYBE),
        terms=draw(MAYBE),
        note=draw(MAYBE),
    )
    assume(not faults(made))
    return replace(made, already_paid=Amount(draw(st.integers(0, made.total.ore))))


def credit_notes() -> st.SearchStrategy[InvoiceDocument]:
    return invoices().map(lambda made: credit_of(made, f"{made.number}-K", made.issued, "Dras av från fakturan."))
