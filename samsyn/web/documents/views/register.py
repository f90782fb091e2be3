"""The record of papers: for the authority with its own titles, and as anybody may have it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_GET

from samsyn.exchange.reports import report_pdf
from samsyn.exchange.sheets import csv_of
from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.forms import RegisterForm
from samsyn.web.documents.models import Document
from samsyn.web.documents.presenters.register import Asked, cells_of, head_of, register_paper, register_workbook, says
from samsyn.web.documents.presenters.rows import Row, rows_of
from samsyn.web.documents.queries import DocumentQuerySet
from samsyn.web.documents.views.listing import narrowed
from samsyn.web.documents.views.scene import Scene, scene_or_404
from samsyn.web.project import clock
from samsyn.web.project.clock import SWEDEN

PER_PAGE = 100
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def register(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """`?without=correspondent&without=title` leaves them out (OSL 5:2, second paragraph)."""
    scene, form, asked = _asked(request, slug)
    page = Paginator(_entered(scene, asked), PER_PAGE).get_page(request.GET.get("page"))
    more = {
        "page": page,
        "head": head_of(asked.columns, own=asked.own),
        "rows": cells_of(_rows(scene, page), asked.columns),
        "filters": form,
        "asked": asked,
        "says": says(asked, scene.today),
        "narrowed": bool(request.GET),
        "query": request.GET.urlencode(),
        "files": [("csv", gettext("Hämta som CSV")), ("xlsx", gettext("Kalkylblad")), ("pdf", "PDF")],
    }
    return render(request, "documents/register.html", scene.context() | more)


@require_GET
def register_csv(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene, _form, asked = _asked(request, slug)
    cells = cells_of(_rows(scene, _entered(scene, asked)), asked.columns)
    return _file(scene, csv_of(head_of(asked.columns, own=asked.own), cells), "text/csv; charset=utf-8", "csv")


@require_GET
def register_xlsx(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene, _form, asked = _asked(request, slug)
    rows = _rows(scene, _entered(scene, asked))
    return _file(scene, register_workbook(rows, asked, scene.partnership.name, scene.today), _XLSX, "xlsx")


@require_GET
def register_pdf(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        scene, _form, asked = _asked(request, slug)
        paper = register_paper(
            _rows(scene, _entered(scene, asked)), asked, scene.partnership.name, request.viewer.organisation_name,
            scene.case_number, scene.today, fictitious=scene.partnership.is_demo,
        )  # fmt: skip
    return _file(scene, report_pdf(paper, scene.today), "application/pdf", "pdf")


def _asked(request: ViewerRequest, slug: str) -> tuple[Scene, RegisterForm, Asked]:
    scene, form = scene_or_404(request.viewer, slug, clock.today()), RegisterForm(request.GET)
    return scene, form, form.asked()


def _entered(scene: Scene, asked: Asked) -> DocumentQuerySet:
    """By number. The day is the one that the record shows: another's paper came in when it was handed over."""
    found = narrowed(scene.documents().handed_over(), asked.text, "")
    mine = Q(organisation_id=scene.viewer.organisation_id)
    found = found.annotate(came_on=TruncDate(F("handed_over_at"), tzinfo=SWEDEN))
    if asked.first:
        found = found.filter((mine & Q(dated__gte=asked.first)) | (~mine & Q(came_on__gte=asked.first)))
    if asked.last:
        found = found.filter((mine & Q(dated__lte=asked.last)) | (~mine & Q(came_on__lte=asked.last)))
    return found.order_by("number")


def _rows(scene: Scene, found: Iterable[Document]) -> list[Row]:
    return rows_of(found, scene.viewer, scene.home, scene.case_number)


def _file(scene: Scene, data: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"{scene.partnership.slug}-{gettext('register')}-{scene.today}.{ending}"
    return HttpResponse(data, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
