"""The theory of change, as a picture and as a list; and the picture alone, for a projector."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.theory.measured import pages_of
from samsyn.web.theory.models import OutsideFigure
from samsyn.web.theory.permissions import may_enter
from samsyn.web.theory.presenters.page import asked_of, outside_of, stages_of
from samsyn.web.theory.presenters.picture import pictures
from samsyn.web.theory.queries import comparisons


@require_GET
def theory(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    context = _around(request, slug)
    viewer, partnership, terms, to = request.viewer, context["partnership"], context["terms"], context["to"]
    pages = pages_of(viewer, partnership, context["dossier"], context["today"], to)
    withdrawn = OutsideFigure.objects.visible_to(viewer).filter(partnership=partnership).exclude(withdrawn_at=None)
    context |= {
        "stages": stages_of(terms, to, pages),
        "asked": asked_of(terms),
        "outside": outside_of(comparisons(viewer, partnership, terms), terms, to, pages),
        "withdrawn": list(withdrawn.select_related("organisation")),
        "may_enter": may_enter(viewer, partnership.pk),
    }
    return render(request, "theory/theory.html", context)


@require_GET
def picture(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    return render(request, "theory/picture.html", _around(request, slug))


def _around(request: ViewerRequest, slug: str) -> dict[str, Any]:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    partnership, today = partnership_or_404(request.viewer, slug), clock.today()
    dossier = dossier_of(partnership)
    terms = terms_on(dossier, today, today)
    around = frame(request.viewer, partnership, dossier, today, "theory").context()
    return around | {"terms": terms, "drawings": pictures(terms)}
