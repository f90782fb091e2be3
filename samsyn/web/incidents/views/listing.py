"""What has happened in the own work, what others have told, and how many there are of each kind."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.incidents.permissions import may_report
from samsyn.web.incidents.presenters.words import counted, row_of, told_line
from samsyn.web.incidents.queries import counts, standings, told_of
from samsyn.web.incidents.views.ground import Ground, ground_or_404

SHOWN = 200
"""The newest of those that are over; the others are in the figures."""


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug)
    viewer, terms = request.viewer, ground.terms
    rows = Incident.objects.visible_to(viewer).filter(partnership=ground.partnership).in_list()
    to_us = Told.objects.to_us(viewer).filter(partnership=ground.partnership).select_related("organisation")
    context = ground.context() | {
        "open": _rows(ground, list(rows.open())),
        "over": _rows(ground, list(rows.exclude(state__in=["open", "followed_up"])[:SHOWN])),
        "told": [told_line(each, terms, each.organisation.name) for each in to_us[:SHOWN]],
        "counted": counted(counts(viewer, ground.partnership.pk)),
        "tellings": [each for each in terms.telling.values() if each.applies],
        "reports": may_report(viewer, ground.partnership.pk),
    }
    return render(request, "incidents/listing.html", context)


def _rows(ground: Ground, found: list[Incident]) -> list[object]:
    told = told_of(ground.viewer, [each.pk for each in found])
    return [
        row_of(
            each,
            ground.address(each),
            standings(ground.dossier, ground.mine, each, told.get(each.pk, []), ground.today),
        )
        for each in found
    ]
