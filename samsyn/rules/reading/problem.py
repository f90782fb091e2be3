"""What is wrong in a file: where, under which clause, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    clause: str
    what: str
    do: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        clause = f" (§ {self.clause})" if self.clause else ""
        return f"{where}{clause}: {self.what}. {self.do}."


class BrokenAgreement(Exception):
    """The files do not say one thing. `problems` holds all that is wrong, sorted by place; never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
