"""Rounds side by side

Answers are compared only with answers to the same question: the same key, the same words, the same things to answer.
"""

from __future__ import annotations

from dataclasses import replace

from samsyn.rules.surveys import Question, Sheet, result, same_question, side_by_side

SAFE = Question("safe", "a1", "yesno")
HEARD = Question("heard", "b2", "scale5")
ASKED = Question("asked", "c3", "choice", ("at-the-desk", "by-phone"))


def test_other_words_or_other_options_are_another_question() -> None:
    assert same_question(SAFE, replace(SAFE))
    assert not same_question(SAFE, replace(SAFE, digest="a2"))
    assert not same_question(ASKED, replace(ASKED, options=("at-the-desk",)))
    assert not same_question(SAFE, replace(SAFE, key="safer"))


def test_the_questions_are_those_of_the_last_round() -> None:
    first = [result(each, [Sheet({each.key: ("yes",)})] * 6, {}, 5) for each in (SAFE,)]
    last = [result(each, [Sheet({"safe": ("no",), "heard": (4,)})] * 8, {}, 5) for each in (HEARD, SAFE)]
    heard, safe = side_by_side([first, last])
    assert [side.told.n if side.told else None for side in safe.sides] == [6, 8]
    assert [(side.asked, side.changed) for side in heard.sides] == [(False, False), (True, False)]


def test_a_changed_question_is_said_to_be_changed_and_not_compared() -> None:
    reworded = replace(SAFE, digest="a2")
    answers = [Sheet({"safe": ("yes",)})] * 6
    (line,) = side_by_side([[result(reworded, answers, {}, 5)], [result(SAFE, answers, {}, 5)]])
    assert [(side.told is None, side.changed) for side in line.sides] == [(True, True), (False, False)]


def test_without_a_round_nothing_is_compared() -> None:
    assert side_by_side([]) == ()
