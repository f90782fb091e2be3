"""One paper: what it is, who has signed it, what it is used for. And its bytes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_safe

from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.actions import open_document
from samsyn.web.documents.models import Content
from samsyn.web.documents.permissions import may_change
from samsyn.web.documents.presenters.one import detail_of
from samsyn.web.documents.presenters.serving import answer
from samsyn.web.documents.uses import uses_of
from samsyn.web.documents.views.scene import scene_or_404
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, document: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.one_or_404(document)
    content = Content.objects.visible_to(request.viewer).defer("data").get(pk=found.content_id)
    detail = detail_of(
        found,
        content,
        request.viewer,
        scene.home,
        scene.case_number,
        sees=[each.name for each in scene.others(found)],
        uses=uses_of(request.viewer, found),
    )
    more = {"detail": detail, "may_change": may_change(request.viewer, found) and found.is_draft}
    return render(request, "documents/one.html", scene.context() | more)


@require_safe
def file(request: ViewerRequest, organisation: str, slug: str, document: UUID) -> HttpResponse:
    """Each time it is fetched is written down; to ask only for its headers is not to read it."""
    found = scene_or_404(request.viewer, slug, clock.today()).one_or_404(document)
    if request.method == "HEAD":
        return HttpResponse()
    return answer(found, open_document(found, by=request.viewer, now=clock.now()))
