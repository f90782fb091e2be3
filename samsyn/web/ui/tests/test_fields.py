"""Dates, times and amounts as people type them."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from samsyn.web.ui.fields import AmountField, CivilDateField, QuantityField, TimeField


@pytest.mark.parametrize("typed", ["2026-11-20", "20261120", " 2026-11-20 ", "20/11 2026", "20.11.2026", "20/11/2026"])
def test_a_date_is_understood_however_it_is_typed(typed: str) -> None:
    assert CivilDateField().clean(typed) == date(2026, 11, 20)


@pytest.mark.parametrize("typed", ["2026-02-30", "20 nov", "26-11-20", "2026-13-01", "i morgon"])
def test_what_is_no_date_is_sent_back_with_what_to_write(typed: str) -> None:
    with translation.override("sv"), pytest.raises(ValidationError, match="2026-11-20") as raised:
        CivilDateField().clean(typed)
    assert typed in raised.value.messages[0]


@pytest.mark.parametrize("typed", ["8.30", "08:30", "0830", "kl. 8.30", " kl 8:30 "])
def test_a_time_is_understood_however_it_is_typed(typed: str) -> None:
    assert TimeField().clean(typed) == time(8, 30)


@pytest.mark.parametrize("typed", ["25.00", "8.60", "halv nio", "k8", "٨"])
def test_what_is_no_time_is_sent_back_with_what_to_write(typed: str) -> None:
    with translation.override("sv"), pytest.raises(ValidationError, match=r"14\.00"):
        TimeField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        ("1 926 637", 1_926_637_00),
        ("1\N{NO-BREAK SPACE}926\N{NARROW NO-BREAK SPACE}637 kr", 1_926_637_00),
        ("812,50", 812_50),
        ("812.5", 812_50),
        ("0", 0),
    ],
)
def test_an_amount_becomes_oren(typed: str, ore: int) -> None:
    assert AmountField().clean(typed) == ore


@pytest.mark.parametrize("typed", ["1,9 miljoner", "12,345", "kr", "1e5", "١٢"])
def test_what_is_no_amount_is_sent_back_with_what_to_write(typed: str) -> None:
    with translation.override("sv"), pytest.raises(ValidationError, match="komma före ören"):
        AmountField().clean(typed)


def test_a_negative_amount_needs_to_be_allowed() -> None:
    with pytest.raises(ValidationError):
        AmountField().clean("-5")
    assert AmountField(may_be_negative=True).clean("−5") == -5_00


def test_an_amount_in_a_form_is_shown_as_it_is_written() -> None:
    assert AmountField().prepare_value(81_250_00) == "81\N{NO-BREAK SPACE}250"
    assert AmountField().prepare_value("typed by someone") == "typed by someone"


@pytest.mark.parametrize(("typed", "number"), [("12,5", "12.5"), ("1 234.25", "1234.25"), ("7", "7")])
def test_a_quantity_is_read_as_it_is_written(typed: str, number: str) -> None:
    assert QuantityField().clean(typed) == Decimal(number)
    assert QuantityField().prepare_value(Decimal("1234.50")) == "1\N{NO-BREAK SPACE}234,5"


@pytest.mark.parametrize("typed", ["0", "1,234", "-3", "1e5", "123456789", "NaN"])
def test_what_is_no_quantity_is_sent_back(typed: str) -> None:
    with pytest.raises(ValidationError):
        QuantityField().clean(typed)


def test_an_amount_larger_than_any_agreement_is_asked_about_once_for_all_forms() -> None:
    assert AmountField().clean("100 000 000 000") == 10**13
    with pytest.raises(ValidationError, match="för stort"):
        AmountField().clean("100 000 000 000,01")
    with pytest.raises(ValidationError, match="för stort"):
        AmountField(may_be_negative=True).clean("-100 000 000 001")
