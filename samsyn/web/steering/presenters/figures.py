"""Figures by sex, a line each: what a clause asks for first. A target stands there only where a clause sets one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from samsyn.rules.indicators.figure import Figure
from samsyn.rules.indicators.values import Changed, Mean, Value
from samsyn.rules.quantities import DateRange
from samsyn.web.indicators.presenters.words import short_words
from samsyn.web.ui.formats import civil_date

SEXES = ("woman", "man", "other", "not_stated")


@dataclass(frozen=True, slots=True)
class Row:
    """`sexes` in the order of SEXES; empty texts where the figure is not split so. `whose`: the party that counted.

    `days` in words. `kind`: what sort of number it is, where that does not show.
    """

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
    kind: str = ""
    beside: str = ""


def sex_heads() -> list[str]:
    return [gettext("Kvinnor"), gettext("Män"), gettext("Annat"), gettext("Inte uppgivet")]


def row_of(figure: Figure, whose: str, home: str) -> Row:
    by_sex = {each.keys[0]: each.value for each in figure.split("sex")}
    return Row(
        name=figure.name,
        unit=figure.unit,
        value=short_words(figure.value, figure.measure),
        sexes=tuple(short_words(by_sex[key], figure.measure) if key in by_sex else "" for key in SEXES),
        target=figure.target,
        clause=figure.clause,
        assumed=figure.assumed,
        days=days_words(figure.period),
        whose=whose,
        url=f"{home}{figure.indicator}/",
        kind=_kind_words(figure.value),
    )


def _kind_words(value: Value) -> str:
    match value:
        case Changed():
            return gettext("medelförändring, %(n)s par") % {"n": value.pairs}
        case Mean():
            return gettext("medelvärde, %(n)s svar") % {"n": value.n}
    return ""


def days_words(days: DateRange) -> str:
    """«2026», «2026 till och med 28 november», else the first and the last day."""
    first, last = days.start, days.last
    if (first.month, first.day) == (1, 1) and first.year == last.year:
        if (last.month, last.day) == (12, 31):
            return str(first.year)
        return gettext("%(year)s till %(last)s") % {"year": first.year, "last": civil_date(last, "short")}
    return f"{first}–{last}"


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """What the agreement asks for comes first, then what is split by sex; else as in the file."""
    return sorted(figures, key=lambda each: (not each.contracted, not each.split("sex")))


@dataclass(frozen=True, slots=True)
class Figures:
    """`heads` over the sexes that some row has. `days`: the time of the rows whose own is not said beside them.

    `more`: how many stand on the page of figures and not here.
    """

    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    days: str
    more: int

    @property
    def targets(self) -> bool:
        return any(row.target is not None for row in self.rows)


def figures_shown(rows: Sequence[Row], at_most: int) -> Figures:
    shown = rows[:at_most]
    days = shown[0].days if shown else ""
    used = [n for n in range(len(SEXES)) if any(row.sexes[n] for row in shown)]
    lines = tuple(replace(row, sexes=tuple(row.sexes[n] for n in used), beside=_beside(row, days)) for row in shown)
    return Figures(lines, tuple(sex_heads()[n] for n in used), days, max(len(rows) - at_most, 0))


def _beside(row: Row, days: str) -> str:
    return ", ".join(filter(None, (row.kind, row.whose, row.days if row.days != days else "")))
