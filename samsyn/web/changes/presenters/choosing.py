"""Terms to choose among, and what falls away when one is taken out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from samsyn.rules.money import IndexRegister
from samsyn.rules.obligations import duties
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import FAMILIES, Agreement, Term
from samsyn.web.agreements.presenters.sides import duty_title
from samsyn.web.agreements.presenters.terms import family_title, title
from samsyn.web.changes.drafting import FIXED, NOT_BY_AMENDMENT


@dataclass(frozen=True)
class TermChoice:
    """One term. `changed`: the draft already says something of it."""

    family: str
    id: str
    title: str
    name: str
    says: str
    clause: str
    assumed: bool
    changed: bool
    removable: bool


@dataclass(frozen=True)
class TermGroup:
    family: str
    title: str
    terms: tuple[TermChoice, ...]


@dataclass(frozen=True)
class Falling:
    """An obligation that would no longer be there."""

    due: date | None
    title: str
    says: str
    clause: str


def choices_among(agreement: Agreement, wanted: str, changed: Collection[str]) -> tuple[TermGroup, ...]:
    """By family. `wanted`: words in the title, the name, our sentence or the clause; nothing: all of them."""
    found = []
    for family in FAMILIES:
        if family in NOT_BY_AMENDMENT:
            continue
        terms = tuple(_choice(family, term, changed) for term in agreement.family(family).values())
        fitting = tuple(each for each in terms if _fits(each, wanted))
        if fitting:
            found.append(TermGroup(family, family_title(family), fitting))
    return tuple(found)


def _choice(family: str, term: Term, changed: Collection[str]) -> TermChoice:
    return TermChoice(
        family=family,
        id=term.id,
        title=title(family, term),
        name=getattr(term, "name", ""),
        says=term.says,
        clause=term.clause,
        assumed=bool(term.assumption),
        changed=term.id in changed,
        removable=family not in FIXED,
    )


def _fits(choice: TermChoice, wanted: str) -> bool:
    """A clause is asked for by its number («1.6», «§ 1.6»), everything else by all its words."""
    words = wanted.casefold().replace("§", " ").split()
    if not words:
        return True
    text = " ".join((family_title(choice.family), choice.title, choice.name, choice.says)).casefold()
    clause = choice.clause.casefold()
    return all(word in text or word == clause or clause.startswith((f"{word} ", f"{word}.")) for word in words)


def falling_away(dossier: Dossier, term: str, today: date, index: IndexRegister) -> tuple[Falling, ...]:
    """Obligations of the term from today on, by day."""
    every = duties(dossier, index=index, known_on=today)
    owed = [each for each in every if each.term == term and (not each.due or each.due >= today)]
    return tuple(Falling(each.due, duty_title(each), each.says, each.clause) for each in owed)
