"""The figures of a report, from what the parties have counted, as the others may see them.

The only place here that asks `indicators` and `releases`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from samsyn.web.access.viewer import Viewer
from samsyn.web.reports.queries import Standing
from samsyn.web.reports.sections import indicators_in
from samsyn.web.reports.told import Told


def own_figures(viewer: Viewer, standing: Standing, *, now: datetime) -> Mapping[str, Told]:
    """Of the acting party, as the others would see them if it signed now. Nothing is let go."""
    return {}


def let_go(viewer: Viewer, standing: Standing, because: str, *, now: datetime) -> Mapping[str, Told]:
    """The same, and let go for good: what a signed part shows, the others know."""
    return {}


def together(viewer: Viewer, standing: Standing, *, now: datetime, for_good: bool) -> Mapping[str, Told]:
    """All parties' parts added up, as far as they can be. `for_good`: what it shows is written down as let go."""
    return {}


def asked(standing: Standing) -> Sequence[str]:
    return indicators_in(standing.template.sections, standing.terms)
