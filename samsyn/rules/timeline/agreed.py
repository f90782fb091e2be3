"""The terms with what has been agreed since, whatever the agreement's life: life itself asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement, ChangeFile
from samsyn.rules.terms.amend import amended, with_answer


@lru_cache(maxsize=4096)
def agreed_by(dossier: Dossier, day: date, known_on: date | None = None) -> Agreement:
    """The signed terms with every confirmation, and every amendment that has taken effect by `day`.

    `known_on` leaves out what was not yet done by that day.
    """
    files = known_files(dossier, known_on)
    terms = confirmed(dossier.agreement, files)
    for file in amendments(files):
        if takes_effect(file)[0] <= day:
            terms = amended(terms, file)
    return terms


def known_files(dossier: Dossier, known_on: date | None) -> list[ChangeFile]:
    return [file for file in dossier.changes if known_on is None or file.change.on <= known_on]


def amendments(files: Iterable[ChangeFile]) -> list[ChangeFile]:
    """In the order in which they take effect."""
    return sorted((file for file in files if file.change.kind == "amendment"), key=takes_effect)


def takes_effect(file: ChangeFile) -> tuple[date, date, str]:
    return file.change.first or file.change.on, file.change.on, file.change.id


def confirmed(terms: Agreement, files: Iterable[ChangeFile]) -> Agreement:
    """An answered assumption says what the text meant all along, from the day the answer is known."""
    for file in files:
        if file.change.kind == "confirmation":
            terms = with_answer(terms, file.change)
    return terms
