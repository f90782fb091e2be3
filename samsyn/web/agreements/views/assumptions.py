"""All that the text leaves open, how it is read for now, and what the other readings would give."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters.assumptions import questions_of
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.indices.queries import register
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def assumptions(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier = queries.dossier_of(partnership)
    around = frame(request.viewer, partnership, dossier, today, "agreement")
    context = {
        **around.context(),
        "trail": (*around.trail, Place(gettext("Överenskommelsen"), around.to.agreement)),
        "questions": questions_of(dossier, terms_on(dossier, today, today), today, index=register()),
        "may_answer": request.viewer.may(Permission.FULFIL),
    }
    return render(request, "agreements/assumptions.html", context)
