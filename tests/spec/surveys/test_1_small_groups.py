"""Small groups

A survey's term says the smallest group of which a result is told. A smaller one is not told, and neither is what would
give it away when it is taken from the whole. None at all is told: it is nobody.
"""

from __future__ import annotations

from samsyn.rules.surveys import hidden, in_turn


def test_a_group_of_fewer_than_the_smallest_is_not_told_and_neither_is_the_next() -> None:
    """Three men are too few. If women and other were told, the men would be 40 - 30 - 7."""
    assert hidden({"woman": 30, "man": 3, "other": 7}, 5) == {"man", "other"}


def test_none_is_told() -> None:
    assert hidden({"woman": 33, "man": 0, "other": 7}, 5) == set()
    assert hidden({"woman": 33, "man": 0, "other": 3}, 5) == {"other", "woman"}


def test_small_groups_together_must_also_be_enough() -> None:
    """One and two are three, which is what is left when the two large ones have been taken from the whole."""
    assert hidden({"13-15": 1, "16-18": 2, "19-24": 9, "25+": 20}, 5) == {"13-15", "16-18", "19-24"}
    assert hidden({"13-15": 1, "16-18": 4, "19-24": 9, "25+": 20}, 5) == {"13-15", "16-18"}


def test_of_two_that_are_as_large_the_first_is_held_back() -> None:
    assert hidden({"woman": 8, "man": 2, "other": 8}, 5) == {"man", "woman"}


def test_a_single_group_is_the_whole() -> None:
    assert hidden({"woman": 12}, 5) == set()


def test_a_smallest_group_of_one_hides_nothing() -> None:
    assert hidden({"woman": 1, "man": 2}, 1) == set()
    assert hidden({"woman": 1, "man": 2}, 0) == set()


def test_small_rounds_go_into_the_sum_together() -> None:
    """The first round of three waits. When one of two has ended, five go in at once: nobody can tell them apart."""
    assert in_turn([3], 5) == ()
    assert in_turn([3, 20], 5) == (1,)
    assert in_turn([3, 20, 2], 5) == (0, 1, 2)


def test_the_next_small_round_waits_for_others_of_its_own() -> None:
    """If the last went in alone, the sum before it and the sum after would differ by its four answers."""
    assert in_turn([3, 20, 2, 4], 5) == (0, 1, 2)
    assert in_turn([3, 20, 2, 4, 4], 5) == (0, 1, 2, 3, 4)
