"""A report as files: the draft, the parts together, and what was submitted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from samsyn.exchange.reports import ReportDocument, report_csv, report_json, report_workbook
from samsyn.rules.reports import PartState
from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.reports import actions
from samsyn.web.reports.assembling import own_part, whole
from samsyn.web.reports.content import document_in
from samsyn.web.reports.models import Submission
from samsyn.web.reports.paper import as_draft, file_of, zipped
from samsyn.web.reports.permissions import may_read_whole
from samsyn.web.reports.views.scene import scene_or_404, standing_or_404, version_or_404

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def draft(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    """The party's own part as it would be signed."""
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    standing = standing_or_404(scene, report)
    if standing.key_of(request.viewer.organisation_id) not in standing.signers:
        raise Http404
    document = document_in(own_part(request.viewer, standing, now=clock.now(), today=scene.today))
    return _pdf(as_draft(document, scene.today), scene.today, standing.report.term)


@require_GET
def compiled(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    """The parts together as they would be submitted now."""
    scene = scene_or_404(request.viewer, slug)
    standing = standing_or_404(scene, report)
    if any(standing.part_state(key) != PartState.SIGNED for key in standing.signers) or not may_read_whole(
        request.viewer, standing
    ):
        raise Http404
    document = document_in(whole(request.viewer, standing, now=clock.now(), today=scene.today))
    return _pdf(as_draft(document, scene.today), scene.today, standing.report.term)


@require_GET
def remade(request: ViewerRequest, organisation: str, slug: str, report_version: UUID) -> HttpResponse:
    """Made again from what was frozen. The very file that was submitted is among the papers."""
    scene = scene_or_404(request.viewer, slug)
    _standing, found = version_or_404(scene, report_version)
    return _file(actions.remade(found).data, "application/pdf", f"{_name(found)}.pdf")


@require_GET
def data(request: ViewerRequest, organisation: str, slug: str, report_version: UUID, kind: str) -> HttpResponse:
    """The tables of what was submitted, with how each figure is counted."""
    scene = scene_or_404(request.viewer, slug)
    _standing, found = version_or_404(scene, report_version)
    document = document_in(found.content)
    if kind == "xlsx":
        return _file(report_workbook(document, found.submitted_on), _XLSX, f"{_name(found)}.xlsx")
    if kind == "csv":
        return _file(zipped(report_csv(document)), "application/zip", f"{_name(found)}-csv.zip")
    return _file(report_json(document), "application/json", f"{_name(found)}.json")


def _pdf(document: ReportDocument, day: date, name: str) -> HttpResponse:
    return _file(file_of(document, day), "application/pdf", f"{name}.pdf")


def _name(found: Submission) -> str:
    return f"{found.report.term}-{found.report.days.lower}-{found.number}"


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
