"""The agreement clause by clause: our paraphrase, the terms as facts, and what is open to reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.rules.reading import Clause, Dossier
from samsyn.rules.terms import Agreement, Assumption, Term
from samsyn.web.agreements.addresses import clause_slugs
from samsyn.web.agreements.presenters.terms import Fact, facts_of, in_title, title


@dataclass(frozen=True, slots=True)
class TermWords:
    """A term under its clause. `holds` is false on a day outside the term's own days."""

    id: str
    title: str
    name: str
    says: str
    facts: tuple[Fact, ...]
    questions: tuple[Assumption, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A term that this clause speaks of and another clause states."""

    title: str
    name: str
    clause: str


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A clause as a page shows it. `depth` is 2 for a clause, 3 for a paragraph of one."""

    label: str
    slug: str
    heading: str
    says: tuple[str, ...]
    nothing_because: str
    depth: int
    terms: tuple[TermWords, ...]
    elsewhere: tuple[Elsewhere, ...]
    added: bool = False

    @property
    def assumed(self) -> bool:
        return any(term.questions for term in self.terms)


def clauses_of(dossier: Dossier, agreement: Agreement, day: date) -> tuple[ClauseWords, ...]:
    """In the order of the text, with the terms as they are in `agreement` and hold on `day`.

    Terms that an amendment brought under a clause that the text does not have come last.
    """
    own = _by_clause(agreement)
    slugs = clause_slugs(dossier)
    found = [_words(clause, slugs, agreement, own, day) for clause in dossier.clauses if clause.depth > 1]
    labels = {clause.label for clause in dossier.clauses}
    added = [Clause(label, label, "", (), "", 0, 2) for label in own if label not in labels]
    return (*found, *(_words(clause, {}, agreement, own, day, added=True) for clause in added))


def _by_clause(agreement: Agreement) -> Mapping[str, list[tuple[str, Term]]]:
    found: dict[str, list[tuple[str, Term]]] = {}
    for family, term in agreement.terms():
        found.setdefault(term.clause, []).append((family, term))
    return found


def _words(
    clause: Clause,
    slugs: Mapping[str, str],
    agreement: Agreement,
    own: Mapping[str, list[tuple[str, Term]]],
    day: date,
    *,
    added: bool = False,
) -> ClauseWords:
    here = own.get(clause.label, [])
    ids = {term.id for _, term in here}
    return ClauseWords(
        label=clause.label,
        slug=slugs.get(clause.label, ""),
        heading=clause.heading,
        says=tuple(clause.says.split("\n\n")) if clause.says else (),
        nothing_because=clause.nothing_because,
        depth=clause.depth,
        terms=tuple(term_words(family, term, agreement, day) for family, term in here),
        elsewhere=tuple(_elsewhere(agreement, [each for each in clause.terms if each not in ids])),
        added=added,
    )


def term_words(family: str, term: Term, agreement: Agreement, day: date) -> TermWords:
    facts = tuple(fact for fact in facts_of(term, agreement) if fact.key not in in_title(term))
    holds = (term.first is None or term.first <= day) and (term.last is None or day <= term.last)
    name = getattr(term, "name", "")
    inside = holds or family == "period"
    return TermWords(term.id, title(family, term), name, term.says, facts, term.assumption, inside and term.applies)


def _elsewhere(agreement: Agreement, ids: list[str]) -> Iterator[Elsewhere]:
    for family, term in agreement.terms():
        if term.id in ids:
            yield Elsewhere(title(family, term), getattr(term, "name", ""), term.clause)
