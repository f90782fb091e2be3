"""The history of one partnership: what any party did in the open, and what one's own organisation did."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.history.kinds import Kind, kind_words
from samsyn.web.history.models import Act
from samsyn.web.history.places import pages_of
from samsyn.web.history.presenters import days_of
from samsyn.web.history.queries import names_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

_ON_A_PAGE = 50


@require_GET
def partnership_history(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    partnership = partnership_or_404(request.viewer, slug)
    around = frame(request.viewer, partnership, dossier_of(partnership), clock.today(), "history")
    kind = _chosen(request)
    seen = Act.objects.visible_to(request.viewer).in_partnership(partnership)
    shown = seen.told(kind).select_related("organisation").order_by("-at", "-id")
    page = Paginator(shown, _ON_A_PAGE).get_page(request.GET.get("page"))
    acts = list(page)
    derived = seen.derived_by_day(acts) if kind in (None, Kind.DUTIES) else {}
    days = days_of(acts, names_of(acts), pages_of(acts, request.viewer), derived, around.to.home)
    context = around.context() | {"page": page, "days": days, "ways": _ways(kind)}
    return render(request, "history/partnership.html", context)


def _chosen(request: ViewerRequest) -> Kind | None:
    wanted = request.GET.get("kind")
    return next((kind for kind in Kind if kind == wanted), None)


def _ways(chosen: Kind | None) -> list[Place]:
    every = Place(gettext("Allt"), "?", current=chosen is None)
    return [every, *(Place(kind_words(kind), f"?kind={kind}", current=kind is chosen) for kind in Kind)]
