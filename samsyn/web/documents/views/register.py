"""The register that the public may have: number, day, public title, and from or to whom unless that is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.exchange.sheets import csv_of
from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.models import Document
from samsyn.web.documents.presenters.rows import Row, rows_of
from samsyn.web.documents.queries import DocumentQuerySet
from samsyn.web.documents.views.scene import Scene, scene_or_404
from samsyn.web.project import clock

PER_PAGE = 100
WITHOUT = "without"


@require_GET
def register(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """`?without=correspondent` leaves senders and receivers out (OSL 5:2, second paragraph)."""
    scene = scene_or_404(request.viewer, slug, clock.today())
    page = Paginator(_entered(scene), PER_PAGE).get_page(request.GET.get("page"))
    more = {"page": page, "rows": _rows(scene, page), "named": _named(request), "without": WITHOUT}
    return render(request, "documents/register.html", scene.context() | more)


@require_GET
def register_csv(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    named = _named(request)
    head = [gettext("Nummer"), gettext("Dag"), gettext("Inkommen eller upprättad"), gettext("Titel")]
    if named:
        head.append(gettext("Avsändare eller mottagare"))
    content = csv_of(head, _cells(_rows(scene, _entered(scene)), named=named))
    name = f"{slug}-{gettext('register')}-{scene.today}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, "text/csv; charset=utf-8", headers=headers)


def _entered(scene: Scene) -> DocumentQuerySet:
    return scene.documents().handed_over().order_by("number")


def _rows(scene: Scene, found: Iterable[Document]) -> list[Row]:
    return rows_of(found, scene.viewer, scene.home, scene.case_number)


def _cells(rows: list[Row], *, named: bool) -> Iterator[list[object]]:
    for row in rows:
        said: list[object] = [row.number, row.day, row.came, row.public_title]
        yield [*said, row.correspondent] if named else said


def _named(request: ViewerRequest) -> bool:
    return request.GET.get(WITHOUT) != "correspondent"
