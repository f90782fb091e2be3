"""Two agreements side by side: which terms differ, key by key, old and new in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Term
from samsyn.web.agreements.presenters.terms import Fact, facts_of, label, title

_UNSHOWN = ("id", "assumption")
_SENTENCES = ("clause", "says")


@dataclass(frozen=True, slots=True)
class FactChange:
    """One key: what stood and what stands. Empty where there was nothing, or there is nothing any more."""

    label: str
    old: str
    new: str

    @property
    def new_or_nothing(self) -> str:
        return self.new or gettext("inget")

    @property
    def old_or_nothing(self) -> str:
        return self.old or gettext("inget")


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term that differs. `what`: changed, added or removed."""

    term: str
    what: str
    clause: str
    title: str
    name: str
    says: str
    facts: tuple[FactChange, ...]


def term_changes(old: Agreement, new: Agreement) -> tuple[TermChange, ...]:
    """In the order of the families. Terms that are the same are left out."""
    was = {term.id: (family, term) for family, term in old.terms()}
    becomes = {term.id: (family, term) for family, term in new.terms()}
    return tuple(_changes(old, new, was, becomes))


def _changes(old: Agreement, new: Agreement, was: dict[str, Any], becomes: dict[str, Any]) -> Iterator[TermChange]:
    for term_id, (family, term) in becomes.items():
        before = was.get(term_id)
        if before is None:
            facts = tuple(FactChange(fact.label, "", fact.value) for fact in facts_of(term, new))
            yield _change("added", family, term, facts)
        elif before[1] != term and (facts := fact_changes(before[1], term, old, new)):
            yield _change("changed", family, term, facts)
    for term_id, (family, term) in was.items():
        if term_id not in becomes:
            facts = tuple(FactChange(fact.label, fact.value, "") for fact in facts_of(term, old))
            yield _change("removed", family, term, facts)


def _change(what: str, family: str, term: Term, facts: tuple[FactChange, ...]) -> TermChange:
    name = getattr(term, "name", "")
    return TermChange(term.id, what, term.clause, title(family, term), name, term.says, facts)


def fact_changes(old: Term, new: Term, before: Agreement, after: Agreement) -> tuple[FactChange, ...]:
    """Every key whose value differs, also one that no page shows by itself."""
    was, becomes = _by_key(facts_of(old, before)), _by_key(facts_of(new, after))
    found: dict[str, FactChange] = {}
    for field in fields(type(new)):
        if field.name in _UNSHOWN or getattr(old, field.name) == getattr(new, field.name):
            continue
        one, other = was.get(field.name), becomes.get(field.name)
        shown = (other or one).label if one or other else label(type(new), field.name)  # type: ignore[union-attr]
        values = _values(field.name, one, other, old, new)
        found[shown] = FactChange(shown, *values)
    return tuple(found.values())


def _values(key: str, one: Fact | None, other: Fact | None, old: Term, new: Term) -> tuple[str, str]:
    if key in _SENTENCES:
        return getattr(old, key), getattr(new, key)
    return one.value if one else "", other.value if other else ""


def _by_key(facts: tuple[Fact, ...]) -> dict[str, Fact]:
    return {key: fact for fact in facts for key in fact.covers}
