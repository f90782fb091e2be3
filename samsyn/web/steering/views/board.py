"""`steering/board/`: the few words and the three pictures that a board member needs."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def board(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    viewer = request.viewer
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership, today = partnership_or_404(viewer, slug), clock.today()
    dossier = dossier_of(partnership)
    return render(request, "steering/board.html", frame(viewer, partnership, dossier, today, "steering").context())
