"""The theory as a list, node by node; and figures from outside, each with the one of ours it stands beside. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Assumption
from samsyn.rules.terms.followup import TheoryNode
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.theory.presenters.picture import stage_words
from samsyn.web.theory.queries import Beside


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Node:
    """`number` is the one that the narrow picture gives it; `leads_to` are pairs of number and text."""

    number: int
    text: str
    says: str
    clause: str
    assumed: bool
    note: str
    leads_to: tuple[tuple[int, str], ...]
    measures: tuple[Measure, ...]
    assumptions: tuple[str, ...]
    other_explanations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    key: str
    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """`beside`: our own figure, apart from it; None where there is none to set it against."""

    figure: Beside
    beside: Measure | None


def stages_of(terms: Agreement, to: Addresses, pages: Mapping[str, str]) -> list[Stage]:
    """`pages`: where figures are read; an indicator without one leads to its clause."""
    names = stage_words()
    there = [node for stage in names for node in terms.theory.values() if node.applies and node.stage == stage]
    numbers = {node.id: number for number, node in enumerate(there, 1)}
    return [
        Stage(stage, name, tuple(_node(each, terms, numbers, to, pages) for each in there if each.stage == stage))
        for stage, name in names.items()
        if any(each.stage == stage for each in there)
    ]


def asked_of(terms: Agreement) -> list[Assumption]:
    """What the parties are to answer about the theory."""
    return [each for node in terms.theory.values() if node.applies for each in node.assumption]


def outside_of(found: Sequence[Beside], terms: Agreement, to: Addresses, pages: Mapping[str, str]) -> list[Compared]:
    return [Compared(each, _measure(each.indicator, terms, to, pages)) for each in found]


def choices_of(terms: Agreement) -> list[tuple[str, str]]:
    """The indicators that a figure can stand beside."""
    return [(key, each.name) for key, each in terms.indicator.items() if each.applies]


def _node(
    node: TheoryNode, terms: Agreement, numbers: Mapping[str, int], to: Addresses, pages: Mapping[str, str]
) -> Node:
    leads = sorted((numbers[each], terms.theory[each].text) for each in node.leads_to if each in numbers)
    return Node(
        number=numbers[node.id],
        text=node.text,
        says=node.says,
        clause=node.clause,
        assumed=bool(node.assumption),
        note=node.note or "",
        leads_to=tuple(leads),
        measures=tuple(found for each in node.indicators if (found := _measure(each, terms, to, pages))),
        assumptions=node.assumptions,
        other_explanations=node.other_explanations,
    )


def _measure(indicator: str, terms: Agreement, to: Addresses, pages: Mapping[str, str]) -> Measure | None:
    found = terms.indicator.get(indicator)
    if found is None or not found.applies:
        return None
    return Measure(found.name, pages.get(indicator) or to.clause(found.clause))
