"""Every figure of the five agreements, counted by hand

For each indicator a few facts of a half-year, and what comes of them with its arithmetic. What the agreement does not
ask for but the parties have use of is here too; what nothing in Samsyn measures says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samsyn.rules.indicators import Rating, Talk
from samsyn.rules.indicators.facts import Fact, Taken
from samsyn.rules.terms.indicators import Facts
from tests.spec.indicators.said import DAY, FOLDER, counted, shown, terms_of

Example = tuple[list[Fact], str]
NOTHING: Example = ([], "not measured: no_facts, 0 in all")


def fact(kind: Facts, n: int = 1, **said: Any) -> Fact:
    return Fact(kind, DAY, n=n, **said)


def gap(kind: Facts, **said: Any) -> Fact:
    return Fact(kind, DAY, n=0, gap=True, **said)


def answers(survey: str, question: str, *given: str) -> list[Fact]:
    """Each one's answer; «-» skipped the question."""
    said: dict[str, Any] = {"survey": survey, "question": question}
    return [
        fact("answers", person=str(n), answer=() if each == "-" else (each,), **said) for n, each in enumerate(given)
    ]


def evening(figure: str, activity: str, *heads: int) -> list[Fact]:
    return [fact("heads", n, activity=activity, figure=figure) for n in heads]


HOUSE: Mapping[str, Example] = {
    "besok": ([fact("visits", 31), fact("visits", 28), gap("visits")], f"{31 + 28}, 1 missing"),
    "maltider": (
        [fact("services", 25, service="frukost"), fact("services", 40, service="lunch"),
         fact("services", 9, service="dusch"), fact("visits", 60)],
        f"{25 + 40}, 0 missing",
    ),
    "radgivningssamtal": (
        [fact("services", 6, service="social-radgivning"), fact("services", 40, service="lunch"),
         gap("services", offers=("lunch", "social-radgivning"))],
        "6, 1 missing",
    ),
    "dusch-och-klader": (
        [fact("services", 9, service="dusch"), fact("services", 5, service="rena-klader"),
         fact("services", 40, service="lunch")],
        f"{9 + 5}, 0 missing",
    ),
    "verkstadsbesok": (
        [*evening("attendance", "verkstad", 4, 6), *evening("staff", "verkstad", 2), *evening("attendance", "kor", 8)],
        f"{4 + 6}, 0 missing",
    ),
    "fatt-stod": (answers("vad-stodet-betyder", "helped", "yes", "yes", "no", "-"), "2 of 4, 1 missing"),
    "betytt-mycket": (answers("vad-stodet-betyder", "meant", "5", "4", "3", "1", "-"), "2 of 5, 1 missing"),
    "effekter": NOTHING,
}  # fmt: skip

EVENINGS: Mapping[str, Example] = {
    "besok": ([fact("visits", 18), fact("visits", 22)], f"{18 + 22}, 0 missing"),
    "laxhjalp-getts": ([fact("services", 7, service="laxhjalp"), fact("services", 3, service="mat")], "7, 0 missing"),
    "kvallar-hallna": (
        [fact("occasions", 3, activity="kvallar"), fact("occasions", 2, activity="laxhjalpstillfallen"),
         gap("occasions", activity="kvallar")],
        "3, 1 missing",
    ),
    "deltaganden": (
        [*evening("attendance", "kvallar", 18, 22, 20), gap("heads", activity="kvallar", figure="attendance")],
        f"{18 + 22 + 20}, 1 missing",
    ),
    "olika-barn": NOTHING,
    "kanner-sig-trygga": (answers("vad-barnen-tycker", "safe", "5", "5", "4", "2"), "3 of 4, 0 missing"),
    "blir-lyssnade-pa": (answers("vad-barnen-tycker", "listened", "4", "3", "3", "-"), "1 of 4, 1 missing"),
    "trygghet-i-omradet": NOTHING,
}  # fmt: skip

SHELTER: Mapping[str, Example] = {
    "kontakter": (
        [fact("contacts", 14, channel="phone", service="stodsamtal"), fact("contacts", 9, channel="chat",
         service="radgivning"), fact("contacts", 2, channel="mail", service="passed_on")],
        f"{14 + 9 + 2}, 0 missing",
    ),
    "antal-stodsamtal": (
        [fact("contacts", 14, channel="phone", service="stodsamtal"), fact("contacts", 3, channel="visit",
         service="stodsamtal"), fact("contacts", 9, channel="chat", service="radgivning")],
        f"{14 + 3}, 0 missing",
    ),
    "gruppdeltagare": (
        [*evening("participants", "gruppsamtalstraffar", 5, 6, 4), *evening("staff", "handledningstraffar", 3)],
        f"{5 + 6 + 4}, 0 missing",
    ),
    "natta-forebyggande": (
        [*evening("reached", "forebyggande-forelasningar", 60, 25),
         gap("heads", activity="forebyggande-forelasningar", figure="reached")],
        f"{60 + 25}, 1 missing",
    ),
}  # fmt: skip

FIRST, LAST = date(2026, 1, 12), date(2026, 5, 29)
BOTH = ("Handledare", "Arbetsmarknadssekreterare")
TALKS = tuple(Talk("uppfoljningssamtal", number, date(2026, number + 1, 10), "") for number in (1, 2))
ENDS = (Talk("introduktion", 1, FIRST), Talk("avslutningssamtal", 1, LAST))
ALL = Taken(
    "anna", "woman", FIRST, LAST, "followed_plan", present=80, talks=(*TALKS, *ENDS),
    ratings=(Rating(1, FIRST, (2, 3, 3, 2, 4)), Rating(2, LAST, (3, 4, 3, 3, 4))),
)  # fmt: skip
LEFT = replace(ALL, person="bo", sex="man", result="broke_off", talks=ENDS[:1], ratings=ALL.ratings[:1], present=6)
GOING = replace(ALL, person="ceren", last=None, result=None, talks=(*ENDS[:1], TALKS[0]), ratings=ALL.ratings[:1])


def people(*taken: Taken) -> list[Fact]:
    return [
        Fact("participants", each.first, sex=each.sex, pool="arbetstraning", person=each.person, taken=each)
        for each in taken
    ]


TRAINING: Mapping[str, Example] = {
    # All three were there; one of them comes back, and is still one.
    "deltagare": (people(ALL, LEFT, GOING, replace(ALL, first=date(2026, 6, 8), last=None)), "3 of 3, 0 missing"),
    # Anna had two; Bo none, and it is over; Ceren has had one, and the other can still come.
    "uppfoljda": (people(ALL, LEFT, GOING), "1 of 3, 1 missing"),
    # Anna alone has rated herself twice: 1 + 1 + 0 + 1 + 0 steps over five statements.
    "egenupplevd-utveckling": (people(ALL, LEFT, GOING), "3/5 of 1 pairs, 3 started, 3 in all"),
    "introduktion-och-avslut": (people(ALL, LEFT, GOING), "1 of 3, 1 missing"),
    "efter-plan": (people(ALL, LEFT, GOING), "1 of 3, 1 missing"),
    "arbete-eller-studier": NOTHING,
}


def night(n: int, sex: str = "man", pool: str = "nattplatser", site: str = "kajen") -> Fact:
    return fact("nights", n, sex=sex, pool=pool, site=site)


NIGHTS = [night(700), night(200, "woman"), night(100, "woman", "kvinnoplatser")]
PLACES = [fact("place_nights", 181 * 6, pool="nattplatser"), fact("place_nights", 181, pool="kvinnoplatser")]
CITY: Mapping[str, Example] = {
    "effekt-for-enskilda": (answers("brukarundersokning", "meant", "5", "4", "4", "2", "1", "-"), "3 of 6, 1 missing"),
    "natter": ([*NIGHTS, gap("nights", rows=4, sex="man")], f"{700 + 200 + 100}, 4 missing"),
    "gaster": (
        [fact("guests", person="a", sex="man"), fact("guests", person="b", sex="woman"),
         fact("guests", person="a", sex="man"), fact("guests", rows=2)],
        "2, 2 missing",
    ),
    "platsnatter": (PLACES, f"{181 * 6 + 181}, 0 missing"),
    "belaggning": ([*NIGHTS, *PLACES], f"{700 + 200 + 100}/{181 * 7}, 0 missing"),
    "belaggning-kvinnoplatser": ([*NIGHTS, *PLACES], f"100/{181}, 0 missing"),
    "nekade": ([fact("refusals", 3, sex="man"), fact("refusals", 1, sex="woman")], f"{3 + 1}, 0 missing"),
    "dagbesok": ([fact("visits", 410), fact("visits", 395)], f"{410 + 395}, 0 missing"),
    "radgivning-getts": (
        [fact("services", 33, service="radgivning"), fact("services", 90, service="dusch")], "33, 0 missing",
    ),
    "information-i-grupp": (evening("attendance", "samhallsinformation", 12, 9), f"{12 + 9}, 0 missing"),
    "andel-kvinnor-natt": (NIGHTS, f"{200 + 100}/{700 + 200 + 100}, 0 missing"),
    "andel-kvinnor-dag": (
        [fact("visits", 40, sex="woman"), fact("visits", 50, sex="man"), fact("visits", 10)],
        f"40/{40 + 50 + 10}, 10 missing",
    ),
}  # fmt: skip

CHAPTERS: Mapping[str, Mapping[str, Example]] = {
    "hemlosas-hus": HOUSE,
    "kvallsexpeditionen": EVENINGS,
    "kvinnojouren": SHELTER,
    "arbetstraning": TRAINING,
    "eu-medborgare": CITY,
}


@pytest.mark.parametrize(
    ("agreement", "name"), [(agreement, name) for agreement, found in CHAPTERS.items() for name in found]
)
def test_what_was_counted_by_hand_is_what_comes_out(agreement: str, name: str) -> None:
    facts, expected = CHAPTERS[agreement][name]
    terms = terms_of(agreement)
    made = counted(terms.indicator[name], terms, *facts)
    assert shown(made.value) == expected
    assert made.says
    assert made.clause


def test_every_indicator_of_every_agreement_is_counted_here() -> None:
    there = {(folder.name, name) for folder in FOLDER.iterdir() if (folder / "agreement.toml").exists()
             for name in terms_of(folder.name.partition("-")[2]).indicator}  # fmt: skip
    here = {(agreement, name) for agreement, found in CHAPTERS.items() for name in found}
    assert {(folder.partition("-")[2], name) for folder, name in there} == here


def test_women_are_shown_apart_in_the_figures_of_individuals() -> None:
    terms = terms_of("arbetstraning")
    made = counted(terms.indicator["efter-plan"], terms, *people(ALL, LEFT, GOING))
    assert {each.keys: shown(each.value) for each in made.split("sex")} == {
        ("woman",): "1 of 2, 1 missing",
        ("man",): "0 of 1, 0 missing",
    }
