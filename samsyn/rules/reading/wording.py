"""From what pydantic found to what a person should do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from samsyn.rules.reading.keys import keys_at
from samsyn.rules.reading.problem import Problem
from samsyn.rules.reading.source_file import Path, SourceFile
from samsyn.rules.terms import FAMILIES, SINGLE, Agreement

_PLAIN = {
    "string_type": ("is not text", "Write it within quotes"),
    "int_type": ("is not a whole number", "Write digits only, without quotes"),
    "bool_type": ("is neither true nor false", "Write true or false, without quotes"),
    "date_type": ("is not a date", "Write it without quotes as 2026-01-31"),
    "tuple_type": ("is not a list", "Write it within brackets: [ … ]"),
    "dict_type": ("is not a table", "Write it as { key = value } or under a heading of its own, [family.id]"),
    "dataclass_type": ("is not a table", "Write it as { key = value } or under a heading of its own"),
    "greater_than_equal": ("is too small", "Write a larger one"),
    "less_than_equal": ("is too large", "Write a smaller one"),
    "string_too_short": ("is empty", "Write something, or take the key away"),
    "too_short": ("is empty", "Write at least one"),
    "age_band": ("is no age band", "Write it as «13-17», or «18+» for the last one"),
}


def problems_from(
    trouble: ValidationError, source: SourceFile, root: type = Agreement, under: Path = (), told: Iterable[Path] = ()
) -> Iterator[Problem]:
    """One Problem for each place; several complaints about one place (a union) become one.

    `under` is where in the file the validated values stand; in a change, [set.…] and [add.…] hold terms of the
    agreement, so there the first key of `under` is no key of `root`. `told` are tables whose form has been complained
    of already: nothing more is said of what is in them.
    """
    seen: set[Path] = set()
    misshapen = {path[:-1] if path[0] in SINGLE else path for path in told}
    for error in trouble.errors(include_url=False):
        path = _real_path(source.values, (*under, *error["loc"]), error["type"])
        if any(path[: len(table)] == table for table in misshapen) or _follows_from_another(error):
            continue
        if path not in seen:
            seen.add(path)
            what, do = _say(error, path[1:] if under else path, root)
            yield source.problem(path, what, do)


def _follows_from_another(error: ErrorDetails) -> bool:
    """A list whose rows are wrong is also said to be too short."""
    return error["type"] == "too_short" and bool(error["input"])


def _real_path(values: Any, loc: Path, kind: str) -> Path:
    """Leave out the names that pydantic adds for unions and keys: they are not in the file."""
    path: Path = ()
    for step in loc:
        if _has(values, step):
            path, values = (*path, step), values[step]
        elif step == loc[-1] and kind in ("missing", "missing_argument") and isinstance(values, dict):
            return (*path, step)
    return path


def _has(values: Any, step: str | int) -> bool:
    if isinstance(values, dict):
        return step in values
    return isinstance(values, list) and isinstance(step, int) and step < len(values)


def _say(error: ErrorDetails, path: Path, root: type) -> tuple[str, str]:
    key = next((step for step in reversed(path) if isinstance(step, str)), "the file")
    kind = error["type"]
    if kind in ("missing", "missing_argument"):
        if len(path) == 1:
            table = _table(str(key), root)
            return f"there is no [{table}]", f"Write [{table}] with what belongs to it"
        return f"«{key}» is missing", f"Write {key} = … here{_meaning(path, root)}"
    if kind == "unexpected_keyword_argument":
        return _unknown(path, root)
    if kind == "literal_error":
        return f"«{key}» cannot be {_shown(error['input'])}", f"Write one of {error['ctx']['expected']}"
    if kind == "string_pattern_mismatch" and error["loc"][-1] == "id":
        return (
            f"the id {_shown(error['input'])} has other signs than a–z, 0–9 and -",
            "Write it as for example «new-report»",
        )
    if kind in ("greater_than_equal", "less_than_equal") and isinstance(error["input"], date):
        return f"«{key}» = {error['input']} is not between the years 1900 and 2199", "Write the day that the text gives"
    if kind == "value_error":
        return f"«{key}» {error['msg'].removeprefix('Value error, ')}", "Correct it"
    what, do = _PLAIN.get(kind, (error["msg"][0].lower() + error["msg"][1:], "Correct it; the guide shows the key"))
    return f"«{key}» = {_shown(error['input'])} {what}", do


def _table(family: str, root: type) -> str:
    return f"{family}.a-name" if root is Agreement and family in FAMILIES and family not in SINGLE else family


def _unknown(path: Path, root: type) -> tuple[str, str]:
    known = keys_at(path[:-1], root)
    near = difflib.get_close_matches(str(path[-1]), known, n=1)
    do = f"Did you mean «{near[0]}»" if near else f"Known here: {', '.join(sorted(known))}"
    return f"«{path[-1]}» is not a key that can stand here", do


def _meaning(path: Path, root: type) -> str:
    described = keys_at(path[:-1], root).get(str(path[-1]))
    return f" ({described.splitlines()[0].rstrip('.')})" if described else ""


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "{ … }" if isinstance(value, dict) else "[ … ]"
    text = f"«{value}»" if isinstance(value, str) else str(value)
    return text if len(text) < 60 else text[:57] + "…"
