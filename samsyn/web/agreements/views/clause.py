"""One clause: what it says in our words, its terms, what it gives rise to, and what is open to reading."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters.assumptions import questions_of
from samsyn.web.agreements.presenters.clauses import clauses_of
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.presenters.owed import owed_under
from samsyn.web.indices.queries import register
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def clause(request: ViewerRequest, organisation: str, slug: str, clause: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier = queries.dossier_of(partnership)
    terms = terms_on(dossier, today, today)
    everything = [each for each in clauses_of(dossier, terms, today) if each.slug]
    place = next((number for number, each in enumerate(everything) if each.slug == clause), None)
    if place is None:
        raise Http404
    shown = everything[place]
    around = frame(request.viewer, partnership, dossier, today, "agreement")
    context = {
        **around.context(),
        "agreement": terms,
        "clause": shown,
        "trail": (*around.trail, Place(gettext("Överenskommelsen"), around.to.agreement)),
        "before": everything[place - 1] if place else None,
        "after": everything[place + 1] if place + 1 < len(everything) else None,
        "questions": questions_of(dossier, terms, today, [term.id for term in shown.terms], index=register()),
        "owed": owed_under(terms, queries.obligations_under(request.viewer, partnership, shown.label), today),
    }
    return render(request, "agreements/clause.html", context)
