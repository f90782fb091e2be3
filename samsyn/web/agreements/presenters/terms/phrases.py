"""Small tables inside a term, each as one phrase: an amount for a year, a seat, when a duty falls due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import When
from samsyn.rules.terms.followup import Section
from samsyn.rules.terms.funding import DatedAmount, Inhabitants, PayPeriod, Share
from samsyn.rules.terms.governance import Rhythm, Seat
from samsyn.rules.terms.indicators import Reached, Where
from samsyn.rules.terms.period import Deadline
from samsyn.rules.terms.places import Quarantine, Step
from samsyn.web.agreements.presenters.terms import sections
from samsyn.web.agreements.presenters.terms.wording import LABELS, in_units, label, word
from samsyn.web.ui.formats import STUCK, civil_date, grouped


def span(first: date, last: date) -> str:
    """«2026» for a calendar year, else both days."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{first.isoformat()}–{last.isoformat()}"


def day_of_year(day: MonthDay) -> str:
    """«31 januari»."""
    return civil_date(day.in_year(2000), "short")


def _word(kind: type, key: str, value: object) -> str:
    return word(kind, key, value) or str(value)


def _dated_amount(item: DatedAmount, agreement: Agreement) -> str:
    words = {"amount": str(item.amount), "period": span(item.first, item.last)}
    return gettext("%(amount)s för %(period)s") % words


def _inhabitants(item: Inhabitants, agreement: Agreement) -> str:
    words = {"n": grouped(item.count), "period": span(item.first, item.last), "source": item.source}
    return gettext("%(n)s invånare för %(period)s (%(source)s)") % words


def _share(item: Share, agreement: Agreement) -> str:
    return f"{agreement.party_name(item.party)} {item.percent}"


def _pay_period(item: PayPeriod, agreement: Agreement) -> str:
    return span(item.first, item.last)


def _deadline(item: Deadline, agreement: Agreement) -> str:
    labels = LABELS[Deadline]
    if item.on is not None:
        return str(labels["on"]) % item.on.isoformat()
    if item.months_before_end is not None:
        return str(labels["months_before_end"]) % item.months_before_end
    return str(labels["each_year"]) % day_of_year(item.each_year) if item.each_year else ""


def _seat(item: Seat, agreement: Agreement) -> str:
    who = [agreement.party_name(each) for each in (item.party, item.participant) if each]
    text = f"{item.function} ({', '.join(who)})" if who else item.function
    return f"{text}, {item.seats}{STUCK}{gettext('platser')}" if item.seats > 1 else text


def _rhythm(item: Rhythm, agreement: Agreement) -> str:
    text = _times(item.times, _word(Rhythm, "every", item.every))
    at_least, counted = gettext("minst"), gettext("räknat")
    text = text if item.exactly else f"{at_least} {text}"
    if item.counted is not None:
        text += f", {counted} {_word(Rhythm, 'counted', item.counted)}"
    if item.every in ("year", "half_year") or item.aligned == "agreement":
        text += f", {counted} {_word(Rhythm, 'aligned', item.aligned)}"
    needed = gettext("eller när det behövs") if item.or_when_needed else gettext("och när det behövs")
    return f"{text}, {needed}" if item.also_when_needed or item.or_when_needed else text


def _times(times: int, every: str) -> str:
    return every if times == 1 else f"{in_units('times', times)} {every}"


def _when(item: When, agreement: Agreement) -> str:
    """In the order in which exactly one of the keys stands."""
    if item.every:
        aligned = _word(When, "aligned", item.aligned) if item.aligned == "agreement" else ""
        parts = [_times(item.times, _word(When, "every", item.every)), aligned, _due(item)]
        return ", ".join(part for part in parts if part)
    if item.by:
        return gettext("en gång, senast %(day)s") % {"day": item.by.isoformat()}
    if item.between:
        return gettext("en gång, %(first)s–%(last)s") % {"first": item.between[0], "last": item.between[1]}
    if item.once:
        return _word(When, "once", item.once)
    text = _word(When, "on", item.on) if item.on else ""
    within = "" if item.within_days is None else in_units("days", item.within_days)
    if within and item.within_days:
        within = gettext("inom %(length)s") % {"length": within}
    return ", ".join(part for part in (text, within) if part)


def _due(item: When) -> str:
    if not isinstance(item.due, MonthDay):
        return _word(When, "due", item.due)
    text = gettext("senast %(day)s") % {"day": day_of_year(item.due)}
    return text if item.due_year == "same" else f"{text} {_word(When, 'due_year', item.due_year)}"


def _quarantine(item: Quarantine, agreement: Agreement) -> tuple[str, ...]:
    keys = [key for key in LABELS[Quarantine] if key != "nights"]
    readings = (f"{label(Quarantine, key)}: {_word(Quarantine, key, getattr(item, key))}" for key in keys)
    return (in_units("nights", item.nights), *readings)


PHRASES: dict[type, Callable[[Any, Agreement], str | tuple[str, ...]]] = {
    DatedAmount: _dated_amount,
    Inhabitants: _inhabitants,
    Share: _share,
    PayPeriod: _pay_period,
    Deadline: _deadline,
    Seat: _seat,
    Rhythm: _rhythm,
    When: _when,
    Quarantine: _quarantine,
    Where: sections.where,
    Reached: sections.reached,
    Section: sections.section,
}


def _step_days(step: Step) -> tuple[str, ...]:
    """When a step must be done, from the first day and before the last."""
    if step.days is None:
        return ()
    days = {"n": step.days}
    first = ngettext("%(n)s dag efter den första dagen", "%(n)s dagar efter den första dagen", step.days) % days
    last = ngettext("%(n)s dag före den sista dagen", "%(n)s dagar före den sista dagen", step.days) % days
    if step.days == 0:
        first, last = gettext("den första dagen"), gettext("den sista dagen")
    return tuple(line for when, line in (("start", first), ("end", last)) if when in step.at)


def _step_together(step: Step) -> tuple[str, ...]:
    """Only where there are several who can meet."""
    return (_word(Step, "together", step.together),) if len(step.with_functions) > 1 else ()


IN_CONTEXT: dict[tuple[type, str], Callable[[Any], tuple[str, ...]]] = {
    (Step, "days"): _step_days,
    (Step, "together"): _step_together,
}
"""Keys whose words depend on the rest of the term."""
