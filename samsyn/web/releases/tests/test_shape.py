"""What one figure says of another: the same number by another name, and a share of what everyone knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samsyn.rules.disclosure import Cell, Line, Table, lay, protect
from samsyn.rules.terms.indicators import Facts, Indicator, Where
from samsyn.web.releases.shape import adds_up, is_protected, meanings, whole_is_known
from samsyn.web.releases.tests.conftest import SPRING


def indicator(key: str, facts: Facts, measure: Any = "count", **given: Any) -> Indicator:
    return Indicator(id=key, clause="5", says=key, name=key, level="output", measure=measure, of=key, unit=key,
                     facts=(facts,), **given)  # fmt: skip


def hidden(figures: Sequence[tuple[Indicator, Mapping[Line, int]]]) -> set[tuple[str, Line]]:
    """Let go of together, what is not told."""
    tables = [
        Table(
            each.id, each.id, "north", SPRING, numbers, adds_up=adds_up(each), means=meanings(each, numbers),
            wholes_are_known=whole_is_known(each),
        )
        for each, numbers in figures
    ]  # fmt: skip
    new = [each.id for each in tables]
    world = lay(tables, 5, new=new)
    keys = {f"{each.id} {line}": (each.id, line) for each in tables for line in each.numbers}
    kept = protect(
        [Cell(key, world.sums[of]) for key, of in keys.items()], truth=world.truth, before=world.told,
        ties=world.ties, secrets=world.secrets, knowers=world.knowers, smallest=5,
    )  # fmt: skip
    return {keys[each] for each in kept}


def by(dimension: str, name: str = "value", **numbers: int) -> dict[Line, int]:
    total = {Line((), (), name): sum(numbers.values())}
    return total | {Line((dimension,), (key,), name): n for key, n in numbers.items()}


def test_the_same_number_by_another_name_is_hidden_with_it() -> None:
    """Breakfasts are a line of all services and a figure of their own. Three showers hide ten breakfasts in both."""
    services = by("service", breakfast=10, shower=3, lunch=40)
    breakfasts = {Line((), (), "value"): 10}
    alone = hidden([(indicator("services", "services"), services)])
    assert alone == {("services", Line(("service",), (key,), "value")) for key in ("breakfast", "shower")}
    one = indicator("breakfasts", "services", where=Where(service=("breakfast",)))
    both = hidden([(indicator("services", "services"), services), (one, breakfasts)])
    told = {("services", Line(("service",), ("breakfast",), "value")), ("breakfasts", Line((), (), "value"))} - both
    assert len(told) in (0, 2), "either both are told, or neither"
    assert len([each for each in both if each[1].by == ("service",)]) >= 2


def test_how_many_beds_there_were_is_known_so_a_few_empty_ones_tell_how_many_were_slept_in() -> None:
    share = indicator("occupancy", "nights", "ratio", over=("place_nights",))
    assert hidden([(share, by("site", "part", a=3, b=90) | by("site", "rest", a=97, b=10))]) >= {
        ("occupancy", Line(("site",), ("a",), "part")), ("occupancy", Line(("site",), ("a",), "rest")),
    }  # fmt: skip
    assert not is_protected(indicator("beds", "place_nights", "sum"))


def test_different_people_do_not_add_up_over_time() -> None:
    assert adds_up(indicator("nights", "nights"))
    assert not adds_up(indicator("guests", "guests", "distinct"))
