"""Values in, rows out: addresses, deadlines, who owes what in which column, and what another reading would give."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from samsyn.rules.money import EMPTY
from samsyn.rules.obligations import duties
from samsyn.rules.reading import Clause, Dossier, read_agreement, read_files
from samsyn.rules.timeline import if_notice_is_given, life
from samsyn.web.agreements.addresses import addresses, clause_slugs
from samsyn.web.agreements.presenters.assumptions import questions_of
from samsyn.web.agreements.presenters.changes import term_changes
from samsyn.web.agreements.presenters.line import last_day_for_notice
from samsyn.web.agreements.presenters.other_reading import compared
from samsyn.web.agreements.presenters.what_if import extension_words
from samsyn.web.agreements.tests.conftest import FOLDERS, TODAY
from samsyn.web.agreements.tests.invented import AMENDED, FILES

LANTERNA = read_files(FILES)


def _with_clauses(*labels: str) -> Dossier:
    clauses = tuple(Clause(label, label, "", (), "x", line, 2) for line, label in enumerate(labels))
    return replace(LANTERNA, clauses=clauses)


def test_two_clauses_never_share_an_address() -> None:
    slugs = clause_slugs(_with_clauses("1.1", "11", "1 1", "§ 3 st. 1", "Överlåtelse", "…"))
    assert list(slugs.values()) == ["1-1", "11", "1-1--2", "3-st-1", "overlatelse", "clause"]


def test_an_unknown_clause_leads_to_the_agreement() -> None:
    to = addresses("foreningen", "lanterna", LANTERNA)
    assert to.clause("4") == "/as/foreningen/partnerships/lanterna/agreement/clauses/4/"
    assert to.clause("finns inte") == to.agreement


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_last_day_for_notice_is_the_last_that_shortens_the_time(folder: Path) -> None:
    """Against trying every day."""
    dossier = read_agreement(folder)
    span = life(dossier)
    days = (span.start + timedelta(number) for number in range(span.days))
    early = [day for day in days if (answer := if_notice_is_given(dossier, day)).possible and answer.last < span.last]
    assert last_day_for_notice(dossier, span.start) == (early[-1] if early else None)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_other_reading_of_every_agreement_can_be_followed_to_its_end(folder: Path) -> None:
    dossier = read_agreement(folder)
    questions = questions_of(dossier, dossier.agreement, TODAY, index=EMPTY)
    assumed = [assumption for _, _, assumption in dossier.agreement.assumptions()]
    assert [question.id for question in questions] == [assumption.id for assumption in assumed]
    for question, assumption in zip(questions, assumed, strict=True):
        for other, alternative in zip(question.others, assumption.alternatives, strict=True):
            assert bool(other.gives.terms) == bool(alternative.set), other.id


def test_nothing_differs_between_a_thing_and_itself() -> None:
    assert compared(duties(LANTERNA), duties(LANTERNA)) == ()
    assert term_changes(LANTERNA.agreement, LANTERNA.agreement) == ()


def test_moved_new_and_lost_occurrences_are_gathered_by_term() -> None:
    amended = read_files(AMENDED)
    moved = {each.term: each for each in compared(duties(LANTERNA), duties(amended))}
    assert moved["berattelse"].before == ()
    assert [each.due for each in moved["berattelse"].after] == [date(2027, 3, 31)]
    back = {each.term: each for each in compared(duties(amended), duties(LANTERNA))}
    assert back["berattelse"].after == ()


def test_an_extension_that_can_be_used_once_is_shown_once() -> None:
    words = extension_words(LANTERNA, TODAY, None)
    assert [(step.settle_by, step.new_last) for step in words.steps] == [(date(2027, 6, 30), date(2028, 12, 31))]
    assert words.verdict == ""


def test_without_a_clause_on_extension_the_words_say_so() -> None:
    bare = replace(LANTERNA, agreement=replace(LANTERNA.agreement, extension={}))
    words = extension_words(bare, TODAY, None)
    assert words.steps == ()
    assert "har ingen punkt om förlängning" in words.ends
