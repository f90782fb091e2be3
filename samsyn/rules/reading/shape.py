"""Tables that have the wrong form: without a name, with a name too many, with single or double brackets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samsyn.rules.reading.keys import keys_at
from samsyn.rules.reading.source_file import Path
from samsyn.rules.terms import FAMILIES, SINGLE

Fault = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""


def misshapen(values: Mapping[str, Any]) -> Iterator[Fault]:
    """What can be said of the tables before they are read as terms."""
    for family, content in values.items():
        if family in SINGLE and isinstance(content, dict):
            yield from _single(family, content)
            yield from _assumption((family,), content)
        elif family in FAMILIES and isinstance(content, dict | list):
            yield from _keyed(family, content)


def _single(family: str, content: Mapping[str, Any]) -> Iterator[Fault]:
    known = keys_at((family,))
    for key, value in content.items():
        if isinstance(value, dict) and key not in known:
            what = f"[{family}.{key}] has a name, but [{family}] stands only once and has none"
            yield (family, key), what, f"Write [{family}]"


def _keyed(family: str, content: Mapping[str, Any] | list[Any]) -> Iterator[Fault]:
    do = f"Write [{family}.a-name], with a name that you choose"
    if isinstance(content, list):
        yield (family,), f"[[{family}]] has double brackets and no name", do
        return
    if any(key in keys_at((family, "")) and not isinstance(value, dict) for key, value in content.items()):
        yield (family,), f"[{family}] has no name of its own", do
        return
    for name, term in content.items():
        if isinstance(term, dict):
            if "id" in term:
                yield (family, name, "id"), f"the id stands in the heading already, as «{name}»", "Take id away"
            yield from _assumption((family, name), term)


def _assumption(path: Path, term: Mapping[str, Any]) -> Iterator[Fault]:
    if isinstance(term.get("assumption"), dict):
        heading = ".".join(map(str, (*path, "assumption")))
        yield (*path, "assumption"), f"[{heading}] has single brackets", f"Write [[{heading}]]"
