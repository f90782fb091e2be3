"""The whole agreement, clause by clause, as it held on a day."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.forms import OnForm
from samsyn.web.agreements.presenters.assumptions import open_questions
from samsyn.web.agreements.presenters.clauses import clauses_of
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.project import clock


@require_GET
def agreement(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier = queries.dossier_of(partnership)
    form = OnForm(request.GET if "on" in request.GET else None, initial={"on": today})
    day = _asked(form) or today
    terms = terms_on(dossier, day, today)
    span = life(dossier, today)
    context = {
        **frame(request.viewer, partnership, dossier, today, "agreement").context(),
        "agreement": terms,
        "form": form,
        "day": day,
        "life": span,
        "within": day in span,
        "clauses": clauses_of(dossier, terms, day),
        "questions": open_questions(terms),
    }
    return render(request, "agreements/agreement.html", context)


def _asked(form: OnForm) -> date | None:
    return form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
