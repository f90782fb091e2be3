"""All words for terms in one place: which label a key has, which words a value has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.obligations.kinds import KINDS
from samsyn.rules.terms.base import Term
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.funding import Funding
from samsyn.rules.terms.governance import Body
from samsyn.web.agreements.presenters.terms import (
    counting,
    duties,
    followup,
    money,
    occasions,
    operations,
    parties,
    people,
    period,
    places,
    secrecy,
)

_FILES = (parties, period, money, duties, operations, counting, occasions, places, people, followup, secrecy)
_ALL = [each.VOCABULARY for each in _FILES]
FAMILIES = {name: title for words in _ALL for name, title in words.families.items()}
LABELS = {kind: labels for words in _ALL for kind, labels in words.labels.items()}
WORDS = {key: values for words in _ALL for key, values in words.words.items()}
UNITS = {key: unit for words in _ALL for key, unit in words.units.items()}
ALWAYS = frozenset().union(*(words.always for words in _ALL))

COMMON: dict[str, Promise] = {
    "clause": _("Punkt"),
    "says": _("Med våra ord"),
    "annex": _("Bilaga"),
    "first": _("Gäller från och med"),
    "last": _("Gäller till och med"),
    "applies": _("Gäller"),
    "note": _("Att veta"),
}
"""Keys that every term can have."""


def label(kind: type, key: str) -> str:
    """The Swedish word for a key; the key itself, spelled out, where nobody has given it a word."""
    found = LABELS.get(kind, {}).get(key) or COMMON.get(key)
    return str(found) if found else key.replace("_", " ").capitalize()


def word(kind: type, key: str, value: object) -> str | None:
    """The words for a value that is one of a few; None for numbers, names and free text."""
    if kind is Duty and key == "kind" and value in KINDS:
        return gettext(KINDS[str(value)].title)
    found = WORDS.get((kind, key), {}).get(value)
    return None if found is None else str(found)


def family_title(family: str) -> str:
    return str(FAMILIES.get(family, family.replace("_", " ").capitalize()))


def title(family: str, term: Term) -> str:
    """What sort of term it is, as closely as the term itself says: «Ersättning», «Styrgrupp», «Rapport»."""
    if isinstance(term, Duty | Funding | Body) and (kind := word(type(term), "kind", term.kind)):
        return kind[0].upper() + kind[1:]
    return family_title(family)


def in_title(term: Term) -> tuple[str, ...]:
    """Keys that the title already speaks of."""
    return ("kind", "name") if isinstance(term, Duty | Funding | Body) else ("name",)


def in_units(unit: str, number: Any) -> str:
    """A number with what it counts: «3 månader»."""
    return _UNITS[unit](number)


_UNITS: dict[str, Callable[[Any], str]] = {
    "months": lambda n: ngettext("%(n)s månad", "%(n)s månader", n) % {"n": n},
    "days": lambda n: ngettext("%(n)s dag", "%(n)s dagar", n) % {"n": n} if n else gettext("genast"),
    "nights": lambda n: ngettext("%(n)s natt", "%(n)s nätter", n) % {"n": n},
    "times": lambda n: ngettext("%(n)s gång", "%(n)s gånger", n) % {"n": n},
    "age": lambda ages: gettext("%(ages)s år") % {"ages": ages},
}
