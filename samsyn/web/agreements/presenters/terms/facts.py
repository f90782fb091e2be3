"""A term → pairs of label and value that a person can read. No key is ever left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

from django.utils.translation import gettext

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Id, Term
from samsyn.rules.terms.operations import Comparison, Opening, Volume
from samsyn.rules.terms.places import IntakePoint
from samsyn.web.agreements.presenters.terms.phrases import IN_CONTEXT, PHRASES, day_of_year
from samsyn.web.agreements.presenters.terms.wording import ALWAYS, UNITS, in_units, label, title, word
from samsyn.web.ui.formats import STUCK, grouped

NOT_FACTS = ("id", "clause", "says", "assumption")
"""Shown elsewhere: the clause tag, the sentence, the box of an assumption."""
_LAST = ("annex", "first", "last", "applies", "note")
_SAYS_NOTHING = (False, "unspecified")


@dataclass(frozen=True, slots=True)
class Fact:
    """`key` is the key in the agreement file, `keys` all keys that the value speaks of. Never without lines."""

    key: str
    label: str
    lines: tuple[str, ...]
    keys: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        return "; ".join(self.lines)

    @property
    def covers(self) -> tuple[str, ...]:
        return self.keys or (self.key,)


def facts_of(term: Term, agreement: Agreement) -> tuple[Fact, ...]:
    """Every key that the term has given a value, in the order of the family, with common keys last."""
    kind: type = type(term)
    found = {field.name: lines for field in _fields(kind) if (lines := _shown(term, field, agreement))}
    merged = _merge(term, found)
    together = {key for fact in merged.values() for key in fact.covers}
    alone = (Fact(key, label(kind, key), lines) for key, lines in found.items() if key not in together)
    by_key = {**{fact.key: fact for fact in alone}, **merged}
    return tuple(by_key[field.name] for field in _fields(kind) if field.name in by_key)


@cache
def _fields(kind: type) -> tuple[Field[Any], ...]:
    """Own keys first."""
    wanted = [field for field in fields(kind) if field.name not in NOT_FACTS]
    own = [field for field in wanted if field.name not in _LAST or "period" in kind.__name__.lower()]
    rest = (field for field in wanted if field not in own)
    return (*own, *sorted(rest, key=lambda field: _LAST.index(field.name)))


def _shown(term: Term, field: Field[Any], agreement: Agreement) -> tuple[str, ...]:
    kind: type = type(term)
    value = getattr(term, field.name)
    if value is None or value == () or (field.name == "applies" and value):
        return ()
    if value in _SAYS_NOTHING and _is_default(field, value) and (kind, field.name) not in ALWAYS:
        return ()
    if (in_context := IN_CONTEXT.get((kind, field.name))) is not None:
        return in_context(term)
    return value_lines(kind, field.name, value, agreement)


def _is_default(field: Field[Any], value: object) -> bool:
    default: object = getattr(field.default, "default", field.default)
    return default is not MISSING and default == value


def value_lines(kind: type, key: str, value: Any, agreement: Agreement) -> tuple[str, ...]:
    """A value in words, one line for each thing in a list."""
    if (kind, key) in UNITS and isinstance(value, tuple):
        return (in_units(UNITS[kind, key], "–".join(map(str, value))),)
    if isinstance(value, tuple):
        return tuple(line for item in value for line in value_lines(kind, key, item, agreement))
    if (phrase := PHRASES.get(type(value))) is not None:
        said = phrase(value, agreement)
        return (said,) if isinstance(said, str) else said
    return (_plain(kind, key, value, agreement),)


def _plain(kind: type, key: str, value: Any, agreement: Agreement) -> str:
    if (words := word(kind, key, value)) is not None:
        return words
    if isinstance(value, bool):
        return gettext("ja") if value else gettext("nej")
    if (kind, key) in UNITS:
        return in_units(UNITS[kind, key], value)
    if isinstance(value, str):
        return reference(value, agreement) if key in _references(kind) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, MonthDay):
        return day_of_year(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return grouped(value) if isinstance(value, int) else str(value)


@cache
def _references(kind: type) -> frozenset[str]:
    """Keys that name a party, a body or another term."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(key for key, hint in hints.items() if hint == Id or Id in get_args(hint))


def reference(term_id: str, agreement: Agreement) -> str:
    """What is meant by an id: the name of a party or a site; «Ersättning, punkt 1.6» for what has no name."""
    found = next(((family, term) for family, term in agreement.terms() if term.id == term_id), None)
    if found is None:
        return term_id
    family, term = found
    name = getattr(term, "name", "")
    return name or gettext("%(what)s, punkt %(clause)s") % {"what": title(family, term), "clause": term.clause}


def _merge(term: Term, found: dict[str, tuple[str, ...]]) -> dict[str, Fact]:
    """Keys that are one thing to a reader: a number with its unit, opening hours from and to."""
    kind = type(term)
    return {fact.key: fact for fact in _merged(term, found) if fact.lines and kind in _JOINED}


def _merged(term: Term, found: dict[str, tuple[str, ...]]) -> Iterator[Fact]:
    for key, keys, between in _JOINED.get(type(term), ()):
        words = [line for each in keys for line in found.get(each, ())]
        if words:
            yield Fact(key, label(type(term), key), (between.join(words),), keys)


_JOINED: dict[type, tuple[tuple[str, tuple[str, ...], str], ...]] = {
    Opening: (("opens", ("opens", "closes"), "–"),),
    IntakePoint: (("opens", ("opens", "closes"), "–"),),
    Comparison: (("value", ("value", "unit"), STUCK),),
    Volume: (("count", ("count", "unit", "per"), " "),),
}
