"""What a pad counts

A pad has a button for visits and one for each service that its agreement names. A visit and the use of a service are
different figures. Sex and age band may be said in the same tap, and never must.
"""

from __future__ import annotations

import pytest

from samsyn.rules.reading import BrokenAgreement
from samsyn.rules.terms.counting import Ages, ages
from tests.spec.small import agreement

CAFE = """
    [service.coffee]
    clause = "4"
    says = "Kaffe."
    name = "Kaffe"
    by = ["the-association"]
    kind = "basic_need"

    [service.language-cafe]
    clause = "4"
    says = "Språkkafé."
    name = "Språkkafé"
    by = ["the-association"]
    kind = "activity"
"""
PAD = """
    [pad.counter]
    clause = "5"
    says = "Föreningen räknar utan personer."
    name = "Disken"
    by = "the-association"
    services = ["language-cafe", "coffee"]
"""


def trouble(pad: str) -> str:
    """What is said of a pad that contradicts itself."""
    with pytest.raises(BrokenAgreement) as caught:
        agreement(CAFE + pad)
    return caught.value.problems[0].what


def test_the_first_button_is_visits_and_the_others_stand_as_they_are_written() -> None:
    assert agreement(CAFE + PAD).agreement.pad["counter"].buttons == ("visit", "language-cafe", "coffee")


def test_visits_can_be_left_out() -> None:
    assert agreement(CAFE + PAD + "    visits = false").agreement.pad["counter"].buttons == ("language-cafe", "coffee")


def test_nothing_is_asked_unless_the_agreement_says_so() -> None:
    assert agreement(CAFE + PAD).agreement.pad["counter"].asks == ()


def test_age_bands_include_both_their_ages_and_the_last_may_be_open() -> None:
    assert (ages("13-17"), ages("18+"), ages("0-5")) == (Ages(13, 17), Ages(18, None), Ages(0, 5))


def test_a_pad_counts_what_its_own_party_gives() -> None:
    other = PAD.replace('by = "the-association"', 'by = "the-other-association"').replace('"language-cafe", ', "")
    assert trouble(other) == ("«the-other-association» counts «coffee», and it is given by the-association")


def test_bands_that_overlap_are_refused() -> None:
    asks = '    asks = ["age_band"]\n'
    assert trouble(PAD + asks + '    age_bands = ["0-12", "12-17"]') == (
        "the age bands «0-12» and «12-17» overlap, or do not rise"
    )
    assert trouble(PAD + asks + '    age_bands = ["18+", "0-12"]') == (
        "the age bands «18+» and «0-12» overlap, or do not rise"
    )
    assert trouble(PAD + asks + '    age_bands = ["17-13"]') == "the age band «17-13» ends before it begins"


def test_bands_are_asked_for_or_not_there() -> None:
    told = "the pad asks for an age band and has none, or has bands and does not ask"
    assert trouble(PAD + '    asks = ["age_band"]') == told
    assert trouble(PAD + '    age_bands = ["18+"]') == told


def test_a_pad_without_a_button_is_refused() -> None:
    assert trouble(PAD.replace('"language-cafe", "coffee"', "") + "    visits = false") == "the pad has no button"


def test_a_button_stands_once() -> None:
    assert trouble(PAD.replace('"coffee"]', '"coffee", "coffee"]')) == "«coffee» stands 2 times"
