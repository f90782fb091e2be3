"""The words that we ship: whole in each language that they are in, and drawn where they name a drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from samsyn.web.placements.scale import STATEMENTS
from samsyn.web.surveys.phrases import Voice, languages, phrases
from samsyn.web.surveys.pictograms import FACES, PICTOGRAMS
from samsyn.web.surveys.starters import starters
from samsyn.web.surveys.wording import Asked, Words, is_asked, missing, ready

OURS = ("sv", "en")


def test_every_phrase_is_said_in_every_language() -> None:
    for name, said in phrases().items():
        assert list(said) == list(languages()), name
        if name != "unread":
            assert all(said.values()), name


def test_a_language_that_nobody_has_read_says_so() -> None:
    for language in languages():
        assert bool(Voice(language).say("unread")) is (language not in OURS)


@pytest.mark.parametrize("kind", ["user_survey", "need_inventory", "self_assessment"])
def test_a_starter_can_be_asked_in_our_languages_and_in_no_other(kind: str) -> None:
    questions = starters()[kind]
    assert ready(questions, "adult", languages(), "sv") == list(OURS)
    for audience in ("adult", "child"):
        if is_asked(questions, audience, "sv"):
            assert not any(missing(questions, audience, each, "sv") for each in OURS)


def test_only_a_choice_has_options_and_its_drawings_are_ours() -> None:
    for questions in starters().values():
        for each in questions:
            assert bool(each.options) is (each.type == "choice")
            assert each.pictogram in PICTOGRAMS


def test_the_self_assessment_is_the_scale_that_participants_know() -> None:
    assert [each.words[("adult", "sv")].text for each in starters()["self_assessment"]] == [
        str(each) for each in STATEMENTS
    ]


def test_every_drawing_is_well_drawn() -> None:
    for drawn in [*FACES.values(), *(each for _, each in PICTOGRAMS.values())]:
        ET.fromstring(f"<svg>{drawn}</svg>")


def test_a_child_hears_its_own_words_where_there_are_any() -> None:
    assert Voice("sv", to_child=True).say("woman") == "Flicka"
    assert Voice("sv", to_child=True).say("other") == Voice("sv").say("other")


def test_the_digest_follows_the_words_and_what_can_be_answered() -> None:
    one = Asked(
        "a", "choice", {("adult", "sv"): Words("Vad?", {"mat": "Mat", "dusch": "Dusch"})}, options=("mat", "dusch")
    )
    other = Asked(
        "b", "choice", {("adult", "sv"): Words("Vad? ", {"mat": "Mat", "dusch": "Dusch"})}, options=("mat", "dusch")
    )
    fewer = Asked("a", "choice", {("adult", "sv"): Words("Vad?", {"mat": "Mat"})}, options=("mat",))
    assert one.digest("adult", "sv") == other.digest("adult", "sv") != fewer.digest("adult", "sv")
    assert one.digest("child", "sv") == ""
