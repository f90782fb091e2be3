"""What a paper is to the reports, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.reports.models import Part, Submission


def reported_as(viewer: Viewer, document: Document) -> Iterator[Use]:
    """A submitted report, or a signed part of one."""
    start = f"/as/{viewer.organisation_slug}/partnerships"
    for each in Submission.objects.visible_to(viewer).filter(document=document).select_related("partnership"):
        url = f"{start}/{each.partnership.slug}/reports/{each.report_id}/"
        yield Use(each.content["document"]["title"], url)
    parts = Part.objects.visible_to(viewer).filter(document=document).select_related("partnership")
    for part in parts:
        yield Use(document.title, f"{start}/{part.partnership.slug}/reports/parts/{part.pk}/")
