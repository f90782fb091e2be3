"""Figures by sex, a line each: what a clause asks for first. A target stands there only where a clause sets one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext

from samsyn.rules.indicators.figure import Figure
from samsyn.rules.indicators.values import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value
from samsyn.rules.quantities import DateRange
from samsyn.web.ui.formats import MINUS, civil_date, grouped

HIDDEN = "–"
SEXES = ("woman", "man", "other", "not_stated")


@dataclass(frozen=True, slots=True)
class Row:
    """`sexes` in the order of SEXES; empty texts where the figure is not split so. `whose`: the party that counted."""

    name: str
    unit: str
    value: str
    sexes: tuple[str, ...]
    target: int | None
    clause: str
    assumed: bool
    days: str
    whose: str
    url: str


def sex_heads() -> list[str]:
    return [gettext("Kvinnor"), gettext("Män"), gettext("Annat"), gettext("Inte uppgivet")]


def row_of(figure: Figure, whose: str, home: str) -> Row:
    by_sex = {each.keys[0]: each.value for each in figure.split("sex")}
    return Row(
        name=figure.name,
        unit=figure.unit,
        value=value_words(figure.value),
        sexes=tuple(value_words(by_sex[key], figure.value) if key in by_sex else "" for key in SEXES),
        target=figure.target,
        clause=figure.clause,
        assumed=figure.assumed,
        days=days_words(figure.period),
        whose=whose,
        url=f"{home}{figure.indicator}/",
    )


def days_words(days: DateRange) -> str:
    """«2026», «2026 till och med 28 november», else the first and the last day."""
    first, last = days.start, days.last
    if (first.month, first.day) == (1, 1) and first.year == last.year:
        if (last.month, last.day) == (12, 31):
            return str(first.year)
        return gettext("%(year)s till %(last)s") % {"year": first.year, "last": civil_date(last, "short")}
    return f"{first}–{last}"


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """What the agreement asks for and what was measured come first; else as in the file."""
    return sorted(figures, key=lambda each: (not each.contracted, not each.is_measured))


def value_words(value: Value, like: Value | None = None) -> str:
    """As short as on a projector: «1 240», «12 av 20», «95 %», «+0,8». What was not measured says so."""
    match value:
        case Total():
            return grouped(value.value)
        case Counted():
            return gettext("%(n)s av %(of)s") % {"n": grouped(value.reached), "of": grouped(value.of)}
        case Ratio(within=True):
            return gettext("%(n)s av %(of)s") % {"n": grouped(value.part), "of": grouped(value.whole)}
        case Ratio():
            return _decimal(value.share, 2)
        case Mean():
            return _decimal(value.mean, 1)
        case Changed():
            return ("+" if value.mean > 0 else "") + _decimal(value.mean, 1)
        case NotMeasured():
            return gettext("inte mätt") if like is None else ""


def _decimal(number: Fraction, places: int) -> str:
    """Half away from zero, with a comma."""
    scaled = abs(number) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = number_format(whole / 10**places, decimal_pos=places)
    return f"{MINUS}{text}" if number < 0 and whole else text


@dataclass(frozen=True, slots=True)
class Figures:
    """`more`: how many stand on the page of figures and not here."""

    rows: tuple[Row, ...]
    more: int

    @property
    def hidden(self) -> bool:
        return any(HIDDEN in (row.value, *row.sexes) for row in self.rows)

    @property
    def targets(self) -> bool:
        return any(row.target is not None for row in self.rows)


def figures_shown(rows: Sequence[Row], at_most: int) -> Figures:
    return Figures(tuple(rows[:at_most]), max(len(rows) - at_most, 0))
