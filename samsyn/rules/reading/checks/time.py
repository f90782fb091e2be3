"""Periods run forward, deadlines can be kept, and a duty says when it is due in one way only."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.quantities import DateRange, MonthDay
from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import When


def period_runs_forward(agreement: Agreement) -> Iterator[Finding]:
    period = agreement.period
    if period.last < period.first:
        what = f"the last day {period.last} comes before the first day {period.first}"
        yield Finding(("period", "last"), what, "Write the last day that belongs to the agreement")


def terms_lie_inside_the_period(agreement: Agreement) -> Iterator[Finding]:
    if agreement.period.last < agreement.period.first:
        return
    for family, term in agreement.terms():
        if family == "period":
            continue
        first, last = term.first or agreement.period.first, term.last or agreement.period.last
        if last < first:
            yield Finding((family, term.id, "last"), f"last {last} comes before first {first}", "Turn them around")
        elif DateRange.through(first, last).overlap(agreement.span) is None:
            what = f"«{term.id}» holds {first}–{last}, outside the agreement {agreement.span}"
            yield Finding((family, term.id), what, "Correct the days, or the period")


def extension_is_possible(agreement: Agreement) -> Iterator[Finding]:
    for name, extension in agreement.extension.items():
        path, deadline = ("extension", name), extension.deadline
        given = [key for key in ("on", "months_before_end", "each_year") if getattr(deadline, key) is not None]
        if len(given) != 1:
            what = f"the deadline has {len(given)} of on, months_before_end, each_year"
            yield Finding((*path, "deadline"), what, "Write exactly one of them")
        if extension.latest_end and extension.latest_end <= agreement.period.last:
            what = f"latest_end {extension.latest_end} is not after the last day {agreement.period.last}"
            yield Finding((*path, "latest_end"), what, "Write the last day that an extension can reach")
        if deadline.on and not agreement.period.first <= deadline.on <= agreement.period.last:
            what = f"the deadline {deadline.on} lies outside the agreement {agreement.span}"
            yield Finding((*path, "deadline", "on"), what, "Write a day before the agreement ends")
        if extension.form == "tacit" and agreement.period.lapses:
            what = "the extension is tacit, but [period] says lapses = true: both cannot hold"
            yield Finding((*path, "form"), what, "Take lapses away, or write another form")


def duties_say_when_once(agreement: Agreement) -> Iterator[Finding]:
    for name, duty in agreement.duty.items():
        path, when = ("duty", name, "when"), duty.when
        ways = [key for key in ("every", "by", "between", "once", "on") if getattr(when, key) is not None]
        if len(ways) != 1:
            found = " and ".join(ways) or "none"
            yield Finding(path, f"when has {found} of every, by, between, once, on", "Write exactly one of them")
        yield from _days(when, agreement, path)


def _days(when: When, agreement: Agreement, path: tuple[str, ...]) -> Iterator[Finding]:
    if not when.every and (when.times != 1 or when.due != "unspecified" or when.aligned != "calendar"):
        yield Finding(path, "times, due and aligned belong to every", "Write every, or take them away")
    if when.every == "agreement_year" and when.aligned == "agreement":
        do = 'Take aligned away: every = "agreement_year" says it already'
        yield Finding((*path, "aligned"), "aligned is said twice", do)
    if isinstance(when.due, MonthDay) and when.every not in ("year", "agreement_year", None):
        what = f"due = {when.due} comes once a year, but the duty comes every {when.every}"
        yield Finding((*path, "due"), what, 'Write due = "period_end", or one duty for each day')
    if when.between and when.between[1] < when.between[0]:
        yield Finding((*path, "between"), f"{when.between[1]} comes before {when.between[0]}", "Turn the days around")
    for day in (when.by, *(when.between or ())):
        if day and agreement.period.first <= agreement.period.last and day not in agreement.span:
            what = f"{day} lies outside the agreement {agreement.span}"
            yield Finding(path, what, "Correct the day, or the period")
