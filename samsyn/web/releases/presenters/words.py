"""Periods, lines and numbers in words."""

from __future__ import annotations

from fractions import Fraction

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext

from samsyn.rules.indicators import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value, Why
from samsyn.rules.indicators.figure import NOT_STATED
from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.dates import add_months
from samsyn.rules.terms import Agreement
from samsyn.web.indicators.presenters.words import key_words
from samsyn.web.ui.formats import MINUS, civil_date


def period_words(days: DateRange) -> str:
    year, month = days.start.year, days.start.month
    whole = days.start.day == 1 and (month - 1) % max(_months(days), 1) == 0
    if whole and _months(days) == 12:
        return str(year)
    if whole and _months(days) == 6:
        return (gettext("första halvåret %(year)s") if month == 1 else gettext("andra halvåret %(year)s")) % {
            "year": year
        }
    if whole and _months(days) == 3:
        return gettext("kvartal %(n)s %(year)s") % {"n": (month - 1) // 3 + 1, "year": year}
    if whole and _months(days) == 1:
        return date_format(days.start, "F Y").lower()
    return f"{civil_date(days.start)} – {civil_date(days.last)}"


def _months(days: DateRange) -> int:
    """How many whole months from its first day; 0 where it is none of the calendar's lengths."""
    return next((n for n in (1, 3, 6, 12) if add_months(days.start, n) == days.end), 0)


def split_words(by: tuple[str, ...]) -> str:
    words = {
        "sex": gettext("kön"),
        "age_band": gettext("ålder"),
        "site": gettext("plats"),
        "service": gettext("tjänst"),
        "track": gettext("spår"),
        "organisation": gettext("organisation"),
        "channel": gettext("kanal"),
        "month": gettext("månad"),
    }
    return gettext(" och ").join(words[each] for each in by)


def line_words(terms: Agreement, by: tuple[str, ...], keys: tuple[str, ...]) -> str:
    if not by:
        return gettext("Alla")
    words = [key_words(name, key or NOT_STATED, terms) for name, key in zip(by, keys, strict=True)]  # type: ignore[arg-type]
    return ", ".join([words[0], *(each[:1].lower() + each[1:] for each in words[1:])])


def count_words(name: str, unit: str) -> str:
    return {
        "value": unit.capitalize(),
        "reached": gettext("Har nått"),
        "not_reached": gettext("Har inte nått"),
        "missing": gettext("Vet inte"),
        "part": gettext("Delen"),
        "rest": gettext("Resten"),
        "whole": gettext("Det hela"),
        "n": gettext("Antal bakom"),
        "pairs": gettext("Har skattat två gånger"),
        "once": gettext("En gång"),
        "never": gettext("Ingen gång"),
    }[name]


def value_words(value: Value | None, unit: str, measure: str) -> str:
    """With its unit. What is not told says so."""
    match value:
        case None:
            return gettext("visas inte")
        case Total():
            return f"{_number(value.value)} {unit}"
        case Counted() if measure == "share_reaching":
            return gettext("%(part)s av %(whole)s") % {"part": value.reached, "whole": value.known}
        case Counted():
            return f"{_number(value.reached)} {unit}"
        case Ratio():
            return gettext("%(part)s av %(whole)s") % {"part": _number(value.part), "whole": _number(value.whole)}
        case Mean():
            return f"{_decimal(value.mean)} {unit}"
        case Changed():
            sign = "+" if value.mean > 0 else MINUS if value.mean < 0 else ""
            return f"{sign}{_decimal(abs(value.mean))} {unit}"
        case NotMeasured(why=Why.TOO_FEW):
            return gettext("visas inte")
        case NotMeasured():
            return gettext("inte mätt")


def _number(n: int | Fraction) -> str:
    return _decimal(n) if isinstance(n, Fraction) and n.denominator != 1 else number_format(int(n), force_grouping=True)


def _decimal(n: Fraction) -> str:
    return number_format(round(float(n), 1), 1, force_grouping=True)
