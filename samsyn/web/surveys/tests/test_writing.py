"""Words that stand once they are fixed, and a question that keeps its identity only while its words do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys import actions
from samsyn.web.surveys.models import Question, QuestionText, Version
from samsyn.web.surveys.queries.ground import questions_of
from samsyn.web.surveys.tests.asking import NOW, TODAY, House
from samsyn.web.surveys.wording import Asked, Words

WELCOME = "welcome"


def asked_as(asking: House, version: Version, key: str) -> tuple[Question, Asked]:
    with acting_as_job(Job.SEED):
        return next(each for each in questions_of([version])[version.pk] if each[0].key == key)


def written(asking: House, draft: Version, key: str, *, same: bool = True, **changed: str) -> Question:
    """`changed`: language_audience → other words."""
    row, asked = asked_as(asking, draft, key)
    words = dict(asked.words)
    for where, text in changed.items():
        language, audience = where.split("_")
        words[(audience, language)] = Words(text)
    with asking.as_() as by:
        return actions.write_question(draft, row, replace(asked, words=words), same=same, by=by, now=NOW)


def test_a_draft_begins_with_our_words_for_grown_ups_and_for_children(asking: House) -> None:
    draft = asking.draft()
    _, asked = asked_as(asking, draft, WELCOME)
    assert asked.words[("adult", "sv")].text != asked.words[("child", "sv")].text
    assert {language for _, language in asked.words} == {"sv", "en"}


def test_begun_again_it_is_the_same_draft(asking: House) -> None:
    assert asking.draft() == asking.draft()


def test_a_fixed_version_has_the_next_number_and_fixed_again_it_is_the_same(asking: House) -> None:
    first = asking.fixed()
    second = asking.fixed()
    assert (first.number, second.number) == (1, 2)
    with asking.as_() as by:
        assert actions.fix_version(second, by=by, now=NOW).number == 2


def test_the_words_of_a_fixed_version_stand_whoever_writes(asking: House) -> None:
    version = asking.fixed()
    for change in (
        lambda: QuestionText.objects.filter(question__version=version).update(text="Annat"),
        lambda: Question.objects.filter(version=version).update(key="annat"),
        lambda: Question.objects.filter(version=version).delete(),
        lambda: Version.objects.filter(pk=version.pk).update(number=7),
    ):
        with acting_as_job(Job.SEED), pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_what_is_fixed_is_told_so_and_not_written(asking: House) -> None:
    version = asking.fixed()
    row, asked = asked_as(asking, version, WELCOME)
    with asking.as_() as by, pytest.raises(ValidationError, match="fastställd"):
        actions.write_question(version, row, asked, by=by, now=NOW)


def test_a_question_with_the_same_words_is_the_same_question(asking: House) -> None:
    before = asking.questions(asking.fixed())[WELCOME]
    after = asking.questions(asking.fixed())[WELCOME]
    assert (before.key, before.wording_digest, before.child_digest) == (
        after.key, after.wording_digest, after.child_digest,
    )  # fmt: skip


def test_with_other_words_it_is_another_question(asking: House) -> None:
    asking.fixed()
    assert written(asking, asking.draft(), WELCOME, sv_adult="Jag är önskad här.").key == "welcome-2"


def test_a_space_more_is_no_other_word(asking: House) -> None:
    asking.fixed()
    draft = asking.draft()
    _, asked = asked_as(asking, draft, WELCOME)
    spaced = asked.words[("adult", "sv")].text.replace(" ", "  ")
    assert written(asking, draft, WELCOME, sv_adult=spaced).key == WELCOME


def test_a_better_translation_does_not_change_the_question(asking: House) -> None:
    asking.fixed()
    assert written(asking, asking.draft(), WELCOME, en_adult="They welcome me here.").key == WELCOME


def test_it_is_another_question_if_the_writer_says_so(asking: House) -> None:
    asking.fixed()
    assert written(asking, asking.draft(), WELCOME, same=False, en_adult="Welcome?").key == "welcome-2"


def test_other_words_to_children_leave_the_grown_ups_question_and_change_the_childs(asking: House) -> None:
    before = asking.questions(asking.fixed())[WELCOME]
    after = written(asking, asking.draft(), WELCOME, sv_child="Jag är glad här.")
    assert (after.key, after.wording_digest) == (before.key, before.wording_digest)
    assert after.child_digest != before.child_digest


def test_a_choice_needs_two_things_to_choose_between(asking: House) -> None:
    one = Asked("", "choice", {("adult", "sv"): Words("Vad?", {"mat": "Mat"})}, options=("mat",))
    draft = asking.draft()
    with asking.as_() as by, pytest.raises(ValidationError, match="två"):
        actions.write_question(draft, None, one, by=by, now=NOW)


def test_a_question_is_moved_and_removed(asking: House) -> None:
    draft = asking.draft()
    row, _ = asked_as(asking, draft, "safe")
    row.version = draft
    with asking.as_() as by:
        actions.move_question(row, True, by=by, now=NOW)
    order = [key for key, _ in sorted(asking.questions(draft).items(), key=lambda each: each[1].position)]
    assert order[:2] == ["safe", WELCOME]
    with asking.as_() as by:
        actions.remove_question(row, by=by, now=NOW)
    assert "safe" not in asking.questions(draft)


def test_a_draft_without_questions_is_not_fixed(asking: House) -> None:
    draft = asking.draft()
    for row in asking.questions(draft).values():
        row.version = draft
        with asking.as_() as by:
            actions.remove_question(row, by=by, now=NOW)
    with asking.as_() as by, pytest.raises(ValidationError, match="inga frågor"):
        actions.fix_version(draft, by=by, now=NOW)


def test_who_does_not_ask_by_the_survey_writes_nothing(asking: House) -> None:
    with (
        asking.cast.as_(asking.cast.municipality, Role.CONTROLLER, today=TODAY) as by,
        pytest.raises(ValidationError, match="ingen sådan enkät"),
    ):
        actions.begin_draft(asking.partnership, asking.survey.id, by=by, now=NOW, today=TODAY)
