"""A twin: the terms of a real agreement under fictitious parties, moved in time, for demo and practice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import tomli_w
from pydantic import Field

from samsyn.rules.quantities import add_months
from samsyn.rules.reading.keys import adapter
from samsyn.rules.reading.reader import AGREEMENT, AMENDMENTS, CLAUSES
from samsyn.rules.terms.base import Id, Text, term

YEAR = re.compile(r"(?<![\d:–-])(20[1-4]\d)(?![\d:])")
"""A year in our own sentences, but not the year of an act («2025:400»)."""


@term
class Overlay:
    """twin.toml: what the twin is called, how many years it is moved, and which words are replaced.

    `replace` is applied to every text, longest words first; `party` gives new values for the parties.
    """

    id: Id
    name: Text
    title: Text
    shift_years: int = 0
    replace: dict[str, str] = Field(default_factory=dict)
    party: dict[str, dict[str, Any]]
    without: tuple[str, ...] = ("comparison",)
    """Families that say something about the real world and have no place in a twin."""


def make_twin(files: Mapping[str, bytes], overlay: bytes) -> dict[str, bytes]:
    """New files by name, complete and readable by read_files. The twin says that it is fictitious."""
    wanted: Overlay = adapter(Overlay).validate_python(tomllib.loads(overlay.decode(), parse_float=Decimal))
    twin = {AGREEMENT: _toml(_agreement(_values(files[AGREEMENT]), wanted))}
    gone = _gone(_values(files[AGREEMENT]), wanted)
    if CLAUSES in files:
        twin[CLAUSES] = _clauses(_text(files[CLAUSES].decode(), wanted), gone).encode()
    for name, content in files.items():
        if name.startswith(AMENDMENTS):
            twin[_text(name, wanted)] = _toml(_moved(_values(content), wanted))
    return twin


def _values(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode(), parse_float=Decimal)


def _toml(values: dict[str, Any]) -> bytes:
    return tomli_w.dumps(values, multiline_strings=False).encode()


def _gone(values: dict[str, Any], wanted: Overlay) -> set[str]:
    return {term_id for family in wanted.without for term_id in values.get(family, {})}


def _agreement(values: dict[str, Any], wanted: Overlay) -> dict[str, Any]:
    kept = {family: content for family, content in values.items() if family not in wanted.without}
    moved: dict[str, Any] = _moved(kept, wanted)
    moved["agreement"] |= {"id": wanted.id, "name": wanted.name, "title": wanted.title, "fictitious": True}
    for party_id, changes in wanted.party.items():
        moved["party"][party_id] |= changes
    return moved


def _moved(value: Any, wanted: Overlay) -> Any:
    if isinstance(value, dict):
        return {key: _moved(part, wanted) for key, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, wanted) for part in value]
    if isinstance(value, date):
        return add_months(value, 12 * wanted.shift_years)
    return _text(value, wanted) if isinstance(value, str) else value


def _text(text: str, wanted: Overlay) -> str:
    for old in sorted(wanted.replace, key=len, reverse=True):
        text = text.replace(old, wanted.replace[old])
    return YEAR.sub(lambda match: str(int(match[1]) + wanted.shift_years), text) if wanted.shift_years else text


def _clauses(text: str, gone: set[str]) -> str:
    """Take out the ids of terms that the twin does not have; a clause left without any says why."""

    def line(match: re.Match[str]) -> str:
        ids = [each for each in re.findall(r"`([^`]+)`", match[1]) if each not in gone]
        rest = match[2] or ""
        if ids:
            return "Terms: " + ", ".join(f"`{each}`" for each in ids) + rest
        return rest.strip() or "Nothing to compute: the clause says something about the real parties."

    return re.sub(r"^Terms:((?:[^\n]|\n(?!\n))*?)((?:\.?\s*)Nothing to compute:[^\n]*)?$", line, text, flags=re.M)
