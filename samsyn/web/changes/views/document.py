"""The party's own copy of a change, as a document to read, print and sign."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from samsyn.exchange.pdf.change import change_pdf
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes.paper import paper_of
from samsyn.web.changes.presenters.change_document import change_document
from samsyn.web.changes.views.scene import scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def original(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    """«Exemplar 1 av 2»: which copy depends on who fetches it."""
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    if scene.mine not in scene.dossier.agreement.party:
        raise Http404
    try:
        paper = paper_of(found, scene.today)
    except ValidationError as trouble:
        messages.error(request, " ".join(trouble.messages))
        return redirect(scene.address(found))
    answer = HttpResponse(change_pdf(change_document(paper, scene.mine), scene.today), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.key}-{scene.mine}.pdf"'
    return answer
