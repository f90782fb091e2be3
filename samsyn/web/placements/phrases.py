"""What the participant's own page says, in the reader's language. The words are in phrases.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ORIGINAL = "sv"
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT = frozenset({"ar"})
_FILE = Path(__file__).with_name("phrases.toml")


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Phrase → language → text."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def languages() -> Mapping[str, str]:
    """Language → its own name, in the order of the file."""
    return phrases()["language"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One language. `say("by", day=…)` gives a phrase with its places filled in."""

    language: str

    @property
    def direction(self) -> str:
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    def say(self, phrase: str, **filled: object) -> str:
        return phrases()[phrase][self.language].format(**{name: self._apart(each) for name, each in filled.items()})

    def _apart(self, value: object) -> str:
        """From right to left a day or a name keeps its own direction: else 2025-03-10 is read 10-03-2025."""
        return f"{_ISOLATE}{value}{_END}" if self.direction == "rtl" else str(value)

    def words(self) -> Mapping[str, str]:
        """Every phrase that nothing is filled into, for a template."""
        return {name: said[self.language] for name, said in phrases().items() if "{" not in said[ORIGINAL]}


def voice(chosen: str, spoken: str) -> Voice:
    """The chosen language, else the one that is spoken with the participant, else Swedish."""
    return Voice(next((each for each in (chosen, spoken) if each in languages()), ORIGINAL))
