"""Figures in words: the number with its unit, how many it rests on, who is missing, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from samsyn.rules.indicators import (
    NOT_STATED,
    Changed,
    Counted,
    Dimension,
    Figure,
    Mean,
    NotMeasured,
    Ratio,
    Total,
    Value,
    Why,
)
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts
from samsyn.web.ui.formats import MINUS, STUCK, grouped

FEWEST = 5
"""A mean of fewer is what somebody answered, and is told to nobody."""


def value_words(value: Value, measure: str, unit: str) -> str:
    """«1 204 besök», «62 %», «+0,6 steg», or why nothing was measured."""
    match value:
        case Total():
            return f"{number_words(value.value)}{STUCK}{unit}"
        case Counted() if measure == "share_reaching":
            return percent(value.reached, value.known) if value.known else gettext("mäts inte än")
        case Counted():
            return f"{grouped(value.reached)}{STUCK}{unit}"
        case Ratio():
            return percent(value.part, value.whole)
        case Mean():
            return gettext("%(days)s dagar") % {"days": decimal(value.mean)}
        case Changed():
            return steps(value.mean) if value.pairs >= FEWEST else gettext("visas när 5 har skattat sig två gånger")
        case NotMeasured():
            return why_words(value)


def short_words(value: Value, measure: str) -> str:
    """In a cell of a table, below a head that has the unit."""
    match value:
        case Total():
            return number_words(value.value)
        case Counted() if measure != "share_reaching":
            return grouped(value.reached)
        case NotMeasured(why=Why.TOO_FEW):
            return gettext("visas inte")
        case NotMeasured():
            return "–"
        case Changed() if value.pairs < FEWEST:
            return gettext("visas inte")
        case _:
            return value_words(value, measure, "")


def rests_on(value: Value, measure: str) -> str:
    """What is behind the number, where the number does not say it itself."""
    match value:
        case Counted() if measure == "share_reaching":
            return gettext("%(n)s av %(of)s") % {"n": grouped(value.reached), "of": grouped(value.known)}
        case Counted():
            return gettext("av %(of)s som det är känt om") % {"of": grouped(value.known)}
        case Ratio():
            return gettext("%(n)s av %(of)s") % {"n": grouped(value.part), "of": grouped(value.whole)}
        case Mean():
            return ngettext("av %(n)s som är över", "av %(n)s som är över", value.n) % {"n": grouped(value.n)}
        case Changed():
            said = {"pairs": grouped(value.pairs), "started": grouped(value.started), "of": grouped(value.of)}
            return gettext("%(pairs)s har skattat sig två gånger, %(started)s minst en gång, av %(of)s") % said
        case Total(value=Fraction()):
            return ngettext("från %(n)s pass", "från %(n)s pass", value.n) % {"n": grouped(value.n)}
        case _:
            return ""


def missing_words(figure: Figure, facts: Sequence[Facts] = ()) -> str:
    """Who or what is missing, in the words of what is counted (`facts`); empty where nothing is."""
    value = figure.value
    n = value.missing
    if not n or isinstance(value, NotMeasured):
        return ""
    if isinstance(value, Counted | Changed | Mean):
        return ngettext("%(n)s saknas eller är inte klar", "%(n)s saknas eller är inte klara", n) % {"n": grouped(n)}
    unit = missing_unit(facts, n)
    return gettext("%(what)s saknas") % {"what": f"{grouped(n)}{STUCK}{unit}" if unit else grouped(n)}


def missing_unit(facts: Sequence[Facts], n: int = 2) -> str:
    """What a gap is: a day on which a pad was open, an occasion, a night. Empty: of several sorts."""
    match frozenset(facts):
        case kinds if kinds and kinds <= {"visits", "services"}:
            return npgettext("what is missing", "öppen dag", "öppna dagar", n)
        case kinds if kinds and kinds <= {"heads", "occasions"}:
            return npgettext("what is missing", "tillfälle", "tillfällen", n)
        case kinds if kinds == {"nights"}:
            return npgettext("what is missing", "natt", "nätter", n)
        case kinds if kinds == {"hours"}:
            return gettext("pass")
        case _:
            return ""


def why_words(value: NotMeasured) -> str:
    return {
        Why.NOBODY: gettext("ingen än"),
        Why.NO_STEP: gettext("mäts inte: överenskommelsen har inget steg att räkna"),
        Why.NO_PAIRS: gettext("ingen har skattat sig två gånger än"),
        Why.NO_FACTS: gettext("mäts inte i Samsyn"),
        Why.NOT_COUNTED: gettext("inget är räknat"),
        Why.NOT_ASKED: gettext("mäts inte: ingen har frågats om kön"),
        Why.TOO_FEW: gettext("visas inte: färre än 5 har svarat"),
        Why.NO_WHOLE: gettext("mäts inte: det finns inget att jämföra med"),
        Why.NOT_STARTED: gettext("perioden har inte börjat"),
    }[value.why]


def number_words(number: int | Fraction) -> str:
    return grouped(number) if isinstance(number, int) else decimal(number)


def percent(part: int, whole: int) -> str:
    share = (Decimal(part) * 100 / whole).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{grouped(int(share))}{STUCK}%"


def decimal(number: Fraction) -> str:
    """One decimal, half away from zero, as the reader's language writes it."""
    rounded = (Decimal(number.numerator) / number.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(number_format(rounded, 1, use_l10n=True, force_grouping=True))


def steps(mean: Fraction) -> str:
    sign = "+" if mean > 0 else MINUS if mean < 0 else ""
    return gettext("%(change)s steg") % {"change": f"{sign}{decimal(abs(mean))}"}


def key_words(dimension: Dimension, key: str, terms: Agreement) -> str:
    """A line's name: «Kvinnor», the site's name, a service's, a party's."""
    if key == NOT_STATED:
        return gettext("Inte uppgivet")
    match dimension:
        case "sex":
            return {"woman": gettext("Kvinnor"), "man": gettext("Män"), "other": gettext("Annat")}.get(key, key)
        case "age_band":
            return gettext("%(ages)s år") % {"ages": key.replace("-", "–")}
        case "site" | "service" | "track":
            return _term_words(key, terms)
        case "channel":
            return _channel_words(key)
        case "organisation":
            return terms.party_name(key)
        case _:
            return key


def _term_words(key: str, terms: Agreement) -> str:
    """What was counted where the text names no site or service is called by its pad or its activity."""
    for family in (terms.site, terms.service, terms.pad, terms.activity):
        if key in family:
            return family[key].name
    return gettext("Slussad vidare") if key == "passed_on" else key


def _channel_words(key: str) -> str:
    return {
        "phone": gettext("Telefon"),
        "chat": gettext("Chatt"),
        "mail": gettext("Mejl"),
        "visit": gettext("Besök"),
    }.get(key, key)


def dimension_words(dimension: Dimension) -> str:
    return {
        "sex": gettext("Kön"),
        "age_band": gettext("Ålder"),
        "site": gettext("Plats"),
        "service": pgettext("what is offered", "Tjänst"),
        "track": gettext("Inriktning"),
        "organisation": gettext("Organisation"),
        "channel": gettext("Väg in"),
        "month": gettext("Månad"),
    }[dimension]


def level_words(level: str) -> str:
    return {"output": gettext("Prestationer"), "outcome": gettext("Utfall"), "effect": gettext("Effekter")}[level]
