"""What law says of telling, as data: each rule with where it stands and when that was read. See law.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import ConfigDict, Field, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass

from samsyn.rules.terms.incidents import IncidentKind

FILE = Path(__file__).with_name("law.toml")
PUBLIC_PARTY = "public_party"
_STATED = ("to", "says", "law", "source", "checked_on")


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Rule:
    """One rule of law, or a question about one that nobody has looked up yet (`filled` is false)."""

    id: str
    of: tuple[IncidentKind, ...] = Field(min_length=1)
    whose: str = Field(default="", pattern="^(public|civil|)$")
    only_serious: bool = False
    basis: tuple[str, ...] = ()
    only_if: str = ""
    to: str = ""
    same_as: str = Field(default="", pattern="^(public|civil|)$")
    within_days: int | None = Field(default=None, ge=0)
    says: str = ""
    law: str = ""
    reading: str = ""
    """What of it is an interpretation."""
    source: str = ""
    checked_on: date | None = None
    subject: str = ""
    asked_on: date | None = None

    @property
    def filled(self) -> bool:
        return bool(self.law)

    @model_validator(mode="after")
    def _whole_or_a_question(self) -> Rule:
        stated = [name for name in _STATED if getattr(self, name)]
        if stated and len(stated) < len(_STATED):
            missing = ", ".join(name for name in _STATED if name not in stated)
            raise ValueError(f"[{self.id}] is half filled in. A rule of law needs {missing} too.")
        if not stated and not (self.subject and self.asked_on):
            raise ValueError(f"[{self.id}] says nothing. Write the rule, or `subject` and `asked_on` as a question.")
        if self.basis and not self.only_if:
            raise ValueError(f"[{self.id}] holds on some bases only. Write in `only_if` what to say on the others.")
        return self


def read(text: str) -> tuple[Rule, ...]:
    """Rules in the order of the file. Raises pydantic.ValidationError, which names the rule and what it lacks."""
    found: Mapping[str, Any] = tomllib.loads(text)
    return tuple(TypeAdapter(Rule).validate_python({"id": key} | table) for key, table in found.items())


@cache
def rules() -> tuple[Rule, ...]:
    return read(FILE.read_text(encoding="utf-8"))


KINDS: tuple[IncidentKind, ...] = get_args(IncidentKind)
