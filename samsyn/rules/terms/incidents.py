"""Who must be told when something has happened."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.terms.base import Days, Flag, Id, Term, Text, term

IncidentKind = Literal["threat", "accident", "near_miss", "complaint", "lex_sarah", "child_concern"]
"""hot och våld, olycka, tillbud, klagomål, missförhållande (lex Sarah), oro för barn."""


@term
class Telling(Term):
    """underrättelse: what happened, who tells, who must be told, and by when."""

    of: tuple[IncidentKind, ...] = Field(min_length=1)
    by: tuple[Id, ...] = Field(min_length=1)
    to: tuple[Id, ...] = Field(min_length=1)
    """Parties or bodies."""
    only_serious: Flag = False
    within_days: Days | None = None
    """0: at once. Left out: the text does not say."""
    how: Text | None = None
    """In what form, if the text says: «skriftligt»."""
