"""What a figure is split by, and the lines of each split in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from samsyn.rules.indicators.facts import KNOWN
from samsyn.rules.indicators.figure import NOT_STATED, Dimension
from samsyn.rules.terms.indicators import Indicator

By = tuple[Dimension, ...]
Keys = tuple[tuple[Dimension, str], ...]
"""A line: which key of which dimension. Empty: all together."""
SEXES = ("woman", "man", "other", NOT_STATED)
_ALWAYS = ("woman", "man")
"""Shown also when they are none, as soon as someone has stated a sex."""


def dimensions(indicator: Indicator) -> tuple[Dimension, ...]:
    """Those of its splits that are known of the facts it is counted from."""
    known = {each for kind in indicator.facts for each in KNOWN[kind]}
    return tuple(each for each in indicator.split if each in known)


def bys(indicator: Indicator) -> tuple[By, ...]:
    """Each by itself, and sex with each of the others."""
    single = dimensions(indicator)
    alone: list[By] = [(each,) for each in single]
    crossed: list[By] = [("sex", each) for each in single if each != "sex"] if "sex" in single else []
    return (*alone, *crossed)


def lines(indicator: Indicator, found: Mapping[Dimension, Iterable[str]]) -> list[Keys]:
    """All lines of all splits. `found`: the keys that occur, empty where nothing was stated."""
    keys = {each: _ordered(each, found.get(each, ())) for each in dimensions(indicator)}
    return [
        tuple(zip(by, line, strict=True)) for by in bys(indicator) for line in product(*(keys[each] for each in by))
    ]


def _ordered(dimension: Dimension, found: Iterable[str]) -> list[str]:
    keys = {each or NOT_STATED for each in found}
    if dimension != "sex":
        return sorted(keys, key=lambda key: (key == NOT_STATED, _age(key) if dimension == "age_band" else 0, key))
    if keys - {NOT_STATED}:
        keys |= set(_ALWAYS)
    return [each for each in SEXES if each in keys]


def _age(band: str) -> int:
    """Its youngest: 6-9 comes before 13-17."""
    return int(band.rstrip("+").split("-")[0]) if band != NOT_STATED else 0
