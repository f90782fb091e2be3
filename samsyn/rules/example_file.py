"""expected.toml: worked examples read from their file, with what each question must be given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from samsyn.rules.reading import BrokenAgreement, Dossier, Problem
from samsyn.rules.reading.source_file import Path, SourceFile, read_source

FILE = "expected.toml"
Given = Mapping[str, Any]

_DAYS: dict[str, type] = {"first": date, "last": date}
GIVEN: dict[str, tuple[dict[str, type], dict[str, type]]] = {
    "last_day": ({}, {"on": date}),
    "last_day_if_notice_is_given": ({"on": date}, {"by": str}),
    "extend_by": ({}, {"on": date}),
    "last_day_if_extended": ({"times": int}, {"on": date}),
    "status": ({"on": date}, {}),
    "due": ({"term": str}, _DAYS),
    "count": ({"term": str}, _DAYS),
    "amount": ({"funding": str, "year": int}, {}),
    "payments": ({"payment": str, "year": int}, {}),
    "cost_lines": ({"funding": str}, {"on": date}),
    "value": ({"term": str, "key": str}, {"on": date}),
    "owed_by": ({"term": str}, {}),
    "open_days": ({"site": str, **_DAYS}, {}),
}
"""What can be asked → what must be given, and what may be."""

_SHOWN = {date: "a date without quotes, as 2027-03-15", str: "text within quotes", int: "a number without quotes"}
_KEYS = ("clause", "says", "ask", "given", "expect")


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example. `ask` is a key of GIVEN."""

    clause: str
    says: str
    ask: str
    given: Given
    expect: Any


def read_examples(dossier: Dossier, prefix: str = "") -> tuple[Example, ...]:
    """The examples beside the agreement, in the order of the file. Raises BrokenAgreement with every problem.

    `prefix` goes before the name of the file in messages.
    """
    if FILE not in dossier.files:
        return ()
    source = read_source(prefix + FILE, dossier.files[FILE])
    if problems := list(_problems(source, dossier)):
        raise BrokenAgreement(problems)
    return tuple(_example(each) for each in source.values.get("example", ()))


def _example(values: Mapping[str, Any]) -> Example:
    return Example(values["clause"], values["says"], values["ask"], values.get("given", {}), values["expect"])


def _problems(source: SourceFile, dossier: Dossier) -> Iterator[Problem]:
    for key in source.values:
        if key != "example":
            yield source.problem(
                (key,), f"«{key}» is nothing that can stand here", "Write [[example]] for each example"
            )
    rows = source.values.get("example", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield source.problem(("example",), "the examples are no tables of their own", "Write [[example]] over each")
        return
    clauses = {clause.label for clause in dossier.clauses}
    for number, row in enumerate(rows):
        for path, what, do in (*_of_row(row), *_of_clause(row, clauses)):
            yield source.problem(("example", number, *path), f"example {number + 1}: {what}", do)


Fault = tuple[Path, str, str]


def _of_row(row: Mapping[str, Any]) -> Iterator[Fault]:
    for key in ("clause", "says", "ask", "expect"):
        if key not in row:
            yield (), f"«{key}» is missing", f"Write {key} = …"
        elif key != "expect" and not isinstance(row[key], str):
            yield (key,), f"«{key}» is not text", "Write it within quotes"
    for key in row:
        if key not in _KEYS:
            yield (key,), f"«{key}» is not a key that can stand here", _near(key, _KEYS)
    if row.get("ask") in GIVEN:
        yield from _of_given(row["ask"], row.get("given", {}))
    elif isinstance(row.get("ask"), str):
        yield ("ask",), f"cannot ask «{row['ask']}»", _near(row["ask"], tuple(GIVEN))


def _of_given(ask: str, given: object) -> Iterator[Fault]:
    must, may = GIVEN[ask]
    if not isinstance(given, dict):
        yield ("given",), "«given» is not a table", "Write given = { on = 2027-03-15 }, for example"
        return
    for key in must.keys() - given.keys():
        yield ("given",), f"«given» lacks «{key}»", f"Write given = {{ {key} = … }}"
    for key, value in given.items():
        kind = (must | may).get(key)
        if kind is None:
            known = tuple(must | may)
            yield ("given", key), f"«{ask}» is not given «{key}»", _near(key, known) if known else "Take it away"
        elif not isinstance(value, kind) or isinstance(value, bool | datetime):
            shown = f'"{value}"' if isinstance(value, str) else value
            yield ("given", key), f"«{key}» = {shown} is not what «{ask}» needs", f"Write {_SHOWN[kind]}"
    yield from _of_days(given)


def _of_days(given: Given) -> Iterator[Fault]:
    first, last, year, times = (given.get(key) for key in ("first", "last", "year", "times"))
    for key in ("on", "first", "last"):
        if isinstance(day := given.get(key), date) and not 1900 <= day.year <= 2199:
            yield ("given", key), f"{day} is no day of an agreement", "Write a day between 1900 and 2199"
    if isinstance(times, int) and not 1 <= times <= 100:
        yield ("given", "times"), f"an agreement is not extended {times} times", "Write 1 or more"
    if ("first" in given) != ("last" in given):
        yield ("given",), "first and last belong together", "Write both, or none of them for the whole agreement"
    elif isinstance(first, date) and isinstance(last, date) and last < first:
        yield ("given", "last"), f"last {last} comes before first {first}", "Turn them around"
    if isinstance(year, int) and not 1900 <= year <= 2199:
        yield ("given", "year"), f"{year} is no year of an agreement", "Write it with four digits, as 2027"


def _of_clause(row: Mapping[str, Any], clauses: set[str]) -> Iterator[Fault]:
    clause = row.get("clause")
    if clauses and isinstance(clause, str) and clause not in clauses:
        yield ("clause",), f"clauses.md has no clause «{clause}»", _near(clause, tuple(sorted(clauses)))


def _near(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"Did you mean «{near[0]}»" if near else f"Write one of: {', '.join(known)}"
