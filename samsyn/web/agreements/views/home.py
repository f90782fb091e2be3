"""The partnership's first page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.project import clock


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership = queries.partnership_or_404(request.viewer, slug)
    dossier = queries.dossier_of(partnership)
    around = frame(request.viewer, partnership, dossier, clock.today(), "home")
    return render(request, "agreements/home.html", around.context())
