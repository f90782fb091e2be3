"""Every reading of «PKV för föregående år» gives its own sum, counted by hand from a table that was published.

The figures are those of the table of 2017-09-28 (2015 2,4 %, 2016 2,7 %, 2017 2,8 %, 2018 3 %): no later ones are known
to us. So the agreements are moved nine years back, with every date and year in them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from samsyn.rules.money import EMPTY, IndexFigure, IndexRegister, IndexTable, amount_of_year
from samsyn.rules.obligations import duties_of
from samsyn.rules.quantities import Amount, Percent
from samsyn.rules.reading import files_in, read_files
from samsyn.rules.reading.twin import make_twin
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import with_alternative

ROOT = Path(__file__).parents[2]
MOVED = b'id = "moved"\nname = "Flyttad"\ntitle = "Flyttad"\nshift_years = -9\n[party]\n'
PERCENT = {2015: "2.4", 2016: "2.7", 2017: "2.8", 2018: "3.0"}
PUBLISHED = IndexTable(
    "PKV", date(2017, 9, 28), {year: IndexFigure(Percent(Decimal(text)), "forecast") for year, text in PERCENT.items()},
    "SKL:s tabell 2017-09-28",
)  # fmt: skip
OUTCOME = IndexTable("PKV", date(2018, 10, 1), {2017: IndexFigure(Percent(Decimal("2.9")), "outcome")}, "påhittad")
TABLE = IndexRegister((PUBLISHED,))

DAY_CENTRE, YOUTH = "helsingborg-hemlosas-hus", "helsingborg-kvallsexpeditionen"


@cache
def moved(folder: str) -> Agreement:
    return read_files(make_twin(files_in(ROOT / "agreements" / folder), MOVED)).agreement


def of_year(terms: Agreement, year: int, register: IndexRegister = TABLE) -> str:
    return str(amount_of_year(terms, terms.funding["ersattning"], year, register)).replace("\u00a0", " ")


def test_the_chosen_reading_is_the_year_before_on_last_year_s_sum_in_whole_kronor() -> None:
    """4 500 000 · 1,028 = 4 626 000, and 4 626 000 · 1,03 = 4 764 780. 1 000 000 · 1,028 · 1,03 = 1 058 840."""
    assert [of_year(moved(DAY_CENTRE), year) for year in (2017, 2018, 2019)] == [
        "4 500 000 kr", "4 626 000 kr", "4 764 780 kr",
    ]  # fmt: skip
    assert of_year(moved(YOUTH), 2019) == "1 058 840 kr"


@pytest.mark.parametrize(
    ("assumption", "reading", "year", "says"),
    [
        ("pkv-ar", "tva-ar-fore", 2018, "4 621 500 kr"),  # 4 500 000 · 1,027
        ("pkv-ar", "samma-ar", 2018, "4 635 000 kr"),  # 4 500 000 · 1,03
        ("pkv-tabell", "oktober", 2018, "awaits PKV 2017"),  # the table is of September
        ("pkv-tabell", "valfri", 2018, "4 626 000 kr"),  # there is only one to choose
        ("pkv-bas", "grundbelopp", 2019, "4 761 000 kr"),  # 4 500 000 · (1 + 0,028 + 0,03)
        ("pkv-avrundning", "hundratal", 2019, "4 764 800 kr"),
        ("pkv-efterjustering", "rattas", 2018, "4 626 000 kr"),  # no outcome yet
    ],
)
def test_another_reading_gives_another_sum(assumption: str, reading: str, year: int, says: str) -> None:
    assert of_year(with_alternative(moved(DAY_CENTRE), assumption, reading), year) == says


def test_where_several_tables_differ_the_choice_is_awaited_and_an_outcome_corrects_only_where_agreed() -> None:
    """With a table of 2018-10-01 that says 2,9 %: 4 500 000 · 1,029 = 4 630 500."""
    both = IndexRegister((PUBLISHED, OUTCOME))
    assert of_year(moved(DAY_CENTRE), 2018, both) == "4 626 000 kr"
    assert of_year(with_alternative(moved(DAY_CENTRE), "pkv-efterjustering", "rattas"), 2018, both) == "4 630 500 kr"
    october = IndexRegister((PUBLISHED, IndexTable("PKV", date(2017, 10, 1), OUTCOME.figures, "påhittad")))
    chosen = with_alternative(moved(DAY_CENTRE), "pkv-tabell", "valfri")
    assert of_year(chosen, 2018, october) == "awaits val av tabell för PKV 2017"


def test_a_million_that_is_uplifted_from_the_first_day_is_uplifted_with_the_year_before_it() -> None:
    """«Med start år 2026» as an uplift on the first day: 1 000 000 · 1,027 = 1 027 000, had the table been out."""
    early = IndexRegister((IndexTable("PKV", date(2016, 9, 28), PUBLISHED.figures, "påhittad dag"),))
    first = with_alternative(moved(YOUTH), "pkv-start", "redan-2026")
    assert of_year(moved(YOUTH), 2017, early) == "1 000 000 kr"
    assert of_year(first, 2017, early) == "1 027 000 kr"


def test_the_quarters_of_a_year_are_fourths_of_the_uplifted_sum_and_wait_for_the_same_figure() -> None:
    """4 626 000 / 4 = 1 156 500."""
    for register, amount in ((TABLE, Amount.kronor(1_156_500)), (EMPTY, None)):
        found = duties_of(moved(DAY_CENTRE), index=register)
        assert {each.amount for each in found if each.kind == "invoice" and each.window.start.year == 2018} == {amount}
