"""The pages: the list, a figure by itself, its file, and what the taps became."""

from __future__ import annotations

import csv
import io

import pytest

from samsyn.web.access.fixtures import TODAY
from samsyn.web.indicators.periods import period_in
from samsyn.web.indicators.tests.conftest import House
from samsyn.web.organisations.roles import Role


def body(house: House, path: str, status: int = 200) -> str:
    answer = house.cast.client(house.ours, Role.STAFF).get(house.home + path)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_has_each_figure_with_its_sentence_and_what_is_missing(house: House) -> None:
    page = body(house, "?period=2026-h1")
    assert "59\N{NO-BREAK SPACE}besök" in page
    assert "Räknar besök som är räknade på plattan." in page
    assert "Målet i överenskommelsen är 500 besök om året." in page
    assert "mäts inte i Samsyn" in page


def test_a_figure_says_how_it_is_counted_by_hand(house: House) -> None:
    page = body(house, "of/natter/?period=2026-q1")
    assert "Ta fram nattställets listor över vem som kom för perioden." in page
    assert "Nätter efter kön" in page
    assert "Nätter, månad för månad" in page


def test_a_figure_that_is_another_s_is_not_there(house: House) -> None:
    body(house, "of/inget-sadant/", 404)
    client = house.cast.client(house.cast.municipality, Role.STEERING)
    assert client.get(house.home.replace(house.ours.slug, "kommunen", 1) + "of/besok/").status_code == 404


def test_the_file_has_a_line_for_each_value(house: House) -> None:
    rows = list(csv.DictReader(io.StringIO(body(house, "of/besok/figure.csv?period=2026-h1").removeprefix("\ufeff"))))
    assert [(each["key"], each["value"]) for each in rows] == [
        ("", "59"), ("woman", "28"), ("man", "0"), ("not_stated", "31"),
    ]  # fmt: skip
    assert "Nätter" in body(house, "figures.csv?period=2026-h1")


def test_whoever_counts_reads_what_the_taps_became(house: House) -> None:
    page = body(house, "became/")
    assert "hittills i mars" in page
    assert "inget är räknat" in page
    assert "59\N{NO-BREAK SPACE}besök" in page


@pytest.mark.parametrize(
    ("written", "period"),
    [("2026-03", "2026-03"), ("2026-q2", "2026-q2"), ("2027", "2027"), ("2035", "2026-h1"), ("2026-13", "2026-h1"),
     ("٢٠٢٦", "2026-h1"), ("", "2026-h1")],
)  # fmt: skip
def test_a_period_is_one_of_the_calendar_in_the_agreement_s_life(house: House, written: str, period: str) -> None:
    life = house.ground.laid.dossier.agreement.span
    assert str(period_in(written, TODAY, life)) == period
