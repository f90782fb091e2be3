"""The report as it stands now, and nobody else's until the transaction ends."""

from __future__ import annotations

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.project.conflicts import take_turns
from samsyn.web.reports.models import Report
from samsyn.web.reports.queries import Standing, standing_of


def locked(report: Report, by: Viewer) -> Standing:
    """Raises Report.DoesNotExist for what the viewer may not see. Rows are never changed, so they wait in line."""
    take_turns(f"reports/{report.pk}")
    found = standing_of(by, dossier_of(report.partnership), report.partnership, report.pk)
    if found is None:
        raise Report.DoesNotExist
    return found
