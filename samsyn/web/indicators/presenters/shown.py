"""A figure as its page and the list show it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.indicators import Dimension, Figure
from samsyn.rules.indicators.splitting import By
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts
from samsyn.web.indicators.presenters.words import (
    dimension_words,
    key_words,
    level_words,
    missing_unit,
    missing_words,
    rests_on,
    short_words,
    value_words,
)
from samsyn.web.indicators.queries import Series
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import grouped


@dataclass(frozen=True, slots=True)
class Shown:
    """`lines`: the split by sex in a sentence; `target`: only where a clause sets one."""

    id: str
    name: str
    value: str
    is_measured: bool
    rests_on: str
    missing: str
    says: str
    lines: str
    target: str
    clause: str
    assumed: bool
    contracted: bool


@dataclass(frozen=True, slots=True)
class Level:
    """Output, outcome and effect stand apart: one is never read as another."""

    name: str
    says: str
    figures: tuple[Shown, ...]


def levels_of(figures: list[Figure], terms: Agreement) -> list[Level]:
    found = {each: [one for one in figures if one.level == each] for each in ("output", "outcome", "effect")}
    return [
        Level(level_words(level), _level_says(level), tuple(shown_of(each, terms) for each in own))
        for level, own in found.items()
        if own
    ]


def shown_of(figure: Figure, terms: Agreement) -> Shown:
    said = [(key_words("sex", each.keys[0], terms), short_words(each.value, figure.measure)) for each in
            figure.split("sex")]  # fmt: skip
    return Shown(
        id=figure.indicator,
        name=figure.name,
        value=value_words(figure.value, figure.measure, figure.unit),
        is_measured=figure.is_measured,
        rests_on=rests_on(figure.value, figure.measure),
        missing=missing_words(figure, _facts(figure, terms)),
        says=figure.says,
        lines=" · ".join(f"{name} {value}" for name, value in said) if len(said) > 1 else "",
        target=_target(figure, terms),
        clause=figure.clause,
        assumed=figure.assumed,
        contracted=figure.contracted,
    )


def split_table(figure: Figure, by: By, terms: Agreement) -> Table:
    """The lines of a split, and all of them together below a rule."""
    unit = "" if figure.measure in ("ratio", "share_reaching", "paired_change", "duration") else figure.unit
    columns = [*(Column(dimension_words(each)) for each in by), *_columns(unit, _facts(figure, terms))]
    rows = [
        [*(key_words(one, key, terms) for one, key in zip(by, each.keys, strict=True)), *_cells(figure, each.value)]
        for each in figure.split(*by)
    ]
    sums = [gettext("Alla"), *[""] * (len(by) - 1), *_cells(figure, figure.value)]
    named = {"name": figure.name, "by": _and([dimension_words(each).lower() for each in by])}
    return Table(gettext("%(name)s efter %(by)s") % named, columns, rows, sums)


def months_table(months: Series, terms: Agreement) -> Table:
    figure = months.figure
    rows = [[f"{each.days.start:%Y-%m}", *_cells(figure, each.value)] for each in months.points]
    sums = [gettext("Hela perioden"), *_cells(figure, figure.value)]
    unit = "" if figure.measure in ("ratio", "share_reaching", "paired_change", "duration") else figure.unit
    note = ""
    if figure.measure in ("distinct", "share_reaching", "ratio", "paired_change", "duration"):
        note = gettext("Månaderna läggs inte ihop: varje månad är räknad för sig.")
    return Table(
        gettext("%(name)s, månad för månad") % {"name": figure.name},
        [Column(gettext("Månad")), *_columns(unit, _facts(figure, terms))], rows, sums, note,
    )  # fmt: skip


def _facts(figure: Figure, terms: Agreement) -> tuple[Facts, ...]:
    term = terms.indicator.get(figure.indicator)
    return term.facts if term else ()


def _columns(unit: str, facts: tuple[Facts, ...]) -> list[Column]:
    return [
        Column(gettext("Värde"), unit, amount=True),
        Column(gettext("n"), amount=True),
        Column(gettext("Saknas"), missing_unit(facts), amount=True),
    ]


def _cells(figure: Figure, value: object) -> list[str]:
    from samsyn.rules.indicators import NotMeasured, Why

    if isinstance(value, NotMeasured) and value.why is Why.TOO_FEW:
        return [gettext("visas inte"), gettext("visas inte"), gettext("visas inte")]
    return [
        short_words(value, figure.measure),  # type: ignore[arg-type]
        grouped(value.n),  # type: ignore[attr-defined]
        grouped(value.missing),  # type: ignore[attr-defined]
    ]


def _target(figure: Figure, terms: Agreement) -> str:
    """Of the time that the agreement sets it for, which may be longer than the period."""
    term = terms.indicator.get(figure.indicator)
    if figure.target is None or term is None:
        return ""
    said = gettext("Målet i överenskommelsen är %(target)s %(unit)s") % {
        "target": grouped(figure.target),
        "unit": figure.unit,
    }
    per = {
        "month": gettext("i månaden"),
        "quarter": gettext("i kvartalet"),
        "half_year": gettext("i halvåret"),
        "year": gettext("om året"),
        "agreement_year": gettext("per avtalsår"),
    }.get(term.period, "")
    return f"{said} {per}." if per else f"{said}."


def _level_says(level: str) -> str:
    return {
        "output": gettext("Vad som gjordes, och hur mycket."),
        "outcome": gettext("Vad som ändrades för dem som deltog."),
        "effect": gettext("Vad som inte hade hänt annars."),
    }[level]


def _and(words: list[str]) -> str:
    return gettext(" och ").join(words)


def dimensions_of(figure: Figure) -> list[Dimension]:
    """Those it is split by here, each once; a split with a single line says no more than the figure does."""
    found = dict.fromkeys(each.by[0] for each in figure.parts if len(each.by) == 1)
    return [each for each in found if len(figure.split(each)) > 1]


def crossed_of(figure: Figure) -> list[By]:
    several = set(dimensions_of(figure))
    return [by for by in dict.fromkeys(each.by for each in figure.parts if len(each.by) == 2) if set(by) <= several]
