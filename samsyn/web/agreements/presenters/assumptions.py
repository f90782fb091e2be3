"""Assumed readings: the question, what was chosen and why, and what the other readings would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.money import IndexRegister
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement, Alternative, Assumption, Term
from samsyn.web.agreements.presenters.other_reading import Consequence, consequence_of


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading and what would follow from it."""

    id: str
    says: str
    gives: Consequence


@dataclass(frozen=True, slots=True)
class Question:
    """An assumption for the parties to confirm. `clause` is that of its term."""

    id: str
    clause: str
    term: str
    question: str
    chosen: str
    why: str
    others: tuple[Other, ...]


def open_questions(agreement: Agreement) -> tuple[tuple[Term, Assumption], ...]:
    """Assumptions that nobody has answered, in the order of the terms; without what the others would give."""
    return tuple((term, assumption) for _, term, assumption in agreement.assumptions())


def questions_of(
    dossier: Dossier, agreement: Agreement, today: date, term_ids: Sequence[str] | None = None, *, index: IndexRegister
) -> list[Question]:
    """Open questions with their consequences; of some terms, or of all. `index`: the figures that are published."""
    return [
        _question(dossier, term, assumption, today, index)
        for term, assumption in open_questions(agreement)
        if term_ids is None or term.id in term_ids
    ]


def _question(dossier: Dossier, term: Term, assumption: Assumption, today: date, index: IndexRegister) -> Question:
    others = tuple(_other(dossier, assumption, each, today, index) for each in assumption.alternatives)
    return Question(
        assumption.id, term.clause, term.id, assumption.question, assumption.chosen, assumption.why or "", others
    )


def _other(
    dossier: Dossier, assumption: Assumption, alternative: Alternative, today: date, index: IndexRegister
) -> Other:
    gives = consequence_of(dossier, assumption.id, alternative.id, today, index)
    return Other(alternative.id, alternative.says, gives)
