"""What a place blocks, and what is left of it when the stay ends early

A place blocks its own nights and those of the quarantine after them. In the lists below «11-28 → 12-03 → 12-05» is a
block: slept from the first day to the second, quarantine to the third, on which a new place may begin.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samsyn.rules.places import Block, Ended, How, Kind, blocks, closing, entitlement, extended
from samsyn.rules.terms import Agreement
from tests.spec.small import agreement

BEDS = """
    [pool.beds]
    clause = "4"
    says = "Fyrtio platser i fem nätter, sedan två nätters karens."
    kind = "night"
    places = 40
    nights = 5
    quarantine = { nights = 2, RULES }
"""
FIRST = date(2026, 11, 28)


def terms(rules: str = "") -> Agreement:
    return agreement(BEDS.replace(", RULES", f", {rules}" if rules else "")).agreement


def shown(found: tuple[Block, ...]) -> list[str]:
    return [f"{each.nights.start:%m-%d} → {each.stay_until:%m-%d} → {each.nights.end:%m-%d}" for each in found]


def after(
    rules: str, how: How | None = None, on: int = 0, kind: Kind = Kind.ORDINARY, standing: tuple[Block, ...] = ()
) -> list[str]:
    """The blocks of a place from 28 November that ended so, so many nights in."""
    ended = Ended(how, FIRST + timedelta(days=on)) if how else None
    return shown(blocks(entitlement(terms(rules), "beds", FIRST, kind), ended, standing))


def test_five_nights_and_two_of_quarantine_block_seven() -> None:
    assert after("") == ["11-28 → 12-03 → 12-05"]


@pytest.mark.parametrize(
    ("reading", "block"),
    [
        ("full", "11-28 → 11-30 → 12-05"),
        ("from_departure", "11-28 → 11-30 → 12-02"),
        ("none", "11-28 → 11-30 → 11-30"),
    ],
)
def test_who_leaves_after_two_nights_waits_as_the_reading_says(reading: str, block: str) -> None:
    """From the night on which the place would have ended, from the departure, or not at all."""
    assert after(f'after_early_departure = "{reading}"', How.LEFT, 2) == [block]


@pytest.mark.parametrize(
    ("reading", "found"),
    [("full", ["11-28 → 11-28 → 12-05"]), ("from_departure", ["11-28 → 11-28 → 11-30"]), ("none", [])],
)
def test_who_never_came_waits_as_another_reading_says(reading: str, found: list[str]) -> None:
    assert after(f'after_no_show = "{reading}"', How.NO_SHOW, 0) == found


def test_who_came_first_and_then_did_not_come_has_left() -> None:
    assert after('after_no_show = "none", after_early_departure = "full"', How.NO_SHOW, 3) == ["11-28 → 12-01 → 12-05"]


def test_one_who_is_barred_waits_as_after_an_early_departure() -> None:
    assert after('after_early_departure = "from_departure"', How.BARRED, 1) == ["11-28 → 11-29 → 12-01"]


def test_a_move_to_another_place_changes_nothing() -> None:
    assert after("", How.MOVED, 2) == after("")


def test_a_place_that_was_given_by_mistake_blocks_nothing() -> None:
    assert after("", How.UNDONE, 0) == []
    assert after("", How.UNDONE, 1) == ["11-28 → 11-29 → 11-29"]


def test_who_leaves_on_the_last_morning_has_not_left_early() -> None:
    assert after('after_early_departure = "none"', How.LEFT, 5) == after("")


def test_the_answer_says_from_when_and_names_the_reading() -> None:
    read = agreement(
        BEDS.replace(", RULES", "")
        + """
    [[pool.beds.assumption]]
    id = "leaves-early"
    question = "Gäller karensen den som går tidigt?"
    chosen = "Ja, från den natt då platsen skulle ha slutat."
    alternatives = [{ id = "none", says = "Nej.", set = { quarantine = { after_early_departure = "none" } } }]
    """
    ).agreement
    given = entitlement(read, "beds", FIRST)
    assert given.reason.assumptions == ()
    found = closing(given, Ended(How.LEFT, FIRST + timedelta(days=2)))
    assert found.reason.says == "Plats igen från lördag 5 december, efter två nätters karens."
    assert (found.reason.clause, found.reason.assumptions) == ("4", ("leaves-early",))
    assert found.again_from == date(2026, 12, 5)


def test_an_extra_night_is_one_night_without_quarantine_unless_the_agreement_gives_it_one() -> None:
    assert after("", kind=Kind.COLD_NIGHT) == ["11-28 → 11-29 → 11-29"]
    assert after("", kind=Kind.SPECIAL_EVENT) == ["11-28 → 11-29 → 11-29"]
    both = 'holds_on_extra_nights = true, after_extra_night = "full"'
    assert after(both, kind=Kind.COLD_NIGHT) == ["11-28 → 11-29 → 12-01"]
    assert after(both, kind=Kind.SPECIAL_EVENT) == ["11-28 → 11-29 → 11-29"]


def test_where_no_quarantine_keeps_from_extra_nights_the_one_after_them_keeps_from_ordinary_places_alone() -> None:
    """Two blocks: the night among extra places, the quarantine among ordinary ones, where nothing stands before."""
    assert after('after_extra_night = "full"', kind=Kind.COLD_NIGHT) == [
        "11-28 → 11-29 → 11-29",
        "11-29 → 11-29 → 12-01",
    ]
    before = blocks(entitlement(terms(), "beds", date(2026, 11, 23)))
    assert shown(before) == ["11-23 → 11-28 → 11-30"]
    assert after('after_extra_night = "full"', kind=Kind.COLD_NIGHT, standing=before) == [
        "11-28 → 11-29 → 11-29",
        "11-30 → 11-30 → 12-01",
    ]


def test_an_extended_place_moves_its_quarantine() -> None:
    given = extended(entitlement(terms(), "beds", FIRST), date(2026, 12, 4))
    assert shown(blocks(given)) == ["11-28 → 12-05 → 12-07"]
    assert given.reason.says == "Platsen är förlängd till och med fredag 4 december."
