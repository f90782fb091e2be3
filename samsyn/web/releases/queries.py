"""What has been let go, as one viewer may see it, and as anybody may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from psycopg.types.range import DateRange as PgRange

from samsyn.rules.disclosure import Line
from samsyn.rules.indicators import Figure
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import ExactCell, Release, ReleasedCell
from samsyn.web.releases.rows import ReleasedCellQuerySet
from samsyn.web.releases.told import Of, Reach, ReleasedFigure, figure_of, lines_of, numbers_of


def released(
    viewer: Viewer,
    partnership: Partnership,
    days: DateRange | None = None,
    *,
    compiled: bool | None = None,
    organisation: UUID | None = None,
    indicators: Collection[str] | None = None,
    all_numbers: bool = False,
) -> list[ReleasedFigure]:
    """The latest of each figure, the newest days first; `all_numbers`: what was corrected too. Two questions."""
    rows = Release.objects.visible_to(viewer).filter(partnership=partnership)
    if days is not None:
        rows = rows.filter(days=PgRange(days.start, days.end))
    if compiled is not None:
        rows = rows.filter(kind=Release.Kind.COMPILED if compiled else Release.Kind.OWN)
    if organisation is not None:
        rows = rows.filter(organisation_id=organisation)
    if indicators is not None:
        rows = rows.filter(indicator__in=list(indicators))
    found = list(rows.order_by("-days", "indicator", "number"))
    kept = found if all_numbers else _latest(found)
    told = figures_by_release(viewer, kept)
    return [told[each.pk] for each in kept]


def released_one(viewer: Viewer, partnership: Partnership, release: UUID) -> ReleasedFigure | None:
    row = Release.objects.visible_to(viewer).filter(partnership=partnership, pk=release).first()
    return figures_by_release(viewer, [row])[row.pk] if row else None


def compiled(
    viewer: Viewer, partnership: Partnership, indicator: str, days: DateRange, organisation: UUID | None = None
) -> ReleasedFigure | None:
    """The sum that was last made of it (`actions.compile_figures`), by this organisation or any."""
    found = released(viewer, partnership, days, compiled=True, organisation=organisation, indicators=[indicator])
    return found[0] if found else None


def newly_counted(viewer: Viewer, let_go: Iterable[ReleasedFigure], figures: Iterable[Figure]) -> frozenset[str]:
    """The indicators of which the own figures have other numbers, or another definition, than when they were let go."""
    own = {each.release: each for each in let_go}
    exact: dict[str, dict[Line, int | None]] = defaultdict(dict)
    for cell in ExactCell.objects.visible_to(viewer).filter(release__in=list(own)).exclude(name=""):
        line = Line(tuple(cell.by), tuple(cell.keys), cell.name)
        exact[own[cell.release_id].indicator][line] = cell.n
    versions = {each.indicator: each.version for each in own.values()}
    now = {each.indicator: each for each in figures if each.indicator in versions}
    return frozenset(
        indicator
        for indicator, figure in now.items()
        if figure.version != versions[indicator] or numbers_of(figure) != exact[indicator]
    )


def figures_by_release(viewer: Viewer, releases: Iterable[Release]) -> dict[UUID, ReleasedFigure]:
    """With those numbers that the viewer is told."""
    rows = list(releases)
    return _figures(rows, ReleasedCell.objects.visible_to(viewer)) if rows else {}


def open_to_anyone(partnership: Partnership, indicators: Collection[str]) -> list[ReleasedFigure]:
    """What may stand on a public page, newest days first: the same releases, without what only the parties are told.

    Sums of several before each one's own. Whether the parties have opened the page is for `publication` to say.
    """
    with acting_as_job(Job.COMPILE):
        rows = Release.objects.filter(partnership=partnership, indicator__in=list(indicators))
        kept = _latest(list(rows.order_by("-days", "indicator", "kind", "number")))
        cells = ReleasedCell.objects.filter(open=True)
        told = _figures(kept, cells) if kept else {}
    return [told[each.pk] for each in kept]


def _latest(rows: Iterable[Release]) -> list[Release]:
    found = {(each.organisation_id, each.kind, each.indicator, each.days): each for each in rows}
    return list(found.values())


def _figures(rows: list[Release], cells: ReleasedCellQuerySet) -> dict[UUID, ReleasedFigure]:
    told: dict[UUID, dict[Of, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    values: dict[UUID, dict[Of, Any]] = defaultdict(dict)
    reaches: dict[UUID, dict[Of, Reach]] = defaultdict(dict)
    for each in cells.filter(release__in=[row.pk for row in rows]):
        of = (tuple(each.by), tuple(each.keys))
        if each.name:
            told[each.release_id][of][each.name] = each.n
        else:
            values[each.release_id][of] = each.value
        if (reach := _reach(each)) != "anyone" and reaches[each.release_id].get(of) != "some":
            reaches[each.release_id][of] = reach
    return {
        row.pk: figure_of(
            row.about,
            lines_of(row.about, told[row.pk], values[row.pk], reaches[row.pk]),
            release=row.pk,
            organisation=row.organisation_id,
            number=row.number,
            because=row.because,
            made_of=row.made_of,
            compiled=row.kind == Release.Kind.COMPILED,
        )
        for row in rows
    }


def _reach(cell: ReleasedCell) -> Reach:
    """A number that is told to nobody says nothing, however far it would have reached."""
    if cell.open or (cell.n is None and cell.name):
        return "anyone"
    return "some" if cell.only_for else "parties"
