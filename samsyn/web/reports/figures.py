"""The figures of a report, from what the parties have counted, as the others may see them.

The only place here that asks `indicators` and `releases`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from samsyn.rules.indicators import Figure
from samsyn.web.access.viewer import Viewer
from samsyn.web.indicators.queries import exact_of
from samsyn.web.project.clock import SWEDEN
from samsyn.web.releases.actions import compile_figures, preview, release_part
from samsyn.web.releases.permissions import may_compile
from samsyn.web.releases.told import ReleasedFigure, ReleasedLine, about, figure_of, numbers_of, values_of
from samsyn.web.reports.queries import Standing
from samsyn.web.reports.sections import indicators_in
from samsyn.web.reports.told import Told, told_of


def own_figures(viewer: Viewer, standing: Standing, *, now: datetime) -> Mapping[str, Told]:
    """Of the acting party, as the others would see them if it signed now. Nothing is let go.

    As long as the time is not over they are its own eyes' only, exact and on their way.
    """
    if now.astimezone(SWEDEN).date() < standing.days.end:
        return so_far(viewer, standing, now=now)
    found = _exact(viewer, standing, now=now)
    return _told(_with(found, preview(standing.report.partnership, found, promises=True, by=viewer, now=now), viewer))


def so_far(viewer: Viewer, standing: Standing, *, now: datetime) -> Mapping[str, Told]:
    """The acting party's own, with all their numbers. For nobody else."""
    return _told(_as_it_is(viewer, each) for each in _exact(viewer, standing, now=now))


def let_go(viewer: Viewer, standing: Standing, because: str, *, now: datetime) -> Mapping[str, Told]:
    """The same, and let go for good: what a signed part shows, the others know."""
    found = _exact(viewer, standing, now=now)
    gone = release_part(standing.report.partnership, found, because=because, by=viewer, now=now)
    return _told(_with(found, gone, viewer))


def together(viewer: Viewer, standing: Standing, *, now: datetime, for_good: bool) -> Mapping[str, Told]:
    """All parties' parts added up, as far as they can be: for whoever compiles, and nobody else.

    `for_good`: what it shows is let go too. Otherwise it is only looked at.
    """
    mine = standing.key_of(viewer.organisation_id)
    if not standing.compiler or mine != standing.compiler or not may_compile(viewer, standing.report.partnership):
        return {}
    organisations = [standing.places[key].organisation_id for key in standing.newest]
    return _told(
        compile_figures(
            standing.report.partnership, _asked(standing), standing.days, organisations, for_good=for_good, by=viewer,
            now=now,
        )
    )  # fmt: skip


def _asked(standing: Standing) -> list[str]:
    return indicators_in(standing.template.sections, standing.terms)


def _exact(viewer: Viewer, standing: Standing, *, now: datetime) -> list[Figure]:
    asked = _asked(standing)
    if not asked:
        return []
    report = standing.report
    return exact_of(report.partnership, viewer.organisation_id, standing.dossier, standing.days, now=now, only=asked)


def _with(figures: Sequence[Figure], gone: Iterable[ReleasedFigure], viewer: Viewer) -> Iterable[ReleasedFigure]:
    """In the order of the report. What nothing measures cannot be let go of: it is said that it is not measured."""
    by_name = {each.indicator: each for each in gone}
    return (by_name.get(each.indicator) or _as_it_is(viewer, each) for each in figures)


def _as_it_is(viewer: Viewer, figure: Figure) -> ReleasedFigure:
    """With all its numbers."""
    values = values_of(figure)
    lines = [
        ReleasedLine(*of, {line.name: n for line, n in numbers_of(figure).items() if (line.by, line.keys) == of}, value)
        for of, value in values.items()
    ]
    return figure_of(about(figure), lines, release=None, organisation=viewer.organisation_id, number=1, because="")


def _told(figures: Iterable[ReleasedFigure]) -> dict[str, Told]:
    return {each.indicator: told_of(each) for each in figures}
