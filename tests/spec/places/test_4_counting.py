"""How many are free, who is first in line, and two records of one guest

Counts are derived from which place stands in which pool, which is out of order, and who sleeps where.
"""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from samsyn.rules.places import (
    Block,
    Outage,
    Overview,
    Segment,
    Standing,
    Waiting,
    free,
    free_places,
    in_quarantine,
    lifted,
    lot,
    order_of,
    ordered,
    overview,
    own_places,
    united,
    with_parts,
)
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from tests.spec.small import agreement

POOLS = """
    [pool.beds]
    clause = "4"
    says = "Fyrtio platser, tio av dem för kvinnor."
    kind = "night"
    places = 40
    nights = 5
    order = "priority"

    [pool.women]
    clause = "5"
    says = "Tio platser för kvinnor."
    kind = "night"
    places = 10
    part_of = "beds"
    nights = 7
"""
WINTER = DateRange(date(2026, 11, 1), date(2027, 4, 1))
PLACES = [
    Standing("1", "beds", WINTER, "north"),
    Standing("2", "beds", WINTER, "north"),
    Standing("3", "women", WINTER, "north"),
    Standing("4", "beds", WINTER, "south"),
]


def nights(first: int, end: int) -> DateRange:
    return DateRange(date(2026, 12, first), date(2026, 12, end))


def pools() -> Agreement:
    return agreement(POOLS).agreement


def test_a_part_is_counted_in_the_whole_and_on_its_own() -> None:
    assert [own_places(pools(), pool) for pool in ("beds", "women")] == [30, 10]
    assert with_parts(pools(), {"beds": 30, "women": 10}) == {"beds": 40, "women": 10}


def test_a_place_is_free_only_if_it_is_so_all_the_nights() -> None:
    segments = [Segment("1", "a", nights(1, 6)), Segment("2", "b", nights(8, 13))]
    assert free_places(PLACES, [], segments, nights(6, 8)) == {"beds": ["1", "2", "4"], "women": ["3"]}
    assert free_places(PLACES, [], segments, nights(6, 11)) == {"beds": ["1", "4"], "women": ["3"]}
    assert free(PLACES, [], segments, nights(5, 9)) == {"beds": 1, "women": 1}


def test_what_is_out_of_order_is_not_free() -> None:
    assert free(PLACES, [Outage("3", nights(7, 8))], [], nights(6, 11)) == {"beds": 3, "women": 0}


def test_a_place_that_is_moved_to_another_pool_is_free_in_the_one_where_it_stands_that_night() -> None:
    moved = [
        Standing("1", "beds", DateRange(WINTER.start, date(2026, 12, 10))),
        Standing("1", "women", DateRange(date(2026, 12, 10), WINTER.end)),
    ]
    assert free(moved, [], [], nights(5, 10)) == {"beds": 1, "women": 0}
    assert free(moved, [], [], nights(10, 15)) == {"beds": 0, "women": 1}
    assert free(moved, [], [], nights(8, 13)) == {"beds": 0, "women": 0}


def test_places_are_free_or_held_or_occupied_or_out_of_order() -> None:
    """Held: given, and the guest has not come. Who sleeps in a place that is out of order occupies it."""
    segments = [Segment("1", "a", nights(1, 6)), Segment("2", "b", nights(1, 6)), Segment("3", "c", nights(1, 8))]
    outages = [Outage("3", nights(1, 9)), Outage("4", nights(1, 9))]
    assert overview(PLACES, outages, segments, date(2026, 12, 2), {"b", "c"}) == [
        Overview("north", "beds", places=2, free=0, held=1, occupied=1, out_of_order=0),
        Overview("north", "women", places=1, free=0, held=0, occupied=1, out_of_order=0),
        Overview("south", "beds", places=1, free=0, held=0, occupied=0, out_of_order=1),
    ]


def block(first: int, stay_until: int, end: int, scheme: str = "beds", name: str = "") -> Block:
    return Block(scheme, nights(first, end), date(2026, 12, stay_until), name)


def test_those_in_quarantine_are_counted_by_scheme() -> None:
    found = [block(1, 6, 8), block(2, 7, 9), block(1, 8, 10, "women")]
    assert in_quarantine(found, date(2026, 12, 7)) == {"beds": 2}
    assert in_quarantine(found, date(2026, 12, 8)) == {"beds": 1, "women": 1}


def test_two_records_of_one_guest_become_one_by_raising_the_lower_end_of_the_later() -> None:
    merged = united([block(4, 9, 11, name="later"), block(1, 6, 8, name="earlier"), block(4, 9, 11, "women", "other")])
    assert merged["beds"] == (block(1, 6, 8, name="earlier"), block(8, 9, 11, name="later"))
    assert merged["women"] == (block(4, 9, 11, "women", "other"),)


def test_a_block_within_another_is_gone_and_those_that_only_meet_are_left() -> None:
    assert united([block(1, 8, 10), block(3, 4, 6)])["beds"] == (block(1, 8, 10),)
    assert united([block(1, 8, 10), block(3, 8, 10)])["beds"] == (block(1, 8, 10),)
    assert united([block(8, 13, 15), block(1, 6, 8)])["beds"] == (block(1, 6, 8), block(8, 13, 15))


def test_a_later_block_of_which_only_quarantine_is_left_is_quarantine() -> None:
    assert united([block(1, 6, 8), block(2, 7, 9)])["beds"] == (block(1, 6, 8), block(8, 8, 9))


def test_breaking_a_quarantine_cuts_the_block_on_the_night_of_the_new_place() -> None:
    assert lifted(block(1, 6, 8), date(2026, 12, 7)) == block(1, 6, 7)
    assert lifted(block(1, 6, 8), date(2026, 12, 6)) == block(1, 6, 6)
    assert lifted(block(7, 7, 8), date(2026, 12, 7)) is None
    assert lifted(block(1, 6, 8), date(2026, 12, 20)) == block(1, 6, 8)


def test_a_stay_is_not_broken_but_ended() -> None:
    with pytest.raises(ValueError, match="end the stay first"):
        lifted(block(1, 6, 8), date(2026, 12, 5))


LINE = [Waiting("a", 1), Waiting("b", 2), Waiting("c", 3, priority=True), Waiting("d", 4, priority=True)]


def test_the_line_is_ordered_by_arrival_or_by_a_stated_reason_first() -> None:
    for line in permutations(LINE):
        assert "".join(each.id for each in ordered(line, "arrival")) == "abcd"
        assert "".join(each.id for each in ordered(line, "priority")) == "cdab"
    assert order_of(pools(), "beds")[0] == "priority"


def test_a_drawing_of_lots_can_be_drawn_again_by_anyone_who_has_the_seed() -> None:
    """The lot is the SHA-256 of «seed:id». The least is first, whatever order the names were written in."""
    assert lot("2026-12-01", "a") == "80ead0e7a6ba24a2263d6ebfa67b8454eb4905c3670f0e54dc8af3fc6f92c6fc"
    drawn = ordered(LINE, "lottery", "2026-12-01")
    for line in permutations(LINE):
        assert ordered(line, "lottery", "2026-12-01") == drawn
    assert {tuple(each.id for each in ordered(LINE, "lottery", str(seed))) for seed in range(400)} == set(
        permutations("abcd")
    )
    with pytest.raises(ValueError, match="needs its seed"):
        ordered(LINE, "lottery")
