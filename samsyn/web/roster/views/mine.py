"""What is noted of oneself: for everybody who is on a roster, also for a volunteer, who sees nothing else."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.roster.own import opened_to, rows_of
from samsyn.web.roster.presenters.mine import place_of
from samsyn.web.roster.queries.own import noted_of, texts_of
from samsyn.web.roster.queries.standing import standing_of


@require_GET
def mine(request: ViewerRequest, organisation: str) -> HttpResponse:
    today = clock.today()
    rows = rows_of(request.viewer, today)
    seeing = opened_to(request.viewer, rows)
    keys = {each.partnership_id for each in rows}
    dossiers = dossiers_of(keys)
    named = {each.pk: each for each in Partnership.objects.filter(pk__in=keys)}
    noted = noted_of(rows)
    texts = texts_of(rows, today)
    places = []
    for each in rows:
        dossier = dossiers[each.partnership_id]
        standing = standing_of(seeing, [each], dossier, (), today)[each.pk]
        places.append(
            place_of(request.viewer, named[each.partnership_id], dossier, each, standing, noted[each.pk], texts, today)
        )
    return render(request, "roster/mine.html", {"places": places, "today": today})
