"""A question as it was put, and a sheet as it was filled in. Nobody is in either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Type = Literal["scale5", "yesno", "choice", "number", "free"]
Value = str | int
LEAST, MOST = 1, 5
"""The ends of a scale."""


@dataclass(frozen=True, slots=True)
class Question:
    """`key` is its identity from version to version, `digest` that of its wording in the language it was written in.

    `options` are the keys of what can be chosen, in their order; scales and yes/no have theirs of themselves.
    """

    key: str
    digest: str
    type: Type
    options: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """All that can be answered; empty for a number and for a free text."""
        if self.type == "scale5":
            return tuple(range(LEAST, MOST + 1))
        if self.type == "yesno":
            return ("yes", "no")
        return self.options


@dataclass(frozen=True, slots=True)
class Sheet:
    """One who answered. A question that was skipped is not among the answers; of some, several options are chosen.

    `sex` and `age_band` are what she said of herself, or empty.
    """

    answers: Mapping[str, tuple[Value, ...]]
    sex: str = ""
    age_band: str = ""

    def answered(self, question: Question) -> bool:
        return bool(self.answers.get(question.key))
