"""A report is kept as JSON, and comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.exchange.reports import (
    Cell,
    ChartDoc,
    ColumnDoc,
    Drawn,
    SectionDoc,
    TableDoc,
    from_plain,
    seal_of,
    to_plain,
)
from samsyn.exchange.reports.tests.example import TABLE, example


def test_a_report_comes_back_from_json_as_it_was() -> None:
    assert from_plain(json.loads(json.dumps(to_plain(example())))) == example()


@given(
    st.lists(
        st.one_of(
            st.integers(),
            st.builds(lambda part, whole: f"{part}/{whole}", st.integers(), st.integers(1)),
            st.sampled_from(("hidden", "not_measured", "missing")),
        ),
        min_size=1,
    )
)
def test_no_value_is_rounded_or_takes_another_state(values: list[int | str]) -> None:
    cells = [
        Cell(each) if isinstance(each, int) or "/" in each else Cell(state=each)  # type: ignore[arg-type]
        for each in values
    ]
    table = TableDoc("t", "T", (ColumnDoc("n", "N"),), tuple((each,) for each in cells))
    document = replace(example(), sections=(SectionDoc("a", "A", blocks=(table,)),))
    assert from_plain(json.loads(json.dumps(to_plain(document)))) == document


def test_the_seal_is_of_what_the_report_says_and_not_of_what_drew_it() -> None:
    report = example()
    assert seal_of(report) == report.seal
    assert seal_of(replace(report, drawn_by=(Drawn("Samsyn", "2"),), seal="")) == report.seal
    assert seal_of(replace(report, standing="Utkast")) != report.seal


@pytest.mark.parametrize(
    ("kind", "value"),
    [("number", "tolv"), ("number", "1,5"), ("share", 12), ("share", "3/0"), ("money", "7/2"), ("day", "2026-02-30")],
)
def test_a_value_that_is_not_of_its_kind_is_refused(kind: str, value: int | str) -> None:
    with pytest.raises(ValueError, match=r"is no|day is out of range"):
        TableDoc("t", "T", (ColumnDoc("n", "N", kind=kind),), ((Cell(value),),))  # type: ignore[arg-type]


def test_a_hidden_cell_cannot_hold_what_it_hides() -> None:
    with pytest.raises(ValueError, match="hidden things hold nothing"):
        Cell(3, "hidden")
    with pytest.raises(ValueError, match="hidden things hold nothing"):
        Cell()


def test_two_tables_of_one_key_and_a_picture_without_its_table_are_refused() -> None:
    chart = ChartDoc("c", "C", "split_bars", "s", "s", "<svg/>", "ingen")
    with pytest.raises(ValueError, match="used twice"):
        replace(example(), sections=(SectionDoc("a", "A", blocks=(TABLE, TABLE)),))
    with pytest.raises(ValueError, match="which is not there"):
        replace(example(), sections=(SectionDoc("a", "A", blocks=(chart,)),))
