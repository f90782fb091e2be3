"""All surveys of a party on one page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.surveys.models import Round, Version
from samsyn.web.surveys.presenters.home import askings
from samsyn.web.surveys.views.scene import scene_or_404


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    versions = (
        Version.objects.visible_to(request.viewer).filter(partnership=scene.partnership).select_related("template")
    )
    rounds = Round.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = askings(
        scene.surveys,
        list(versions),
        list(rounds.select_related("version__template")),
        request.viewer.organisation_id,
        scene.today,
    )
    return render(request, "surveys/home.html", scene.context() | {"askings": found})
