"""How the chapters say what was counted and what came out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from samsyn.rules.indicators import Changed, Counted, Figure, Mean, NotMeasured, Ratio, Total, Value
from samsyn.rules.indicators.facts import Fact
from samsyn.rules.indicators.model import figure
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import read_agreement
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator

HALF = DateRange.through(date(2026, 1, 1), date(2026, 6, 30))
DAY, LATER = date(2026, 3, 2), date(2026, 12, 31)
AS_OF = datetime(2026, 12, 31, 12, tzinfo=UTC)
FOLDER = Path(__file__).parents[3] / "agreements"


@cache
def terms_of(name: str) -> Agreement:
    """The agreement in the folder whose name ends so."""
    (folder,) = FOLDER.glob(f"*-{name}")
    return read_agreement(folder).agreement


def counted(
    indicator: Indicator, terms: Agreement, *facts: Fact, today: date = LATER, period: DateRange = HALF
) -> Figure:
    return figure(indicator, terms, facts, period, AS_OF, today)


def shown(value: Value) -> str:
    match value:
        case Total():
            return f"{value.value}, {value.missing} missing"
        case Counted():
            return f"{value.reached} of {value.of}, {value.missing} missing"
        case Ratio():
            return f"{value.part}/{value.whole}, {value.missing} missing"
        case Mean():
            return f"{value.mean} over {value.n}, {value.missing} missing"
        case Changed():
            return f"{value.mean} of {value.pairs} pairs, {value.started} started, {value.of} in all"
        case NotMeasured():
            return f"not measured: {value.why}, {value.of} in all"


def lines(made: Figure, *by: str) -> dict[str, str]:
    """Of a split: the keys, joined, and what stands there."""
    return {" ".join(each.keys): shown(each.value) for each in made.parts if each.by == by}
