"""A kind of obligation: which terms it is made from, what it is called, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from samsyn.rules.money.sums import assumed_in
from samsyn.rules.obligations.obligation import Evidence, Obligation, Owed
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms import Term

Shape = Literal["recurring", "once", "standing", "own"]
"""recurring: comes back; once: one time; standing: always, on request, when needed or when something happens; own: a
term of its own, with days of its own."""


@dataclass(frozen=True)
class Kind:
    """`title` is the Swedish heading and the msgid; `english` its translation. `meaning` is one sentence for the guide.

    `family` is the table in the agreement file; a [duty.…] says its kind itself. `derive` gives every occurrence of one
    term over the life of the agreement; a kind of duty leaves it out, and its `when` decides.
    """

    name: str
    title: str
    english: str
    meaning: str
    evidence: Evidence
    family: str = "duty"
    shapes: tuple[Shape, ...] = ("own",)
    derive: Callable[[Any, Setting], Iterable[Obligation]] | None = None

    def owed(
        self, term: Term, by: tuple[str, ...], to: tuple[str, ...] = (), *, joint: bool = False,
        also: tuple[Term, ...] = (), whose: str = "",
    ) -> Owed:  # fmt: skip
        """What every occurrence of `term` has in common. `also` are other terms whose readings it rests on; `whose` is
        given where several owe the same, each its own."""
        return Owed(self.name, self.family, term, by, to, joint, self.evidence, assumed_in(term, *also), whose)
