"""The questions that a template begins with, read from starters.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from samsyn.web.surveys.wording import Asked, Words

_FILE = Path(__file__).with_name("starters.toml")
_AUDIENCES = ("adult", "child")


@cache
def starters() -> Mapping[str, tuple[Asked, ...]]:
    """Kind of survey → its questions, in all the languages that we have written."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {kind: tuple(_asked(each) for each in questions) for kind, questions in read.items()}


def starter(kind: str, languages: tuple[str, ...], *, for_children: bool) -> tuple[Asked, ...]:
    """In the languages of the survey. A language that we have not written is empty, for a translator."""
    audiences = _AUDIENCES if for_children else ("adult",)
    return tuple(each.only(languages, audiences) for each in starters().get(kind, ()))


def _asked(read: Mapping[str, Any]) -> Asked:
    keys = tuple(read.get("options", ()))
    words = {
        (audience, language): Words(text, dict(zip(keys, _options(read, audience, language), strict=bool(keys))))
        for audience in _AUDIENCES
        for language, text in read.get(audience, {}).items()
    }
    return Asked(
        key=read["key"],
        type=read["type"],
        several=read.get("several", False),
        options=keys,
        pictogram=read.get("pictogram", ""),
        words=words,
    )


def _options(read: Mapping[str, Any], audience: str, language: str) -> list[str]:
    found: list[str] = read.get(f"{audience}_options", {}).get(language, [])
    return found
