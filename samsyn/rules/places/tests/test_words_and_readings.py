"""What is said, and which open questions an answer names."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.places import READINGS, Reading, spoken
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.tests.seeds import NIGHT, night_places
from samsyn.rules.places.words import in_months, lasting, listed, quarantine_of


def test_a_day_is_said_with_its_weekday_and_with_the_year_where_it_is_another() -> None:
    assert spoken(date(2026, 11, 29)) == "söndag 29 november"
    assert spoken(date(2026, 11, 29), date(2026, 12, 1)) == "söndag 29 november"
    assert spoken(date(2027, 1, 1), date(2026, 12, 30)) == "fredag 1 januari 2027"


def test_one_is_not_many() -> None:
    assert [quarantine_of(n, "night") for n in (1, 2, 12, 13)] == [
        "en natts karens",
        "två nätters karens",
        "tolv nätters karens",
        "13 nätters karens",
    ]
    assert [lasting(1, "night"), lasting(5, "night")] == ["en natt", "fem nätter"]
    assert [quarantine_of(1, "training"), quarantine_of(2, "training")] == ["en dags karens", "två dagars karens"]
    assert [in_months(1), in_months(4)] == ["en månad", "fyra månader"]


def test_names_are_listed_as_one_says_them() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"], "och")] == ["A", "A eller B", "A, B och C"]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("quarantine.after_early_departure",), {"karens-tidigt-slut"}),
        (("places",), {"inom-eller-utover"}),
        (("nights", "months"), set()),
        (("order", "latest_arrival"), {"turordning", "senaste-ankomst"}),
    ],
)
def test_an_answer_names_the_questions_whose_answers_would_change_what_it_used(
    keys: tuple[str, ...], found: set[str]
) -> None:
    assert set(assumed(night_places().pool[NIGHT], *keys)) == found


def test_a_whole_table_reaches_every_key_in_it() -> None:
    pool = night_places().pool[NIGHT]
    assert {each for each in assumed(pool, "quarantine") if each.startswith("karens")} == {
        each.id for each in pool.assumption if each.id.startswith("karens")
    }


def test_each_reading_of_ours_has_a_sentence() -> None:
    assert set(READINGS) == set(Reading)
