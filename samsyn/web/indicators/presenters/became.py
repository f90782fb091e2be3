"""What those who count have counted, in words for them: how much it became, what is lacking, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import dates
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samsyn.rules.indicators import Figure, NotMeasured, Value
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator
from samsyn.web.indicators.presenters.pictures import drawn_months
from samsyn.web.indicators.presenters.shown import months_table
from samsyn.web.indicators.presenters.words import value_words
from samsyn.web.indicators.queries import Series
from samsyn.web.ui.components.tables import Table
from samsyn.web.ui.formats import grouped

COUNTED_BY_HAND = frozenset({"visits", "services", "contacts", "heads"})
"""What somebody taps or writes a number for, while the day goes on."""


@dataclass(frozen=True, slots=True)
class Became:
    """`month` and `whole`: what it is this month, and over all the months shown. `lacking`: days without a count."""

    id: str
    name: str
    month: str
    is_counted: bool
    month_name: str
    whole: str
    lacking: str
    goes_to: tuple[str, ...]
    clause: str
    assumed: bool
    drawings: list[SafeString]
    table: Table


def is_counted_by_hand(indicator: Indicator) -> bool:
    return bool(indicator.facts) and set(indicator.facts) <= COUNTED_BY_HAND and indicator.measure in ("count", "sum")


def became_of(series: Series, terms: Agreement) -> Became:
    figure, latest = series.figure, series.points[-1]
    return Became(
        id=figure.indicator,
        name=figure.name,
        month=_words(latest.value, figure),
        is_counted=not isinstance(latest.value, NotMeasured),
        month_name=str(dates.MONTHS[latest.days.start.month]),
        whole=_words(figure.value, figure),
        lacking=_lacking(latest.value),
        goes_to=tuple(_readers(terms.indicator[figure.indicator], terms)),
        clause=figure.clause,
        assumed=figure.assumed,
        drawings=drawn_months(series),
        table=months_table(series, terms),
    )


def _words(value: Value, figure: Figure) -> str:
    return value_words(value, figure.measure, figure.unit)


def _lacking(value: Value) -> str:
    n = value.missing
    if not n:
        return ""
    if isinstance(value, NotMeasured):
        return ngettext("%(n)s gång är inte räknad.", "%(n)s gånger är inte räknade.", n) % {"n": grouped(n)}
    return ngettext(
        "%(n)s gång är inte räknad, och är inte med i siffran.",
        "%(n)s gånger är inte räknade, och är inte med i siffran.",
        n,
    ) % {"n": grouped(n)}


def _readers(indicator: Indicator, terms: Agreement) -> list[str]:
    """The reports that it stands in; else whom the agreement has it told to."""
    reports = [
        each.name
        for each in terms.report.values()
        if each.applies and any(indicator.id in section.indicators for section in each.sections)
    ]
    if reports:
        return reports
    told = [terms.party_name(each) for each in indicator.reported_to]
    return told or ([gettext("era egna samtal om verksamheten")] if not indicator.contracted else [])
