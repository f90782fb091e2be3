"""Answering twice

Change is each one's own, from her first answers to her last. The mean of all who began is never set against the mean of
all who finished: they are not the same people.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from samsyn.rules.surveys import Rating, both_raters, own_change, paired

FIRST = date(2026, 2, 2)


def waves(*answers: tuple[int | None, ...]) -> list[Rating]:
    """A month between each."""
    return [Rating(n, FIRST + timedelta(days=30 * n), values) for n, values in enumerate(answers, 1)]


def test_the_change_is_that_of_those_who_answered_twice() -> None:
    """Two went from 2 to 3 and from 4 to 4. The third began at 1 and never answered again; the fourth never did."""
    told = paired([waves((2,), (3,)), waves((4,), (4,)), waves((1,)), []])
    assert (told.pairs, told.started, told.of, told.missing) == (2, 3, 4, 2)
    assert told.mean == Fraction(1 + 0, 2)


def test_there_can_be_any_number_of_waves_and_the_first_and_last_count() -> None:
    assert own_change(waves((2,), (5,), (4,))) == 4 - 2


def test_a_statement_counts_where_it_was_answered_both_times() -> None:
    told = paired([waves((2, None), (4, 5)), waves((3, 1), (3, 2))])
    assert [(each.pairs, each.mean) for each in told.statements] == [(2, Fraction(2 + 0, 2)), (1, Fraction(1))]
    assert told.mean == (Fraction(2) + Fraction(0 + 1, 2)) / 2


def test_two_who_answered_nothing_in_common_are_no_pair() -> None:
    assert own_change(waves((2, None), (None, 5))) is None
    assert own_change(waves((2, 2), (None, None))) is None


def test_answers_to_other_statements_are_not_compared() -> None:
    """The words were changed after her first answers: the second wave is the first with the new ones."""
    first, *later = waves((1,), (3,), (4,))
    renewed = [first, *(replace(each, version=2) for each in later)]
    assert own_change(renewed) == 4 - 3
    assert own_change(renewed[:2]) is None


def test_without_a_pair_there_is_no_mean() -> None:
    told = paired([waves((2,))])
    assert (told.pairs, told.mean, told.statements) == (0, None, ())


def test_two_raters_are_laid_side_by_side_over_the_same_people_and_the_same_waves() -> None:
    """The second has been rated once only by the supervisor, and is not among those compared."""
    both = both_raters([(waves((2,), (4,)), waves((3,), (4,))), (waves((1,), (5,)), waves((1,)))])
    assert (both.pairs, both.of) == (1, 2)
    assert (both.one.mean, both.other.mean) == (Fraction(2), Fraction(1))


def test_a_wave_that_only_one_of_them_has_answered_is_left_out() -> None:
    """She answered three times and the supervisor the first two: both are read to the second."""
    both = both_raters([(waves((2,), (3,), (5,)), waves((2,), (2,)))])
    assert (both.one.mean, both.other.mean) == (Fraction(1), Fraction(0))
