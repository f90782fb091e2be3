"""An agreement with a change laid over it. Values in, values out: the old agreement is untouched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from samsyn.rules.terms.agreement import FAMILIES, Agreement
from samsyn.rules.terms.base import Term
from samsyn.rules.terms.changes import ChangeFile, Happening
from samsyn.rules.terms.patch import patched

Path = tuple[str | int, ...]


class UnknownTerm(Exception):
    """A change names a family or term that does not exist, or adds one that does."""

    def __init__(self, path: Path, what: str, do: str) -> None:
        self.path, self.what, self.do = path, what, do
        super().__init__(what)


class NoTerm(Exception):
    """What a change sets or adds is no longer a term. `trouble` says why, `path` where it is written."""

    def __init__(self, path: Path, trouble: ValidationError) -> None:
        self.path, self.trouble = path, trouble
        super().__init__(str(trouble))


class NothingChanged(Exception):
    """A change sets what already holds."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} changes nothing")


def amended(agreement: Agreement, file: ChangeFile) -> Agreement:
    """Terms set, added and removed. Raises UnknownTerm, NothingChanged or NoTerm."""
    tables = {family: dict(agreement.family(family)) for family in FAMILIES}
    for family, terms in file.set.items():
        for term_id, changes in terms.items():
            path: Path = ("set", family, term_id)
            old = _existing(tables, family, term_id, path)
            _changeable(family, changes, path)
            with _naming(path):
                new = patched(old, changes)
            if new == old:
                raise NothingChanged(path)
            tables[family][term_id] = _settled(new, changes)
    for family, terms in file.add.items():
        for term_id, content in terms.items():
            path = ("add", family, term_id)
            _absent(tables, family, term_id, path)
            with _naming(path):
                tables[family][term_id] = _adapter(family).validate_python({**content, "id": term_id})
    for term_id in file.change.remove:
        family = _family_of(tables, term_id)
        del tables[family][term_id]
    return _rebuilt(agreement, tables)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except ValidationError as trouble:
        raise NoTerm(path, trouble) from trouble


def _settled(term: Term, changes: Mapping[str, Any]) -> Term:
    """An amendment that writes a key answers the questions about it: they are no longer assumed."""
    left = tuple(
        assumption
        for assumption in term.assumption
        if not any(alternative.set.keys() & changes.keys() for alternative in assumption.alternatives)
    )
    return replace(term, assumption=left) if "assumption" not in changes else term


def with_alternative(agreement: Agreement, assumption_id: str, alternative_id: str) -> Agreement:
    """The agreement as another reading would have it. Raises UnknownTerm."""
    for family, term, assumption in agreement.assumptions():
        if assumption.id == assumption_id:
            for alternative in assumption.alternatives:
                if alternative.id == alternative_id:
                    return _with_term(agreement, family, patched(term, alternative.set))
            known = ", ".join(alternative.id for alternative in assumption.alternatives)
            what = f"«{assumption_id}» has no alternative «{alternative_id}»"
            raise UnknownTerm(("change", "answer"), what, f"Write one of: {known}; or leave it out to confirm")
    raise UnknownTerm(("change", "of"), f"there is no assumption «{assumption_id}»", "Correct the id")


def with_answer(agreement: Agreement, change: Happening) -> Agreement:
    """The agreement once the parties have answered an assumption: the reading holds and is no longer assumed."""
    of = change.of or ""
    answered = with_alternative(agreement, of, change.answer) if change.answer else agreement
    for family, term, _ in agreement.assumptions():
        if any(assumption.id == of for assumption in term.assumption):
            new = answered.family(family)[term.id]
            left = tuple(assumption for assumption in new.assumption if assumption.id != of)
            return _with_term(answered, family, replace(new, assumption=left))
    raise UnknownTerm(("change", "of"), f"there is no assumption «{of}»", "Correct the id")


def _with_term(agreement: Agreement, family: str, term: Term) -> Agreement:
    tables = {family: {**agreement.family(family), term.id: term}}
    return _rebuilt(agreement, tables)


def _rebuilt(agreement: Agreement, tables: Mapping[str, Mapping[str, Term]]) -> Agreement:
    changes: dict[str, Any] = {}
    for family, terms in tables.items():
        single = isinstance(getattr(agreement, family), Term)
        changes[family] = next(iter(terms.values())) if single else dict(terms)
    return replace(agreement, **changes)


def _existing(tables: Mapping[str, Mapping[str, Term]], family: str, term_id: str, path: Path) -> Term:
    found = tables.get(family, {}).get(term_id)
    if found is None:
        known = ", ".join(sorted(tables.get(family, {}))) or "none"
        raise UnknownTerm(path, f"there is no [{family}.{term_id}] to change", f"Terms of that family: {known}")
    return found


def _changeable(family: str, changes: Mapping[str, Any], path: Path) -> None:
    """An id is what evidence is kept under; the days of the agreement are moved by happenings of their own."""
    if "id" in changes:
        do = "Take id away; remove the term and add another, if it is another"
        raise UnknownTerm((*path, "id"), "an id cannot be changed", do)
    if family == "period" and (moved := {"first", "last"} & changes.keys()):
        do = 'Write a file with kind = "extension" or kind = "termination", and last in [change]'
        raise UnknownTerm((*path, min(moved)), "an amendment does not move the days of the agreement", do)


def _absent(tables: Mapping[str, Mapping[str, Term]], family: str, term_id: str, path: Path) -> None:
    if family not in tables or family in ("source", "period"):
        raise UnknownTerm(path, f"there is no family «{family}» to add to", f"Families: {', '.join(FAMILIES)}")
    if any(term_id in terms for terms in tables.values()):
        raise UnknownTerm(path, f"there is already a term «{term_id}»", "Use [set.…] to change it, or another id")


def _family_of(tables: Mapping[str, Mapping[str, Term]], term_id: str) -> str:
    for family, terms in tables.items():
        if term_id in terms:
            if family not in ("source", "period", "party"):
                return family
            what = f"«{term_id}» is a {family} and cannot be removed"
            raise UnknownTerm(("change", "remove"), what, "Take it out of remove")
    raise UnknownTerm(("change", "remove"), f"there is no term «{term_id}» to remove", "Correct the id")


@cache
def _adapter(family: str) -> TypeAdapter[Term]:
    kind = get_type_hints(Agreement)[family]
    return TypeAdapter(get_args(kind)[1] if get_origin(kind) is dict else kind)
