"""A twin: the terms of a real agreement under fictitious parties, moved in time, for demo and practice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import tomli_w
from pydantic import Field

from samsyn.rules.quantities import add_months
from samsyn.rules.reading.keys import adapter
from samsyn.rules.reading.reader import AGREEMENT, AMENDMENTS, CLAUSES
from samsyn.rules.reading.slug import slug
from samsyn.rules.terms.base import Id, Text, term

YEAR = re.compile(r"(?<![\d:–-])(20[1-4]\d)(?![\d:])")
"""A year in our own sentences, but not the year of an act («2025:400»)."""


@term
class Overlay:
    """twin.toml: what the twin is called, how many years it is moved, and which words are replaced.

    `replace` is applied to every text, longest words first; `party` gives new values for the parties, by their
    id in the real agreement.
    """

    id: Id
    name: Text
    title: Text
    shift_years: int = 0
    replace: dict[str, str] = Field(default_factory=dict)
    ids: dict[str, str] = Field(default_factory=dict)
    """Ids → their ids in the twin, where replacing the words in them is not enough."""
    party: dict[str, dict[str, Any]]
    set: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Keys of terms that are otherwise in the twin, in its own time: a proposal that is signed there."""
    add: dict[str, dict[str, dict[str, Any]]] = Field(default_factory=dict)
    """Terms that the twin has besides, in its own time and with its own ids: what annexes say that we do not have."""
    answered: tuple[str, ...] = ()
    """Assumptions (their ids in the real agreement) that are open no longer: `set` says what was agreed."""
    case_numbers: dict[str, str] = Field(default_factory=dict)
    """Invented diarienummer, by party in the twin: the twin is a demo, and a controller looks for them."""
    without: tuple[str, ...] = ("comparison",)
    """Families that say something about the real world and have no place in a twin."""


def make_twin(files: Mapping[str, bytes], overlay: bytes) -> dict[str, bytes]:
    """New files by name, complete and readable by read_files. The twin says that it is fictitious."""
    wanted = _overlay(overlay)
    real = _values(files[AGREEMENT])
    move = _Move(wanted, _new_ids(real, wanted))
    gone = {move.id(term_id) for family in wanted.without for term_id in real.get(family, {})}
    twin = {AGREEMENT: _toml(_agreement(real, move))}
    if CLAUSES in files:
        answers = _clauses(move.prose(files[CLAUSES].decode()), gone)
        twin[CLAUSES] = _with_added(answers, wanted.add).encode()
    for name, content in files.items():
        if name.startswith(AMENDMENTS):
            twin[move.text(name)] = _toml(move.value(_values(content)))
    return twin


def case_numbers_of(overlay: bytes) -> dict[str, str]:
    """The invented case numbers of a twin, by party."""
    return _overlay(overlay).case_numbers


def _overlay(content: bytes) -> Overlay:
    found: Overlay = adapter(Overlay).validate_python(_values(content))
    return found


def _values(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode(), parse_float=Decimal)


def _toml(values: dict[str, Any]) -> bytes:
    return tomli_w.dumps(values, multiline_strings=False).encode()


def _new_ids(values: dict[str, Any], wanted: Overlay) -> dict[str, str]:
    """Every id of the agreement → its id in the twin: the same words are replaced as in the text."""
    words = {slug(old): slug(new) for old, new in wanted.replace.items()}
    found = {}
    for old in _ids(values):
        new = old
        for word in sorted(words, key=len, reverse=True):
            new = new.replace(word, words[word])
        found[old] = wanted.ids.get(old, new)
    return found


def _ids(values: dict[str, Any]) -> Iterator[str]:
    """Ids of terms (names of tables) and of assumptions and alternatives (written inside)."""
    for family in values.values():
        yield from (key for key, content in family.items() if isinstance(content, dict))
        yield from _written_ids(family)


def _written_ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _written_ids(part)


def _agreement(values: dict[str, Any], move: _Move) -> dict[str, Any]:
    wanted = move.wanted
    kept = {family: content for family, content in values.items() if family not in wanted.without}
    moved: dict[str, Any] = move.value(kept)
    moved["agreement"] |= {"id": wanted.id, "name": wanted.name, "title": wanted.title, "fictitious": True}
    for party_id, changes in wanted.party.items():
        moved["party"][move.id(party_id)] |= changes
    _answer(moved, {move.id(each) for each in wanted.answered})
    for family, added in wanted.add.items():
        moved.setdefault(family, {}).update(added)
    for family, terms in wanted.set.items():
        for term_id, changes in terms.items():
            moved[family][term_id] = moved[family][term_id] | changes if isinstance(changes, dict) else changes
    return moved


def _answer(families: dict[str, Any], answered: set[str]) -> None:
    """Take out assumptions that the parties of the twin have answered. Raises ValueError where there is none."""
    found: set[str] = set()
    for family in families.values():
        for content in (family, *family.values()):
            if isinstance(content, dict) and "assumption" in content:
                found |= {each["id"] for each in content["assumption"]}
                content["assumption"] = [each for each in content["assumption"] if each["id"] not in answered]
    if unknown := answered - found:
        raise ValueError(f"twin.toml answers what is not asked: {', '.join(sorted(unknown))}")


class _Move:
    """From the real agreement to its twin, value by value."""

    def __init__(self, wanted: Overlay, ids: Mapping[str, str]) -> None:
        self.wanted, self.ids = wanted, ids

    def id(self, term_id: str) -> str:
        return self.ids.get(term_id, term_id)

    def value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {self.id(name): self.value(part) for name, part in value.items()}
        if isinstance(value, list):
            return [self.value(part) for part in value]
        if isinstance(value, date):
            return add_months(value, 12 * self.wanted.shift_years)
        if isinstance(value, str):
            return self.ids.get(value) or self.text(value)
        return value

    def text(self, text: str) -> str:
        for old in sorted(self.wanted.replace, key=len, reverse=True):
            text = text.replace(old, self.wanted.replace[old])
        shift = self.wanted.shift_years
        return YEAR.sub(lambda match: str(int(match[1]) + shift), text) if shift else text

    def prose(self, text: str) -> str:
        """Text in which ids stand within backticks."""
        parts = re.split(r"`([^`\n]+)`", text)
        return "".join(f"`{self.id(part)}`" if odd % 2 else self.text(part) for odd, part in enumerate(parts))


def _clauses(text: str, gone: set[str]) -> str:
    """Take out the ids of terms that the twin does not have; a clause left without any says why."""

    def line(match: re.Match[str]) -> str:
        ids = [each for each in re.findall(r"`([^`]+)`", match[1]) if each not in gone]
        rest = match[2] or ""
        if ids:
            return "Terms: " + ", ".join(f"`{each}`" for each in ids) + rest
        return rest.strip() or "Nothing to compute: the clause says something about the real parties."

    return re.sub(r"^Terms:((?:[^\n]|\n(?!\n))*?)((?:\.?\s*)Nothing to compute:[^\n]*)?$", line, text, flags=re.M)


def _with_added(text: str, add: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """Terms that the twin has besides are answers of their own under their clause."""
    named: dict[str, list[str]] = {}
    for terms in add.values():
        for term_id, content in terms.items():
            named.setdefault(content["clause"], []).append(f"`{term_id}`")
    parts = re.split(r"^(?=#{2,3} )", text, flags=re.M)
    labels = [part.split("\n")[0].lstrip("#").split(" · ")[0].strip() for part in parts]
    return "".join(
        f"{part.rstrip()}\n\nTerms: {', '.join(named[label])}\n\n" if label in named else part
        for label, part in zip(labels, parts, strict=True)
    )
