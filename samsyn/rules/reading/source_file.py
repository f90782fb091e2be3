"""A TOML file as values and as lines: tomllib reads the values, tree-sitter tells where each stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import tree_sitter
import tree_sitter_toml

from samsyn.rules.reading.no_toml import advice, twice
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
        """The clause of the term that `path` lies in, that of the change in a file of amendments/, or an empty text."""
        change = self.values.get("change")
        found = str(change.get("clause", "")) if isinstance(change, dict) else ""
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


def decoded(name: str, content: bytes) -> str:
    """The text, with plain line ends and without the mark that some editors put first. Raises BrokenAgreement."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as trouble:
        line = content[: trouble.start].count(b"\n") + 1
        do = "Save it as UTF-8: in Notepad that is chosen beside «Encoding» under «Save as»"
        raise BrokenAgreement([Problem(name, line, "", "the file is not UTF-8", do)]) from trouble


def read_source(name: str, content: bytes) -> SourceFile:
    """Parse one TOML file. Raises BrokenAgreement with the line of the first thing that is no TOML."""
    text = decoded(name, content)
    if not text.strip():
        raise BrokenAgreement([Problem(name, 0, "", "the file is empty", "Write it, or take it away")])
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as trouble:
        raise BrokenAgreement([_not_toml(name, text, trouble)]) from trouble
    return SourceFile(name, text, values)


def _not_toml(name: str, text: str, trouble: tomllib.TOMLDecodeError) -> Problem:
    message = str(trouble)
    place = re.search(r"\(at line (\d+)", message)
    line = int(place[1]) if place else text.count("\n") + 1
    what, lines = re.sub(r" \(at .*\)", "", message), text.split("\n")
    if "overwrite" in what or "twice" in what or "mutate" in what:
        return Problem(name, line, _clause_near(lines, line), *twice(lines[line - 1]))
    for number in (line, line - 1):
        if 0 < number <= len(lines) and (said := advice(lines[number - 1])):
            return Problem(name, number, _clause_near(lines, number), *said)
    what = f"this is not TOML: {what[0].lower()}{what[1:]}"
    return Problem(name, line, _clause_near(lines, line), what, "Compare with the guide's examples")


def _clause_near(lines: Sequence[str], number: int) -> str:
    """The clause of the table around a line, read by eye: the file cannot be parsed."""
    heading = next((here for here in range(number - 1, -1, -1) if lines[here].lstrip().startswith("[")), 0)
    for line in lines[heading + 1 :]:
        if line.lstrip().startswith("["):
            break
        if found := re.match(r'\s*clause\s*=\s*"([^"]+)"', line):
            return found[1]
    return ""


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
