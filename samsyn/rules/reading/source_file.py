"""A TOML file as values and as lines: tomllib reads the values, tree-sitter tells where each stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import tree_sitter
import tree_sitter_toml

from samsyn.rules.reading.problem import BrokenAgreement, Problem

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class SourceFile:
    """Values by key, and the line of every key."""

    name: str
    text: str
    values: dict[str, Any]

    def line(self, path: Path) -> int:
        """The line of the key at `path`, or of the first thing in it, or of the nearest table around it; else 0."""
        lines = _lines(self.text)
        while path and path not in lines:
            inside = [line for key, line in lines.items() if key[: len(path)] == path]
            if inside:
                return min(inside)
            path = path[:-1]
        return lines.get(path, 0)

    def clause(self, path: Path) -> str:
        """The clause of the term that `path` lies in, or an empty text."""
        found = ""
        here: Any = self.values
        for step in (*path, ""):
            if isinstance(here, dict) and isinstance(here.get("clause"), str):
                found = here["clause"]
            here = here.get(step) if isinstance(here, dict) else _item(here, step)
        return found

    def problem(self, path: Path, what: str, do: str) -> Problem:
        return Problem(self.name, self.line(path), self.clause(path), what, do)


def _item(here: object, step: str | int) -> object:
    return here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None


def read_source(name: str, content: bytes) -> SourceFile:
    """Parse one TOML file. Raises BrokenAgreement with the line of the first thing that is no TOML."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as trouble:
        line = content[: trouble.start].count(b"\n") + 1
        raise BrokenAgreement([Problem(name, line, "", "the file is not UTF-8", "Save it as UTF-8")]) from trouble
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as trouble:
        raise BrokenAgreement([_not_toml(name, text, trouble)]) from trouble
    return SourceFile(name, text, values)


def _not_toml(name: str, text: str, trouble: tomllib.TOMLDecodeError) -> Problem:
    message = str(trouble)
    place = re.search(r"\(at line (\d+)", message)
    line = int(place[1]) if place else text.count("\n") + 1
    what = re.sub(r" \(at .*\)", "", message)
    if "overwrite" in what or "twice" in what or "mutate" in what:
        return Problem(name, line, "", "the same key or table stands twice", "Keep one of them, or give it another id")
    return Problem(
        name, line, "", f"this is not TOML: {what[0].lower()}{what[1:]}", "Compare with the guide's examples"
    )


@cache
def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))


@cache
def _lines(text: str) -> dict[Path, int]:
    """Path of every key and table → its line."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    for node in _parser().parse(text.encode()).root_node.named_children:
        if node.type in ("table", "table_array_element"):
            head, *rest = node.named_children
            base = _resolve(_keys(head), counts)
            if node.type == "table_array_element":
                number = counts.get(base, 0)
                counts[base] = number + 1
                lines.setdefault(base, _row(head))
                base = (*base, number)
            lines[base] = _row(head)
            _pairs(rest, base, lines)
        else:
            _pairs([node], (), lines)
    return lines


def _resolve(keys: tuple[str, ...], counts: dict[Path, int]) -> Path:
    """Put the number of the running element after each key that is an array of tables."""
    path: Path = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if path in counts and position < len(keys) - 1:
            path = (*path, counts[path] - 1)
    return path


def _pairs(nodes: list[tree_sitter.Node], base: Path, lines: dict[Path, int]) -> None:
    for node in nodes:
        if node.type != "pair":
            continue
        path = (*base, *_keys(node.named_children[0]))
        lines[path] = _row(node)
        _value(node.named_children[-1], path, lines)


def _value(node: tree_sitter.Node, path: Path, lines: dict[Path, int]) -> None:
    if node.type == "inline_table":
        _pairs(node.named_children, path, lines)
    elif node.type == "array":
        for number, item in enumerate(child for child in node.named_children if child.type != "comment"):
            lines[*path, number] = _row(item)
            _value(item, (*path, number), lines)


def _keys(node: tree_sitter.Node) -> tuple[str, ...]:
    if node.type == "dotted_key":
        return tuple(key for child in node.named_children for key in _keys(child))
    return ((node.text or b"").decode().strip("\"'"),)


def _row(node: tree_sitter.Node) -> int:
    return int(node.start_point.row) + 1
