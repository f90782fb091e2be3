"""Every number, date, organisation number and sum of a signed text stands in our answer to the same clause."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from samsyn.rules.reading import Clause
from tests.agreements.figures import figures, figures_in, without_what_is_no_figure
from tests.agreements.signed_texts import FOLDER_OF, Section, SignedText, signed_text

Place = tuple[str, str, str]
"""Text, section, figure."""

SAID_BEFORE: dict[Place, str] = {
    ("004", "Förvaltningens synpunkter och förslag", "2010"): "the sentence stands already in «Bakgrund»",
}
"""Figures that no answer to that section has → why."""

ONLY_SAID: dict[Place, str] = SAID_BEFORE | {
    ("000", "1.1", "2009"): "the start of another partnership, with the region",
    ("000", "1.7", "3"): "three years are written months = 36",
    ("001", "1", "2"): "two projects are two figures to compare with",
    ("001", "6", "10"): "10 per cent of a post is written posts = 0.1",
    ("001", "6", "4"): "four invoices a year are four periods",
    ("001", "11", "2024"): "the year of the signatures, whose day is left open",
    ("002", "1.7", "3"): "three years are written months = 36",
    ("003", "", "2024-07-12"): "the day on which a copy arrived",
    ("004", "Beslut", "4"): "four organisations are four parties",
    ("004", "Bakgrund", "2010"): "when the need was seen",
    ("004", "Bakgrund", "2017"): "the partnership before this one",
    ("004", "Bakgrund", "2017-05-01"): "the partnership before this one",
    ("004", "Bakgrund", "2019-04-30"): "the partnership before this one",
    ("004", "Ledning och samverkan", "2"): "every second month is written two_months",
    ("004", "Förvaltningens synpunkter och förslag", "4"): "four organisations are four parties",
}
"""Figures that stand in our sentences but are no value of a term → how they are written, or why nothing follows."""

SENTENCES = ("says", "note", "assumption", "purpose", "statement", "unclear")


@pytest.mark.shared
@pytest.mark.parametrize("prefix", FOLDER_OF)
def test_every_number_of_the_signed_text_is_in_the_answer_to_its_clause(prefix: str) -> None:
    assert _missing(prefix, in_sentences=True) - SAID_BEFORE.keys() == set()


@pytest.mark.shared
@pytest.mark.parametrize("prefix", FOLDER_OF)
def test_every_number_is_a_value_that_the_rules_can_use_and_not_only_a_sentence(prefix: str) -> None:
    assert _missing(prefix, in_sentences=False) - ONLY_SAID.keys() == set()


@pytest.mark.shared
def test_every_exception_is_still_needed() -> None:
    said = set().union(*(_missing(prefix, in_sentences=True) for prefix in FOLDER_OF))
    used = set().union(*(_missing(prefix, in_sentences=False) for prefix in FOLDER_OF))
    assert (SAID_BEFORE.keys() - said, ONLY_SAID.keys() - used) == (set(), set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("delfinansierar med 4 500 000 kronor 2026", {"4500000", "2026"}),
        ("senast den 31/3 2029, alltså den 31 mars 2029", {"2029-03-31"}),
        ("ANKOM 2024 -07- 12", {"2024-07-12"}),
        ("per den 1 januari", {"01-01"}),
        ("(212000-1157) och 802003-\n\n1954", {"212000-1157", "802003-1954"}),
        ("26,8 per 10 000", {"26.8", "10000"}),
        ("(2025:400) och SOU 2019:56", {"2025:400", "2019:56"}),
        ("12 (tolv) månader, två gånger, en miljon (1 mnkr)", {"12", "2", "1000000"}),
    ],
)
def test_a_figure_is_known_however_it_is_written(text: str, expected: set[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    ["042-10 20 60", "076 – 647 15 30", "a.b1@exempel.se", "Storgatan 14, 211 32 Staden", "1. Syfte.....\t3"],
)
def test_a_telephone_number_address_or_page_number_is_no_figure(text: str) -> None:
    assert figures(without_what_is_no_figure(text)) == set()


def test_the_name_of_a_clause_states_no_figure() -> None:
    assert figures_in({"clause": "1.6 st. 3", "says": "Enligt 1.6 st. 4 och 7 st. 2 gäller 9 månader"}) == {"9"}


def _missing(prefix: str, *, in_sentences: bool) -> set[Place]:
    """Figures that the answer to their section lacks, in the values of its terms or (in_sentences) in any word."""
    signed = signed_text(prefix)
    values = _by_id(signed)
    missing = set()
    for section in signed.sections:
        clauses = _answering(signed, section)
        terms = [values[term_id] for clause in clauses for term_id in clause.terms]
        answers = [*terms, *(clause.says for clause in clauses)] if in_sentences else _data(terms)
        wanted = figures(without_what_is_no_figure(section.text))
        missing |= {(prefix, section.label, figure) for figure in wanted - figures_in(answers)}
    return missing


def _answering(signed: SignedText, section: Section) -> list[Clause]:
    """What stands before the first heading may be answered anywhere; signatures stand under the last one."""
    if not section.label:
        return list(signed.dossier.clauses)
    answers = signed.answers(section.label)
    if section == signed.sections[-1]:
        placed = [clause for each in signed.sections if each.label for clause in signed.answers(each.label)]
        answers += [clause for clause in signed.dossier.clauses if clause not in placed]
    return answers


def _data(value: Any) -> Any:
    """Without sentences and other readings."""
    if isinstance(value, dict):
        return {key: _data(part) for key, part in value.items() if key not in SENTENCES}
    return [_data(part) for part in value] if isinstance(value, list) else value


def _by_id(signed: SignedText) -> dict[str, Any]:
    """Id → what the file says under it, before any default is filled in."""
    file = tomllib.loads((signed.folder / "agreement.toml").read_text("utf-8"))
    values = {name: file.pop(name) for name in ("source", "period")}
    del file["agreement"]
    for family in file.values():
        values |= family
    return values
