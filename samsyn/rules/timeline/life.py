"""From which day to which day the agreement holds, with extensions, notice and termination."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.quantities import DateRange, add_months, end_of_month
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement, Happening
from samsyn.rules.terms.period import Notice
from samsyn.rules.terms.renewal import carried_by_silence
from samsyn.rules.timeline.agreed import agreed_by


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of an agreement and what decided it: the period, an extension, silence (a tacit extension),
    notice or termination. `extensions` counts those made, in writing or by silence."""

    last: date
    cause: str
    reason: Reason
    extensions: int = 0


def known(dossier: Dossier, known_on: date | None) -> tuple[Happening, ...]:
    """What had happened by that day, in the order it was done; all of it when no day is given."""
    return tuple(file.change for file in dossier.changes if known_on is None or file.change.on <= known_on)


def life(dossier: Dossier, known_on: date | None = None) -> DateRange:
    """First to last day, as known on a day (None: with everything that has happened)."""
    return DateRange.through(dossier.agreement.period.first, ending(dossier, known_on).last)


def ending(dossier: Dossier, known_on: date | None = None) -> Ending:
    """The last day and why.

    A tacit extension needs a day to be seen from: with `known_on` every last day for notice that has passed in
    silence has carried the agreement on; without it only what was written counts.
    """
    found = _signed(dossier.agreement)
    for change in known(dossier, known_on):
        if change.kind in ("extension", "termination") and change.last:
            made = found.extensions + (change.kind == "extension")
            found = Ending(change.last, change.kind, _reason(change), made)
    notices = standing_notices(dossier, known_on)
    if known_on is not None and found.cause != "termination":
        found = _in_silence(dossier, found, known_on, notices)
    for change in notices:
        last = last_day_after_notice(agreed_by(dossier, change.on, change.on), change.on, found.last)
        if last < found.last:
            found = Ending(last, "notice", _reason(change), found.extensions)
    return found


def _in_silence(dossier: Dossier, found: Ending, known_on: date, notices: tuple[Happening, ...]) -> Ending:
    for term in agreed_by(dossier, known_on, known_on).extension.values():
        if term.applies and term.form == "tacit":
            given = (change.on for change in notices)
            last, made = carried_by_silence(term, found.last, found.extensions, known_on, given)
            if last != found.last:
                says = f"Ingen sade upp överenskommelsen i tid. Den gäller till och med {last}."
                found = Ending(last, "silence", Reason(term.clause, term.id, says), made)
    return found


def standing_notices(dossier: Dossier, known_on: date | None = None) -> tuple[Happening, ...]:
    """Notices given and not taken back."""
    changes = known(dossier, known_on)
    withdrawn = {change.of for change in changes if change.kind == "withdrawal"}
    return tuple(change for change in changes if change.kind == "notice" and change.id not in withdrawn)


def last_day_after_notice(agreement: Agreement, on: date, last: date) -> date:
    """The last day if notice is given `on`; never after the day on which the agreement ends anyway."""
    term = next(iter(agreement.notice.values()), None)
    return min(_after(term, on), last) if term else last


def _after(term: Notice, on: date) -> date:
    day = add_months(on, term.months)
    return end_of_month(day) if term.ends == "month_end" else day


def _signed(agreement: Agreement) -> Ending:
    period = agreement.period
    says = f"Överenskommelsen gäller {period.first} till och med {period.last}."
    assumed = tuple(assumption.id for assumption in period.assumption)
    return Ending(period.last, "period", Reason(period.clause, period.id, says, (), assumed))


def _reason(change: Happening) -> Reason:
    return Reason(change.clause, change.id, change.says, (("on", change.on.isoformat()),))
