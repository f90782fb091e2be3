"""One obligation: who owes what to whom, by which day, why that day, and what shows that it was done."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.one import detail_of
from samsyn.web.obligations.views.scene import inside_obligations, scene_or_404
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    """One that has fallen away is still there, for what may be tied to it."""
    scene = scene_or_404(request.viewer, slug, clock.today(), inside_obligations(organisation, slug))
    mine = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = mine.filter(pk=obligation).first()
    if found is None:
        raise Http404
    siblings = mine.standing().filter(term=found.term).order_by("due", "kind", "occurrence")
    detail = detail_of(found, list(siblings), scene.dossier, scene.frame.to, scene.today)
    return render(request, "obligations/one.html", scene.context("") | {"detail": detail})
