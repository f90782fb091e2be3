"""Figures as a file of lines, one for each value, with what each means beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from samsyn.rules.indicators import Changed, Counted, Figure, Mean, NotMeasured, Ratio, Total, Value

HEAD = (
    "indicator", "name", "level", "measure", "unit", "first_day", "last_day", "split_by", "key", "state", "value",
    "part", "whole", "n", "missing", "target", "clause", "version", "as_of", "says",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(figures: Iterable[Figure]) -> bytes:
    """UTF-8 with a mark at its beginning, so that a spreadsheet reads Swedish. Fractions stand as «4/3»."""
    page = io.StringIO(newline="")
    lines = csv.writer(page)
    lines.writerow(HEAD)
    for figure in figures:
        lines.writerows([[_safe(each) for each in line] for line in _lines(figure)])
    return page.getvalue().encode("utf-8-sig")


def _lines(figure: Figure) -> Iterator[list[str]]:
    yield _line(figure, "", "", figure.value)
    for each in figure.parts:
        yield _line(figure, " × ".join(each.by), " × ".join(each.keys), each.value)


def _line(figure: Figure, by: str, key: str, value: Value) -> list[str]:
    days = [figure.period.start.isoformat(), figure.period.last.isoformat()]
    target = "" if figure.target is None or by else str(figure.target)
    return [
        figure.indicator, figure.name, figure.level, figure.measure, figure.unit, *days, by, key, *_cells(value),
        str(value.n), str(value.missing), target, figure.clause, figure.version, figure.as_of.isoformat(), figure.says,
    ]  # fmt: skip


def _cells(value: Value) -> list[str]:
    """State, value, part and whole; what is not a number of its own stands empty."""
    match value:
        case NotMeasured():
            return [value.why.value, "", "", ""]
        case Total():
            return ["value", str(value.value), "", ""]
        case Counted():
            return ["value", str(value.reached), str(value.reached), str(value.known)]
        case Ratio():
            return ["value", str(value.share), str(value.part), str(value.whole)]
        case Changed() if value.pairs < 5:
            return ["too_few", "", "", ""]
        case Mean() | Changed():
            return ["value", str(value.mean), "", ""]


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is text. A number with its sign is not such a cell."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not cell.lstrip("-+").replace("/", "").isdigit() else cell
