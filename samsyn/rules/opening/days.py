"""Is a site open on a day, as the agreement plans it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.rules.because import Reason
from samsyn.rules.opening.closures import Closed, in_week, openings_of
from samsyn.rules.opening.red_days import eve, holiday
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.words import capital, weekday
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.operations import Opening
from samsyn.rules.timeline import life as life_of
from samsyn.rules.timeline import stretches

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayState:
    """`stated` is false where the text does not say which days are open: then none is planned, and any can be held.

    `lent_to` is who has the rooms when the site is not open itself, evenings or weekends, in the words of the text.
    """

    planned: bool
    reason: Reason
    stated: bool = True
    lent_to: str = ""

    @property
    def why(self) -> str:
        """«Lördag: stängt.»"""
        return self.reason.says

    @property
    def clause(self) -> str:
        return self.reason.clause


def day_state(
    agreement: Agreement, site: str | None, day: date, closures: Iterable[Closed] = (), life: DateRange | None = None
) -> DayState:
    """Is the site open on a day as planned? The terms are those that hold on the day.

    1. the agreement holds (`life` where it has been extended or given notice of); 2. the text says which days;
    3. the weekly pattern; 4. public holidays and eves, where the clause names them; 5. dated closures. A site with
    several opening hours is open when one of them is. A Sunday in the pattern stays open though the clause closes on
    public holidays: who writes Sunday among the days means it.
    """
    if day not in (life or agreement.span):
        says = "Överenskommelsen gäller inte den dagen."
        return DayState(False, Reason(agreement.period.clause, agreement.period.id, says, _asked(day)))
    states = [_by(opening, day, closures) for opening in openings_of(agreement, site, day)]
    return next((state for state in states if state.planned), states[0]) if states else _unstated(agreement, site, day)


def planned_days(
    agreement: Agreement, site: str | None, first: date, last: date, closures: Iterable[Closed] = (),
    life: DateRange | None = None,
) -> list[date]:  # fmt: skip
    """The days from first to last, both included, on which the site is open as planned."""
    shut = tuple(closures)
    return [day for day in _days(first, last) if day_state(agreement, site, day, shut, life).planned]


def planned_through(
    dossier: Dossier, site: str | None, first: date, last: date, closures: Iterable[Closed] = (),
    known_on: date | None = None,
) -> list[date]:  # fmt: skip
    """As `planned_days`, by the terms of each day: through amendments, extension and notice."""
    shut, whole, found = tuple(closures), life_of(dossier, known_on), list[date]()
    for stretch in stretches(dossier, known_on):
        start, end = max(first, stretch.span.start), min(last, stretch.span.last)
        found += planned_days(stretch.terms, site, start, end, shut, whole)
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _by(opening: Opening, day: date, closures: Iterable[Closed]) -> DayState:
    """The first thing that closes the day, or open."""
    for why, key in _shut(opening, day, closures):
        says = f"{why} Lokalen lånas ut: {opening.lent_to}." if opening.lent_to else why
        reason = Reason(opening.clause, opening.id, says, _asked(day), assumed(opening, key))
        return DayState(False, reason, lent_to=opening.lent_to or "")
    hours = f" {_clock(opening.opens)}–{_clock(opening.closes)}" if opening.opens and opening.closes else ""
    says = f"{capital(weekday(day))}: öppet{hours}."
    rests_on = assumed(opening, "days", "closed", "opens", "closes")
    return DayState(
        True, Reason(opening.clause, opening.id, says, _asked(day), rests_on), lent_to=opening.lent_to or ""
    )


def _shut(opening: Opening, day: date, closures: Iterable[Closed]) -> Iterator[tuple[str, str]]:
    """Everything that closes the day: a sentence, and the key that it stands under."""
    if not in_week(opening, day):
        yield f"{capital(weekday(day))}: stängt.", "days"
    if "public_holidays" in opening.closed and (name := holiday(day)):
        yield f"{name}: stängt.", "closed"
    if "eves" in opening.closed and (name := eve(day)):
        yield f"{name}: stängt.", "closed"
    for closure in closures:
        if day in closure.days:
            yield f"Stängt: {closure.why}.", "closed_weeks"


def _unstated(agreement: Agreement, site: str | None, day: date) -> DayState:
    place = agreement.site.get(site or "")
    says = "Texten säger inte vilka dagar det är öppet."
    rests_on = tuple(
        each for opening in agreement.opening.values() if opening.site == site for each in _silent(opening)
    )
    return DayState(False, Reason(place.clause if place else "", site or "", says, _asked(day), rests_on), stated=False)


def _silent(opening: Opening) -> tuple[str, ...]:
    """The readings by which hours that stand in the text are not counted on."""
    return () if opening.applies else assumed(opening)


def _asked(day: date) -> tuple[tuple[str, str], ...]:
    return (("day", day.isoformat()),)


def _clock(at: str) -> str:
    return at.replace(":", ".")
