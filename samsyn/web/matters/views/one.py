"""One matter: where it stands, what comes next, and all that was written."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.matters.presenters.one import shown
from samsyn.web.matters.views.scene import scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, matter: UUID) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    situation = scene.situation_or_404(matter)
    context = scene.inside() | {"shown": shown(situation, scene.mine, request.viewer, scene.home)}
    return render(request, "matters/one.html", context)
