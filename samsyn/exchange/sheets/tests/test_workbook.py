"""A workbook opens with the values that were given, and never reckons with what somebody wrote."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.exchange.sheets.workbook import Sheet, workbook_of
from samsyn.rules.quantities import Amount

DAY = date(2026, 3, 5)
SHEET = Sheet(
    "Kostnader",
    ("Rad", "Belopp", "Dag", "Antal"),
    [("Löner", Amount(175_139_250), DAY, 12), ("=SUM(A1)", None, None, Decimal("2.5"))],
    ("Summa", Amount(175_139_250), None, None),
    ("Redogörelse 2025",),
)


def parts_of(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_amounts_and_days_are_numbers_and_the_rest_is_text() -> None:
    parts = parts_of(workbook_of([SHEET], DAY, "Redogörelse"))
    page, strings = parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"]
    assert re.search(r'<c r="B4" s="\d+"><v>1751392\.5</v>', page)
    assert re.search(r'<c r="C4" s="\d+"><v>46086</v>', page), "2026-03-05"
    assert "Löner" in strings
    assert "=SUM(A1)" in strings
    assert "<f>" not in page


def test_the_same_values_and_day_give_the_same_bytes() -> None:
    assert workbook_of([SHEET], DAY) == workbook_of([SHEET], DAY)
    assert workbook_of([SHEET], DAY) != workbook_of([SHEET], date(2026, 3, 6))


def test_a_name_that_a_workbook_does_not_take_is_made_fit() -> None:
    parts = parts_of(workbook_of([Sheet("Kostnader: [hus/gård] " + "å" * 40, ("Rad",), [])], DAY))
    assert 'name="Kostnader   hus gård  ' in parts["xl/workbook.xml"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_text_stays_the_text_that_it_was(text: str) -> None:
    page = parts_of(workbook_of([Sheet("Ord", ("Ord",), [(text,)])], DAY))["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "hyperlink" not in page
