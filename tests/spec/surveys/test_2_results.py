"""Results of a round

How the answers to each question fell, with n. Sex and age are what each has said of herself, and each split is
protected on its own; the two are never crossed.
"""

from __future__ import annotations

from fractions import Fraction

from samsyn.rules.surveys import Question, Sheet, Value, distribution, pooled, rate, result

SAFE = Question("safe", "a1", "yesno")
WISHES = Question("wishes", "b2", "choice", ("laundry", "football", "homework"))
TIMES = Question("times", "c3", "number")
SEXES = ("woman", "man", "other")


def sheets(n: int, question: Question, *values: Value, sex: str = "", age_band: str = "") -> list[Sheet]:
    """So many who answered the same."""
    return [Sheet({question.key: values}, sex, age_band)] * n


def test_the_answers_are_counted_and_who_skipped_the_question_is_not_among_n() -> None:
    round_ = sheets(6, SAFE, "yes") + sheets(2, SAFE, "no") + sheets(4, SAFE)
    told = distribution(SAFE, round_)
    assert (told.n, told.counts) == (8, (("yes", 6), ("no", 2)))
    assert told.share("yes") == Fraction(6, 8)
    assert result(SAFE, round_, {}, 5).sheets == 6 + 2 + 4


def test_where_several_can_be_chosen_n_is_those_who_chose() -> None:
    round_ = sheets(5, WISHES, "laundry", "homework") + sheets(1, WISHES, "homework", "homework")
    told = distribution(WISHES, round_)
    assert (told.n, told.counts) == (6, (("laundry", 5), ("football", 0), ("homework", 6)))


def test_of_numbers_the_mean_is_told_and_nothing_else() -> None:
    told = distribution(TIMES, sheets(4, TIMES, 2) + sheets(1, TIMES, 5))
    assert (told.n, told.mean, told.counts) == (5, Fraction(4 * 2 + 5, 5), ())


def test_a_question_that_too_few_answered_is_not_told() -> None:
    assert result(SAFE, sheets(4, SAFE, "yes"), {"sex": SEXES}, 5).told is None
    told = result(SAFE, sheets(9, SAFE), {}, 5).told
    assert told is not None
    assert told.n == 0


def test_a_split_tells_the_groups_that_are_large_enough() -> None:
    """Who did not say what she is, is a group like the others."""
    round_ = sheets(30, SAFE, "yes", sex="woman") + sheets(3, SAFE, "no", sex="man") + sheets(7, SAFE, "yes")
    (split,) = result(SAFE, round_, {"sex": SEXES}, 5).splits
    shown = {group: told.n if told else None for group, told in split.groups}
    assert shown == {"woman": 30, "man": None, "other": 0, "": None}
    assert split.hides


def test_that_few_in_a_large_group_answered_so_is_told() -> None:
    """That one of thirty disagrees is the result. Nobody knows which of the thirty."""
    round_ = sheets(29, SAFE, "yes", sex="woman") + sheets(1, SAFE, "no", sex="woman")
    (split,) = result(SAFE, round_, {"sex": SEXES}, 5).splits
    (_, women), *_rest = split.groups
    assert women is not None
    assert women.counts == (("yes", 29), ("no", 1))


def test_a_sum_over_rounds_says_how_many_rounds_are_in_it() -> None:
    small, large = sheets(3, SAFE, "no"), sheets(20, SAFE, "yes")
    told, rounds = pooled(SAFE, [small, large], 5)
    assert told is not None
    assert (told.n, rounds) == (20, 1)
    assert pooled(SAFE, [small], 5) == (None, 0)


def test_the_rate_is_of_visits_and_not_of_persons() -> None:
    """Forty answers and 160 visits are a quarter of the visits. How many persons that is, nobody knows."""
    assert rate(40, 160).share == Fraction(1, 4)


def test_without_visits_to_compare_with_there_is_no_rate() -> None:
    """More answers than visits: what was counted does not belong to the round."""
    assert rate(40, 0).share is None
    assert rate(40, 39).share is None
