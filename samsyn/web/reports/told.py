"""A figure as it is told to others in a report: exact totals that the agreement asks for, splits as let go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext, ngettext
from pydantic import TypeAdapter

from samsyn.exchange.reports import Cell, DefinitionDoc, Kind, Tag
from samsyn.exchange.reports.cells import HIDDEN, MISSING, NOT_MEASURED
from samsyn.rules.indicators.values import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value, Why
from samsyn.web.releases.told import Reach, ReleasedFigure, ReleasedLine


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a split."""

    by: tuple[str, ...]
    keys: tuple[str, ...]
    value: Cell
    reach: Reach = "anyone"


@dataclass(frozen=True, slots=True)
class Told:
    """`more`: what was left out, or why nothing was measured. `n` and `missing` are None where they are not told.

    `reach`: who may read its total, and of each line who may read that.
    """

    indicator: str
    name: str
    level: str
    unit: str
    kind: Kind
    clause: str
    assumed: bool
    version: str
    says: str
    contracted: bool
    value: Cell
    target: int | None = None
    n: int | None = None
    missing: int | None = None
    more: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    reach: Reach = "anyone"

    def split(self, by: str) -> tuple[Line, ...]:
        return tuple(each for each in self.lines if each.by == (by,))

    def within(self, reaches: Collection[Reach]) -> Told:
        """As it is told to those that only this reaches: what is for fewer is hidden, and what is said of it too."""
        lines = tuple(
            each if each.reach in reaches else replace(each, value=HIDDEN, reach="anyone") for each in self.lines
        )
        if self.reach in reaches:
            return replace(self, lines=lines)
        return replace(self, lines=lines, value=HIDDEN, n=None, missing=None, more=(), reach="anyone")

    @property
    def is_for_anyone(self) -> bool:
        return {self.reach, *(each.reach for each in self.lines)} == {"anyone"}

    @property
    def definition(self) -> DefinitionDoc:
        label = tag_of(self.clause).label
        return DefinitionDoc(self.indicator, self.name, self.says, label, self.version, self.assumed)


_TOLD = TypeAdapter(tuple[Told, ...])


def plain_told(told: Sequence[Told]) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = _TOLD.dump_python(tuple(told), mode="json")
    return written


def told_from_plain(plain: Any) -> dict[str, Told]:
    """By indicator."""
    return {each.indicator: each for each in _TOLD.validate_python(plain)}


def tag_of(clause: str, assumed: bool = False) -> Tag:
    return Tag(f"§\N{NO-BREAK SPACE}{clause}" if clause[:1].isdigit() else clause, assumed)


def kind_of(measure: str) -> Kind:
    return "share" if measure in ("ratio", "share_reaching") else "number"


def cell_of(value: Value, measure: str) -> Cell:
    """What is known whole. A mean that says so many steps is a number; a share is kept as «31/131»."""
    match value:
        case Total():
            return _exact(value.value)
        case Counted() if measure == "share_reaching":
            return Cell(f"{value.reached}/{value.known}") if value.known else NOT_MEASURED
        case Counted():
            return Cell(value.reached)
        case Ratio():
            return Cell(f"{value.part}/{value.whole}") if value.whole else NOT_MEASURED
        case Mean() | Changed():
            return _exact(value.mean)
        case NotMeasured():
            return _WITHOUT.get(value.why, NOT_MEASURED)


_WITHOUT = {Why.NOT_COUNTED: MISSING, Why.NOT_STARTED: MISSING, Why.TOO_FEW: HIDDEN}
"""What could have been counted is missing; what a few have answered is not told; the rest is not measured."""


def _exact(value: int | Fraction) -> Cell:
    """Hours and means need not be whole."""
    return Cell(value) if isinstance(value, int) else Cell(f"{value.numerator}/{value.denominator}")


def cell_from(line: ReleasedLine, measure: str, kind: str) -> Cell:
    """What of one line is told; hidden where a number that it needs is. `kind` of the value: «total», «counted», …"""
    if line.value is not None:
        return cell_of(line.value, measure)
    counts = line.counts
    if kind == "total":
        return _number(counts.get("value"))
    if kind == "counted":
        share = measure == "share_reaching"
        return _share(counts.get("reached"), counts.get("not_reached")) if share else _number(counts.get("reached"))
    if kind == "ratio":
        return _share(counts.get("part"), counts.get("rest")) if "rest" in counts else HIDDEN
    return NOT_MEASURED if kind == "not_measured" else HIDDEN


def told_of(released: ReleasedFigure) -> Told:
    """A figure that was let go of, or would be, as a report says it."""
    whole = released.total
    return Told(
        indicator=released.indicator,
        name=released.name,
        level=released.level,
        unit=_unit(released),
        kind=kind_of(released.measure),
        clause=released.clause,
        assumed=released.assumed,
        version=released.version,
        says=released.says,
        contracted=released.contracted,
        value=cell_from(whole, released.measure, released.kind),
        target=released.target,
        n=whole.value.n if whole.value is not None else None,
        missing=whole.value.missing if whole.value is not None else None,
        more=tuple(_more(whole.value)),
        lines=tuple(
            Line(each.by, each.keys, cell_from(each, released.measure, released.kind), each.reach)
            for each in released.parts
        ),
        reach=whole.reach,
    )


def _unit(released: ReleasedFigure) -> str:
    """A change is told in steps, whatever is counted to find it."""
    return gettext("steg på skalan") if released.measure == "paired_change" else released.unit


def _more(value: Value | None) -> Iterator[str]:
    """What a reader must know of it: why there is none, of how many, for how many it is not known."""
    match value:
        case None:
            return
        case NotMeasured():
            yield why_words(value)
        case Changed():
            yield gettext("%(pairs)s har skattat sig både först och sist, av %(of)s.") % {
                "pairs": value.pairs, "of": value.of,
            }  # fmt: skip
        case Counted() if value.missing:
            yield gettext("Uppgift saknas för %(n)s.") % {"n": value.missing}
        case Total() if value.missing:
            yield ngettext(
                "En gång när det kunde ha räknats blev det inte räknat.",
                "%(n)s gånger när det kunde ha räknats blev det inte räknat.",
                value.missing,
            ) % {"n": value.missing}


def why_words(value: NotMeasured) -> str:
    return {
        Why.NOBODY: gettext("Ingen deltog under tiden."),
        Why.NO_STEP: gettext("Överenskommelsen har inget steg att räkna."),
        Why.NO_PAIRS: gettext("Ingen har skattat sig både först och sist."),
        Why.NO_FACTS: gettext("Inget som antecknas i Samsyn mäter detta."),
        Why.NOT_COUNTED: gettext("Det kunde ha räknats, men inget är inskrivet för de dagarna."),
        Why.NO_WHOLE: gettext("Det som andelen skulle räknas av är noll."),
        Why.NOT_STARTED: gettext("Tiden har inte börjat."),
        Why.TOO_FEW: gettext("För få har svarat för att det ska visas."),
    }[value.why]


def _number(count: int | None) -> Cell:
    return HIDDEN if count is None else Cell(count)


def _share(part: int | None, rest: int | None) -> Cell:
    if part is None or rest is None:
        return HIDDEN
    return Cell(f"{part}/{part + rest}") if part + rest else NOT_MEASURED
