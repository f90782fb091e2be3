"""The papers of a partnership: what is handed over, and one's own drafts."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.forms import SearchForm
from samsyn.web.documents.presenters.rows import rows_of
from samsyn.web.documents.queries import DocumentQuerySet
from samsyn.web.documents.views.scene import scene_or_404
from samsyn.web.project import clock

PER_PAGE = 30


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    owners = [(place.organisation_id, place.organisation.name) for place in scene.places if place.kind == "party"]
    form = SearchForm(request.GET, owners=owners)
    text, whose = form.wanted()
    found = narrowed(scene.documents().handed_over(), text, whose)
    page = Paginator(found.order_by("-number"), PER_PAGE).get_page(request.GET.get("page"))
    drafts = scene.documents().drafts_of(request.viewer).order_by("-added_at") if page.number == 1 else []
    context = {
        "filters": form,
        "page": page,
        "rows": rows_of(page, request.viewer, scene.home, scene.case_number),
        "drafts": rows_of(drafts, request.viewer, scene.home, scene.case_number),
        "narrowed": bool(text or whose),
    }
    return render(request, "documents/listing.html", scene.on_the_list() | context)


def narrowed(found: DocumentQuerySet, text: str, whose: str) -> DocumentQuerySet:
    """`text` is part of a title, or a number with or without the case number before it."""
    if whose:
        found = found.filter(organisation_id=whose)
    if not text or "\0" in text:
        return found
    last = text.rsplit("-", 1)[-1].strip()
    numbered = Q(number=int(last)) if last.isascii() and last.isdecimal() and len(last) < 10 else Q()
    titled = Q(title__icontains=text) | Q(public_title__icontains=text) | Q(correspondent__icontains=text)
    return found.filter(titled | numbered) if numbered else found.filter(titled)
