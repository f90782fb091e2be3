"""The partnership's first page: why, who, where we are, what comes next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters import home as presenter
from samsyn.web.agreements.presenters.assumptions import open_questions
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.presenters.line import line_of
from samsyn.web.agreements.presenters.sides import sides_of
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier = queries.dossier_of(partnership)
    agreement = terms_on(dossier, today, today)
    places = queries.parties_of(partnership)
    own = next((key for key, place in places.items() if place.organisation_id == request.viewer.organisation_id), None)
    owed = queries.obligations_of(request.viewer, partnership)
    case_numbers = {key: place.case_number for key, place in places.items()}
    sides = sides_of(agreement, owed, today, own)
    context = {
        **frame(request.viewer, partnership, dossier, today, "home").context(),
        "agreement": agreement,
        "line": line_of(dossier, today, presenter.marks_of(agreement, owed)),
        "sides": sides,
        "ahead": any(side.entries for side in sides),
        "parties": presenter.parties_of(agreement, case_numbers, own),
        "questions": open_questions(agreement),
        **_changes(request.viewer, partnership, dossier, places, today),
    }
    return render(request, "agreements/home.html", context)


def _changes(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, places: Mapping[str, PartnershipParty], today: date
) -> dict[str, Any]:
    """What waits for the viewer's party, and how long the agreement has left where its end is settled."""
    # Changes lie downstream of agreements; the first page says what is to be done, whatever it is.
    from samsyn.web.changes.presenters.home import countdown_at_home, waiting_at_home
    from samsyn.web.changes.queries import pending_with_steps

    pending = pending_with_steps(viewer, partnership)
    return {
        "changes_waiting": waiting_at_home(pending, dossier, places, viewer, today),
        "countdown": countdown_at_home(dossier, today),
    }
