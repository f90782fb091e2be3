"""What stands around the questions, in the language of who answers. The words are in phrases.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ORIGINAL = "sv"
_RIGHT_TO_LEFT = frozenset({"ar"})
_FILE = Path(__file__).with_name("phrases.toml")
_CHILD = "_child"


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Phrase → language → text."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def languages() -> Mapping[str, str]:
    """Language → its own name. In these, and in no other, a survey can be opened."""
    return phrases()["language"]


def name_of(language: str) -> str:
    return languages().get(language, language)


@dataclass(frozen=True, slots=True)
class Voice:
    """One language, to a grown-up or to a child."""

    language: str
    to_child: bool = False

    @property
    def direction(self) -> str:
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    def say(self, phrase: str, **filled: object) -> str:
        own = f"{phrase}{_CHILD}" if self.to_child else phrase
        return phrases().get(own, phrases()[phrase])[self.language].format(**filled)

    def words(self) -> Mapping[str, str]:
        """Every phrase that nothing is filled into, for a template."""
        plain = [name for name, said in phrases().items() if "{" not in said[ORIGINAL] and not name.endswith(_CHILD)]
        return {name: self.say(name) for name in plain}
