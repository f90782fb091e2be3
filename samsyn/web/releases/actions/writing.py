"""A release as rows: what is told, to whom, and the exact numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.range import DateRange as PgRange

from samsyn.rules.disclosure import Line
from samsyn.rules.indicators import Changed, Figure, Mean, Total, Value, plain
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import ExactCell, Release, ReleasedCell
from samsyn.web.releases.periods import crosses
from samsyn.web.releases.promises import receivers_of
from samsyn.web.releases.shape import adds_up
from samsyn.web.releases.told import (
    Of,
    Reach,
    ReleasedFigure,
    ReleasedLine,
    about,
    counted,
    figure_of,
    numbers_of,
    values_of,
)
from samsyn.web.releases.weighing import New, Weighed, days_of, smallest_of, weigh


@dataclass(frozen=True)
class Letting:
    """Some figures, weighed together. `made_of`: of figures that are sums, by indicator, what they are sums of."""

    partnership: Partnership
    terms: Agreement
    figures: Sequence[Figure]
    organisation: UUID
    promises: bool
    weighed: Mapping[str, Weighed]
    receivers: Mapping[str, frozenset[UUID]]
    made_of: Mapping[str, tuple[UUID, ...]]
    before: Mapping[tuple[str, DateRange, Of], Any]
    """Of what is corrected: the values that were told."""
    without: Mapping[str, tuple[UUID, ...]]

    @classmethod
    def of(
        cls,
        partnership: Partnership,
        terms: Agreement,
        figures: Sequence[Figure],
        *,
        promises: bool,
        by: Viewer,
        made_of: Mapping[str, tuple[UUID, ...]] | None = None,
        without: Mapping[str, tuple[UUID, ...]] | None = None,
    ) -> Letting:
        made_of = made_of or {}
        places = parties_of(partnership)
        receivers = {}
        for each in figures:
            keys = receivers_of(terms, each.indicator, promises=promises)
            if keys is not None:
                own = {places[key].organisation_id for key in keys if key in places}
                receivers[each.indicator] = frozenset({*own, by.organisation_id})
        rows = list(Release.objects.filter(partnership=partnership, indicator__in=[each.indicator for each in figures]))
        taken = [(each.indicator, days_of(each)) for each in rows]
        news = [
            New(
                id=f"new {each.indicator} {each.period}", organisation=by.organisation_id, indicator=each.indicator,
                days=each.period, numbers=numbers_of(each), promised=each.indicator in receivers,
                made_of=made_of.get(each.indicator, ()),
                splits_too=not crosses(each.period, [days for indicator, days in taken if indicator == each.indicator]),
            )
            for each in figures
        ]  # fmt: skip
        weighed = weigh(partnership, terms, news) if news else {}
        by_figure = {f"{one.indicator} {one.period}": weighed[new.id] for one, new in zip(figures, news, strict=True)}
        return cls(
            partnership, terms, figures, by.organisation_id, promises, by_figure, receivers, made_of,
            _told_before(rows, by.organisation_id), without or {},
        )  # fmt: skip

    def weight(self, figure: Figure) -> Weighed:
        return self.weighed[f"{figure.indicator} {figure.period}"]

    def about(self, figure: Figure) -> dict[str, Any]:
        left_out = self.without.get(figure.indicator, ())
        return about(figure) | ({"without": [str(each) for each in left_out]} if left_out else {})

    def seen(self) -> list[ReleasedFigure]:
        """As the parties to whom it is promised see it."""
        return [
            figure_of(
                self.about(each),
                [seen.line for seen in self.lines(each)],
                release=None,
                organisation=self.organisation,
                number=1,
                because="",
                made_of=self.made_of.get(each.indicator, ()),
                compiled=each.indicator in self.made_of,
            )
            for each in self.figures
        ]

    def lines(self, figure: Figure) -> Iterator[Seen]:
        weight = self.weight(figure)
        for of, value in values_of(figure).items():
            own = {name: (Line(*of, name), n) for name, n in counted(value, figure.value).items()}
            told = {name: n if line in weight.told else None for name, (line, n) in own.items()}
            open_ = frozenset(name for name, (line, _n) in own.items() if line in weight.open)
            whole = None not in told.values()
            is_open = open_ == own.keys()
            if whole and _is_reckoned(value):
                is_open = is_open and self._says_nothing_new(figure, of, value)
                promised = not of[0] and figure.indicator in self.receivers and value.n >= smallest_of(self.terms)
                whole = is_open or promised
            told_all = open_ >= {name for name, n in told.items() if n is not None} and (is_open or not whole)
            reach: Reach = "anyone" if told_all else self._reach(figure, of)
            yield Seen(of, value, ReleasedLine(*of, told, value if whole else None, reach), open_, whole and is_open)

    def _reach(self, figure: Figure, of: Of) -> Reach:
        """Of what may not be told to anybody at all: the total is for those whom it is promised, if it is."""
        return "some" if not of[0] and figure.indicator in self.receivers else "parties"

    def _says_nothing_new(self, figure: Figure, of: Of, value: Value) -> bool:
        """A mean that is corrected tells what was wrong in it."""
        before = self.before.get((figure.indicator, figure.period, of))
        return before is None or before == plain(value)


@dataclass(frozen=True, slots=True)
class Seen:
    """One line. `open`: the names of those numbers that may be told to anybody; `is_open`: so may the value itself."""

    of: Of
    value: Value
    line: ReleasedLine
    open: frozenset[str]
    is_open: bool


def write(letting: Letting, figure: Figure, *, number: int, because: str, by: Viewer, now: datetime) -> Release:
    """Release, what is told of it, and, of what is not a sum of others, the exact numbers."""
    term = letting.terms.indicator.get(figure.indicator)
    made_of = letting.made_of.get(figure.indicator, ())
    release = Release.objects.create(
        partnership=letting.partnership,
        organisation_id=letting.organisation,
        kind=Release.Kind.COMPILED if made_of else Release.Kind.OWN,
        indicator=figure.indicator,
        version=figure.version,
        days=PgRange(figure.period.start, figure.period.end),
        number=number,
        because=because,
        about=letting.about(figure),
        made_of=list(made_of),
        adds_up=term is not None and adds_up(term),
        promised=figure.indicator in letting.receivers,
        made_at=now,
        made_by_id=by.person_id,
    )
    own = {"partnership": letting.partnership, "organisation_id": letting.organisation, "release": release}
    only = letting.receivers.get(figure.indicator, frozenset())
    ReleasedCell.objects.bulk_create(
        ReleasedCell(**own, place=place, **told) for place, told in enumerate(_told(letting, figure, only))
    )
    if not made_of:
        ExactCell.objects.bulk_create(
            ExactCell(**own, place=place, **told) for place, told in enumerate(_exact(figure))
        )
    return release


def _told(letting: Letting, figure: Figure, only: frozenset[UUID]) -> Iterator[dict[str, Any]]:
    for seen in letting.lines(figure):
        promised = sorted(only) if not seen.of[0] else []
        of = {"by": list(seen.of[0]), "keys": list(seen.of[1])}
        for name, n in seen.line.counts.items():
            is_open = name in seen.open
            yield of | {"name": name, "n": n, "open": is_open, "only_for": [] if is_open or n is None else promised}
        if seen.line.value is not None:
            yield of | {"value": plain(seen.value), "open": seen.is_open, "only_for": [] if seen.is_open else promised}


def _exact(figure: Figure) -> Iterator[dict[str, Any]]:
    for of, value in values_of(figure).items():
        by_and_keys = {"by": list(of[0]), "keys": list(of[1])}
        for name, n in counted(value, figure.value).items():
            yield by_and_keys | {"name": name, "n": n}
        yield by_and_keys | {"value": plain(value)}


def _told_before(rows: Sequence[Release], organisation: UUID) -> dict[tuple[str, DateRange, Of], Any]:
    own = {each.pk: (each.indicator, days_of(each)) for each in rows if each.organisation_id == organisation}
    cells = ReleasedCell.objects.filter(release__in=own, name="").order_by("release__number") if own else ()
    return {(*own[each.release_id], (tuple(each.by), tuple(each.keys))): each.value for each in cells}


def _is_reckoned(value: Value) -> bool:
    """More than its numbers: of two means, with how many they are of, the mean of those between is arithmetic."""
    return isinstance(value, Mean | Changed) or (isinstance(value, Total) and "value" not in counted(value, value))
