"""Every key that can be agreed has a label, every fixed value its words, and no key is left out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from samsyn.rules.reading import read_agreement, read_files
from samsyn.rules.terms import FAMILIES, Agreement
from samsyn.rules.terms.base import Alternative, Assumption, Term
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.places import Step
from samsyn.rules.terms.source import Heading
from samsyn.web.agreements.presenters.terms import facts_of
from samsyn.web.agreements.presenters.terms.facts import NOT_FACTS
from samsyn.web.agreements.presenters.terms.wording import COMMON, LABELS, word
from samsyn.web.agreements.presenters.terms.wording import FAMILIES as TITLES
from samsyn.web.agreements.tests.conftest import FOLDERS
from samsyn.web.agreements.tests.invented import FILES

_NOT_TERMS = (Alternative, Assumption, Heading)


def _inside(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _inside(part)


def _tables(kind: type = Agreement) -> Iterator[type]:
    """Every dataclass that can stand in an agreement file."""
    for hint in get_type_hints(kind).values():
        for part in _inside(hint):
            if is_dataclass(part) and isinstance(part, type) and part not in _NOT_TERMS:
                yield part
                yield from _tables(part) if part is not kind else ()


TABLES = sorted({kind for kind in _tables() if hasattr(kind, "__pydantic_fields__")}, key=lambda kind: kind.__name__)


def test_every_family_has_a_title() -> None:
    assert set(TITLES) == set(FAMILIES)


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_key_has_a_label(kind: type) -> None:
    keys = {field.name for field in fields(kind) if field.name not in NOT_FACTS}
    missing = keys - set(LABELS.get(kind, {})) - (set(COMMON) if issubclass(kind, Term) else set())
    assert not missing, f"write words for them in presenters/terms: {sorted(missing)}"


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_fixed_value_has_its_words(kind: type) -> None:
    missing = [
        (key, value)
        for key, hint in get_type_hints(kind).items()
        for part in _inside(hint)
        if get_origin(part) is Literal
        for value in get_args(part)
        if word(kind, key, value) is None
    ]
    assert not missing, f"write words for them in presenters/terms: {missing}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_key_that_says_something_is_left_out(folder: Path) -> None:
    agreement = read_agreement(folder).agreement
    for _, term in agreement.terms():
        spoken = {key for fact in facts_of(term, agreement) for key in fact.covers}
        said = {
            field.name
            for field in fields(type(term))
            if field.name not in NOT_FACTS and getattr(term, field.name) not in (None, (), False, "unspecified", True)
        }
        assert said <= spoken, f"{term.id}: {said - spoken}"


def test_a_duty_is_called_by_its_kind() -> None:
    assert word(Duty, "kind", "report") == "Rapport"


def test_amounts_days_and_names_are_exact() -> None:
    agreement = read_files(FILES).agreement
    money = {fact.key: fact.lines for fact in facts_of(agreement.funding["bidrag"], agreement)}
    assert money["payers"] == ("Socialnämnden",)
    assert money["amounts"][1] == "4\N{NO-BREAK SPACE}600\N{NO-BREAK SPACE}000,50\N{NO-BREAK SPACE}kr för 2027"
    plan = {fact.key: fact.lines for fact in facts_of(agreement.payment["fakturor"], agreement)}
    assert plan["funding"] == ("Bidrag, punkt 4",)
    assert plan["every"] == ("varje kvartal",)


def test_the_day_of_a_step_is_counted_from_the_first_day_and_to_the_last() -> None:
    def said(**keys: Any) -> dict[str, tuple[str, ...]]:
        step = Step(id="samtal", clause="4", says="Samtal.", pool="platser", kind="self_assessment", **keys)
        return {fact.key: fact.lines for fact in facts_of(step, read_files(FILES).agreement)}

    both = said(at=("start", "end"), days=7)
    assert both["days"] == ("7 dagar efter den första dagen", "7 dagar före den sista dagen")
    assert said(at=("end",), days=0)["days"] == ("den sista dagen",)
    assert "days" not in said(at=("start",))


def test_how_people_meet_is_told_only_where_there_are_several() -> None:
    def said(*functions: str, together: bool = True) -> tuple[str, ...] | None:
        step = Step(
            id="samtal", clause="4", says="Samtal.", pool="platser", kind="follow_up", with_functions=functions,
            together=together,
        )  # fmt: skip
        found = {fact.key: fact.lines for fact in facts_of(step, read_files(FILES).agreement)}
        return found.get("together")

    assert said("Handledare") is None
    assert said("Handledare", "Sekreterare") == ("i ett gemensamt samtal",)
    assert said("Handledare", "Sekreterare", together=False) == ("var för sig, om de vill",)
