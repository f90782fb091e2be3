"""What a draft changes, term by term. Values in, values out: content as {"set": …, "add": …, "remove": […]}."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from samsyn.rules.terms import Agreement, Term
from samsyn.rules.terms.patch import patched
from samsyn.web.changes.content import from_json
from samsyn.web.changes.forms.keys import adapter, kind_of
from samsyn.web.changes.models import Change

Content = dict[str, Any]
FIXED = ("source", "period", "party")
"""Families of which a term is neither added nor removed: they say what the agreement is and between whom."""
NOT_BY_AMENDMENT = ("source",)
"""What the signed text is, no amendment changes."""


def content_of(change: Change | None) -> Content:
    return {} if change is None else deepcopy(from_json(change.content))


def with_changes(content: Content, family: str, term: str, changes: Mapping[str, Any]) -> Content:
    """These are the keys of the term that differ; none: the term stands as it did."""
    made = without(content, family, term)
    if changes:
        made.setdefault("set", {}).setdefault(family, {})[term] = dict(changes)
    return made


def with_new(content: Content, family: str, term: str, values: Mapping[str, Any]) -> Content:
    made = without(content, family, term)
    made.setdefault("add", {}).setdefault(family, {})[term] = dict(values)
    return made


def with_removed(content: Content, family: str, term: str) -> Content:
    made = without(content, family, term)
    made["remove"] = [*made.get("remove", []), term]
    return made


def without(content: Content, family: str, term: str) -> Content:
    """The draft says nothing of the term any more."""
    made = deepcopy(content)
    for part in ("set", "add"):
        terms = made.get(part, {}).get(family, {})
        terms.pop(term, None)
        if family in made.get(part, {}) and not terms:
            del made[part][family]
        if part in made and not made[part]:
            del made[part]
    if term in made.get("remove", []):
        made["remove"] = [each for each in made["remove"] if each != term]
        if not made["remove"]:
            del made["remove"]
    return made


def is_new(content: Content, family: str, term: str) -> bool:
    return term in content.get("add", {}).get(family, {})


def as_drafted(content: Content, family: str, term_id: str, term: Term | None) -> Term | None:
    """The term as the draft has it; None where there is none by that name. Raises pydantic.ValidationError."""
    if is_new(content, family, term_id):
        values = content["add"][family][term_id]
        new: Term = adapter(kind_of(family)).validate_python({**values, "id": term_id})
        return new
    changes = content.get("set", {}).get(family, {}).get(term_id)
    return patched(term, changes) if changes and term is not None else term


def touched(content: Content) -> frozenset[str]:
    """Every term that the draft says something of."""
    named = {term for part in ("set", "add") for terms in content.get(part, {}).values() for term in terms}
    return frozenset(named | set(content.get("remove", [])))


def free_id(words: str, agreement: Agreement, content: Content) -> str:
    """An id for a new term, from its words; never one that is in use."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain)[:5])[:60].strip("-") or "nytt"
    taken = {term.id for _, term in agreement.terms()} | touched(content)
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
