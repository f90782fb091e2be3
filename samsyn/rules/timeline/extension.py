"""Can the agreement be extended, by when, in what form, and to which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.period import Extension
from samsyn.rules.terms.renewal import deadline_before, prolonged
from samsyn.rules.timeline.agreed import agreed_by
from samsyn.rules.timeline.life import ending


@dataclass(frozen=True, slots=True)
class Option:
    """The next extension that is possible: until when it would run and by which day it must be settled."""

    term: Extension
    settle_by: date
    new_last: date
    reason: Reason


def next_extension(dossier: Dossier, known_on: date | None = None) -> Option | None:
    """The next possible extension, or None where there is no clause, all are used, or the latest end is reached."""
    end = ending(dossier, known_on)
    if end.cause in ("notice", "termination"):
        return None
    for term in agreed_by(dossier, end.last, known_on).extension.values():
        if term.applies and (option := _option(term, end.last, end.extensions)):
            return option
    return None


def _option(term: Extension, last: date, used: int) -> Option | None:
    new_last = prolonged(term, last, used)
    if new_last is None:
        return None
    settle_by = deadline_before(term.deadline, last)
    says = f"En förlängning till och med {new_last} ska vara klar senast {settle_by}."
    if term.form == "tacit":
        says = f"Säger ingen upp överenskommelsen senast {settle_by} förlängs den till och med {new_last}."
    inputs = (("last", last.isoformat()), ("months", str(term.months)), ("form", term.form))
    assumed = tuple(assumption.id for assumption in term.assumption)
    return Option(term, settle_by, new_last, Reason(term.clause, term.id, says, inputs, assumed))
