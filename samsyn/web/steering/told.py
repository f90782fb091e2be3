"""The figures that the acting party may see, as lines: its own as they stand, others' as they were let go."""

from __future__ import annotations

from datetime import date, datetime

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.partnerships.models import Partnership
from samsyn.web.steering.presenters.figures import Row, in_order, row_of
from samsyn.web.steering.queries import figures_in


def rows_in(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, to: Addresses, today: date, now: datetime
) -> list[Row]:
    try:
        figures = figures_in(viewer, partnership, dossier, today, now)
    except ImportError:
        return []
    return [row_of(each, "", to.indicators) for each in in_order(figures) if each.is_measured]
