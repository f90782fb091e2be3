"""A figure's value, and what is told of it, as short as a table needs."""

from __future__ import annotations

from collections.abc import Mapping

from samsyn.rules.indicators.values import Value
from samsyn.web.indicators.presenters.words import short_words
from samsyn.web.ui.formats import grouped

HIDDEN = "–"
"""Not told."""


def told_words(counts: Mapping[str, int | None], value: Value | None, measure: str) -> str:
    """The value where all of it is told; else what was counted, if that is; else a dash."""
    if value is not None:
        return short_words(value, measure)
    if "reached" in counts:
        return _n(counts["reached"])
    return _n(counts.get("value"))


def _n(number: int | None) -> str:
    return HIDDEN if number is None else grouped(number)
