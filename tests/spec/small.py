"""A small agreement to write terms into: the municipality, the association and the other association, three years."""

from __future__ import annotations

from textwrap import dedent
from typing import TypedDict

from samsyn.rules.obligations import Happened, Obligation, duties
from samsyn.rules.reading import Dossier, read_files

BASE = """
[agreement]
id = "small"
name = "Ett litet partnerskap"
title = "Överenskommelse om ett litet partnerskap"
purpose = "Att visa hur det fungerar."
purpose_clause = "1"
fictitious = true

[source]
clause = "1"
says = "Undertecknad av parterna."
status = "signed"

[period]
clause = "1"
says = "Gäller {first} till och med {last}."
first = {first}
last = {last}

[party.the-municipality]
clause = "1"
says = "Nämnden är offentlig part."
name = "Nämnden"
kind = "public"

[party.the-association]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"

[party.the-other-association]
clause = "1"
says = "Den andra föreningen är idéburen part."
name = "Den andra föreningen"
kind = "civil"
"""


class Period(TypedDict):
    first: str
    last: str


ONE_YEAR = Period(first="2026-01-01", last="2026-12-31")


def agreement(terms: str, *changes: str, first: str = "2026-01-01", last: str = "2028-12-31") -> Dossier:
    """The small agreement with these terms in it, and these files in its amendments/. Read and checked as any other."""
    files = {"agreement.toml": (BASE.format(first=first, last=last) + dedent(terms)).encode()}
    files |= {f"amendments/{number}.toml": dedent(change).encode() for number, change in enumerate(changes)}
    return read_files(files)


def owed(
    terms: str, kind: str, *changes: str, happened: Happened | None = None, first: str = "2026-01-01",
    last: str = "2028-12-31",
) -> list[Obligation]:  # fmt: skip
    """All obligations of one kind."""
    found = duties(agreement(terms, *changes, first=first, last=last), happened=happened or {})
    return [each for each in found if each.kind == kind]


def days(found: list[Obligation]) -> list[str]:
    """«2026-q1 2026-03-31», with «not stated» where the clause says no day and «no day» where there is none."""
    return [f"{each.occurrence} {_day(each)}" for each in found]


def who(found: list[Obligation]) -> list[str]:
    """«the-association → the-municipality», without repetition."""
    return list(dict.fromkeys(f"{', '.join(each.by)} → {', '.join(each.to)}".strip() for each in found))


def sums(found: list[Obligation]) -> list[int]:
    """The amounts in öre. Raises AssertionError for an obligation without one."""
    amounts = []
    for each in found:
        assert each.amount is not None, f"{each.key} has no amount: {each.amount_note}"
        amounts.append(each.amount.ore)
    return amounts


def _day(each: Obligation) -> str:
    if each.due is None:
        return "no day"
    return f"{each.due}" if each.due_stated else f"{each.due} not stated"
