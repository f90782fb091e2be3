"""The three pictures of the board member's page, each with the sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.charts.duties_kept import DutiesKept, duties_kept
from samsyn.charts.duties_kept import Side as Drawn
from samsyn.rules.indicators import Dimension, Figure
from samsyn.rules.terms import Agreement
from samsyn.web.indicators.presenters.pictures import drawn_months, drawn_split
from samsyn.web.indicators.presenters.words import dimension_words, key_words, short_words
from samsyn.web.indicators.queries import Series
from samsyn.web.steering.presenters.duties import Duties
from samsyn.web.ui.components.tables import Column, Table


@dataclass(frozen=True, slots=True)
class Picture:
    """`table` says the same as the drawings."""

    title: str
    sentence: str
    clause: str
    assumed: bool
    drawings: Sequence[SafeString]
    table: Table


def picture_of_duties(duties: Duties) -> Picture:
    sides = tuple(
        Drawn(each.name, each.kind, each.done - each.after, each.after, each.passed, 0, each.coming)
        for each in duties.sides
    )
    done, passed = (sum(getattr(each, name) for each in duties.sides) for name in ("done", "passed"))
    words = {"done": done, "passed": passed, "first": duties.back.start}
    sentence = gettext("Sedan %(first)s är %(done)s åtaganden gjorda, och %(passed)s har passerat sin dag.") % words
    chart = DutiesKept(sides, gettext("Åtaganden"), sentence + " " + gettext("Tabellen säger samma sak."))
    columns = [Column(gettext("Vem")), *(Column(name, amount=True) for name in _heads())]
    rows = [(each.name, *map(str, (each.done, each.after, each.passed, each.coming))) for each in duties.sides]
    drawn = [SafeString(duties_kept(chart, form)) for form in ("wide", "narrow")]
    return Picture(gettext("Åtaganden"), sentence, "", False, drawn, Table(gettext("Åtaganden"), columns, rows))


def _heads() -> list[str]:
    return [gettext("Gjorda"), gettext("varav efter sin dag"), gettext("Dagen har passerat"), gettext("Härnäst")]


def picture_by(by: Dimension, figures: Sequence[Figure], terms: Agreement) -> Picture | None:
    """Of the first figure that is split so; a target stands in the sentence only where a clause sets one."""
    for figure in figures:
        drawn = drawn_split(figure, by, terms)
        if drawn:
            return Picture(
                gettext("%(name)s efter %(by)s") % {"name": figure.name, "by": dimension_words(by).lower()},
                _said(figure), figure.clause,
                figure.assumed, drawn, _split(by, figure, terms),
            )  # fmt: skip
    return None


def _said(figure: Figure) -> str:
    words = {
        "name": figure.name, "first": figure.period.start, "last": figure.period.last,
        "n": short_words(figure.value, figure.measure), "unit": figure.unit, "target": figure.target,
    }  # fmt: skip
    said = gettext("%(name)s %(first)s–%(last)s: %(n)s (%(unit)s).") % words
    return said if figure.target is None else f"{said} {gettext('Målet är %(target)s.') % words}"


def _split(by: Dimension, figure: Figure, terms: Agreement) -> Table:
    columns = [Column(gettext("Grupp")), Column(gettext("Antal"), figure.unit, amount=True)]
    rows = [(key_words(by, each.keys[0], terms), short_words(each.value, figure.measure)) for each in figure.split(by)]
    return Table(figure.name, columns, rows)


def picture_by_month(series: Sequence[Series]) -> Picture | None:
    """Of the first figure that was counted in more than one month."""
    for each in series:
        drawn = drawn_months(each)
        if drawn:
            figure = each.figure
            columns = [Column(gettext("Månad")), Column(gettext("Antal"), figure.unit, amount=True)]
            rows = [(f"{one.days.start:%Y-%m}", short_words(one.value, figure.measure)) for one in each.points]
            return Picture(
                gettext("%(name)s, månad för månad") % {"name": figure.name}, _said(figure), figure.clause,
                figure.assumed, drawn, Table(figure.name, columns, rows),
            )  # fmt: skip
    return None
