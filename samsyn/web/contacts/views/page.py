"""The page that people open: who to ring about what."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.permissions import may_keep
from samsyn.web.contacts.presenters.page import own_of, topics_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def contacts(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    today = clock.today()
    partnership = partnership_or_404(request.viewer, slug)
    dossier = dossier_of(partnership)
    seen = Contact.objects.visible_to(request.viewer).on(today).filter(partnership=partnership)
    found = list(seen.order_by("function", "name", "id"))
    owners = {key: place.organisation_id for key, place in parties_of(partnership).items()}
    mine = next((key for key, owner in owners.items() if owner == request.viewer.organisation_id), "")
    context = frame(request.viewer, partnership, dossier, today, "contacts").context() | {
        "topics": topics_of(found, terms_on(dossier, today, today), owners, mine, today),
        "own": own_of(found, request.viewer.organisation_id, today),
        "may_keep": may_keep(request.viewer, partnership.pk),
    }
    return render(request, "contacts/contacts.html", context)
