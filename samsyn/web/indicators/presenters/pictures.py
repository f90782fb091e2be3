"""The pictures of a figure: its lines, its months, and how those changed who answered twice. Each has its table."""

from __future__ import annotations

from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.charts.over_time import OverTime, Point, Series, over_time
from samsyn.charts.paint import State
from samsyn.charts.paired_change import Change, PairedChange, paired_change
from samsyn.charts.split_bars import Bar, SplitBars, split_bars
from samsyn.rules.indicators import Changed, Counted, Dimension, Figure, NotMeasured, Part, Ratio, Value, Why
from samsyn.rules.terms import Agreement
from samsyn.web.indicators.presenters.words import FEWEST, dimension_words, key_words, short_words, steps
from samsyn.web.indicators.queries import Series as Months

SCALE = 4
"""Steps from one end of a self-assessment's scale to the other."""


def drawn_split(figure: Figure, by: Dimension, terms: Agreement) -> list[SafeString]:
    """Bars for one split; nothing where there is only one line, or a change, which has a picture of its own."""
    parts = figure.split(by)
    if len(parts) < 2 or isinstance(figure.value, Changed) or not any(each.value.n for each in parts):
        return []
    said = {"name": figure.name, "by": dimension_words(by).lower()}
    chart = SplitBars(
        tuple(_bar(each, figure, by, terms) for each in parts),
        gettext("%(name)s efter %(by)s") % said,
        gettext("%(name)s efter %(by)s. Tabellen säger samma sak.") % said,
    )
    return [SafeString(split_bars(chart, form, f"split-{by}")) for form in ("wide", "narrow")]


def drawn_months(months: Months) -> list[SafeString]:
    figure = months.figure
    if len(months.points) < 2 or isinstance(figure.value, Changed) or not figure.is_measured:
        return []
    points = [_point(each.value, figure.measure, each.days.start) for each in months.points]
    if not any(each.value for each in points):
        return []
    summary = gettext("%(name)s, månad för månad. Tabellen säger samma sak.") % {"name": figure.name}
    chart = OverTime(
        (Series("", tuple(points)),),
        gettext("%(name)s över tid") % {"name": figure.name},
        summary,
        "line" if _is_share(figure) else "columns",
    )
    return [SafeString(over_time(chart, form)) for form in ("wide", "narrow")]


def drawn_change(figure: Figure) -> list[SafeString]:
    value = figure.value
    if not isinstance(value, Changed) or value.pairs < FEWEST:
        return []
    change = Change(
        "", value.pairs, value.started - value.pairs, value.of - value.started, value.mean, steps(value.mean)
    )
    summary = gettext(
        "Hur många som har skattat sig två gånger, en gång och ingen gång, och hur mycket de har ändrats."
    )
    chart = PairedChange((change,), steps=SCALE, title=figure.name, summary=summary)
    return [SafeString(paired_change(chart, form)) for form in ("wide", "narrow")]


def _bar(part: Part, figure: Figure, by: Dimension, terms: Agreement) -> Bar:
    number, state = amount_of(part.value, figure.measure)
    return Bar(key_words(by, part.keys[0], terms), number, short_words(part.value, figure.measure), state)


def _point(value: Value, measure: str, month: object) -> Point:
    number, state = amount_of(value, measure)
    said = short_words(value, measure) if state == "value" else ""
    return Point(month, number, said, state)  # type: ignore[arg-type]


def amount_of(value: Value, measure: str) -> tuple[int | Fraction | None, State]:
    """What is drawn; None with the reason why not."""
    match value:
        case NotMeasured(why=Why.TOO_FEW):
            return None, "hidden"
        case NotMeasured():
            return None, "not_measured"
        case Counted() if measure == "share_reaching":
            return (Fraction(value.reached, value.known), "value") if value.known else (None, "not_measured")
        case Counted():
            return value.reached, "value"
        case Ratio():
            return value.share, "value"
        case Changed():
            return (value.mean, "value") if value.pairs >= FEWEST else (None, "hidden")
        case _:
            return getattr(value, "value", None) if hasattr(value, "value") else value.mean, "value"


def _is_share(figure: Figure) -> bool:
    return isinstance(figure.value, Ratio) or figure.measure == "share_reaching"
