"""Can the agreement be extended, by when, in what form, and to which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.quantities import add_months, day_before
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.period import Deadline, Extension
from samsyn.rules.timeline.agreed import agreed_by
from samsyn.rules.timeline.life import ending, known


@dataclass(frozen=True, slots=True)
class Option:
    """The next extension that is possible: until when it would run and by which day it must be settled."""

    term: Extension
    settle_by: date
    new_last: date
    reason: Reason


def next_extension(dossier: Dossier, known_on: date | None = None) -> Option | None:
    """The next possible extension, or None where there is no clause, all are used, or the latest end is reached."""
    last, used = ending(dossier, known_on), _used(dossier, known_on)
    if last.cause in ("notice", "termination"):
        return None
    for term in agreed_by(dossier, last.last, known_on).extension.values():
        if term.applies and (option := _option(term, last.last, used)):
            return option
    return None


def _used(dossier: Dossier, known_on: date | None) -> int:
    return sum(change.kind == "extension" for change in known(dossier, known_on))


def _option(term: Extension, last: date, used: int) -> Option | None:
    if term.times is not None and used >= term.times:
        return None
    new_last = day_before(add_months(last + DAY, term.months))
    if term.latest_end and new_last > term.latest_end:
        new_last = term.latest_end
    if new_last <= last:
        return None
    settle_by = deadline_before(term.deadline, last)
    says = f"En förlängning till och med {new_last} ska vara klar senast {settle_by}."
    inputs = (("last", last.isoformat()), ("months", str(term.months)), ("form", term.form))
    assumed = tuple(assumption.id for assumption in term.assumption)
    return Option(term, settle_by, new_last, Reason(term.clause, term.id, says, inputs, assumed))


def deadline_before(deadline: Deadline, last: date) -> date:
    """The last day on which an extension of a period that ends on `last` can be settled.

    «Senast 3 månader innan» counts back from the last day; a day of every year is the latest one before the end.
    A date that is written out holds for the first period; after an extension it moves as far as the end has moved.
    """
    if deadline.months_before_end is not None:
        return add_months(last + DAY, -deadline.months_before_end) - DAY
    if deadline.each_year is not None:
        day = deadline.each_year.in_year(last.year)
        return day if day <= last else deadline.each_year.in_year(last.year - 1)
    assert deadline.on is not None, "the reader has checked that one key is written"
    years = last.year - deadline.on.year
    day = add_months(deadline.on, 12 * years)
    return day if deadline.on.year == last.year or day <= last else add_months(day, -12)
