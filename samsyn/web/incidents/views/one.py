"""One incident: what it was, who is to know, what is to be done next. The texts only for those who may read them."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from samsyn.rules.incidents import Rule, to_look_up
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.incidents import IncidentKind
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.incidents.permissions import may_answer_for, may_read, may_write
from samsyn.web.incidents.presenters.words import next_step, told_line
from samsyn.web.incidents.queries import standings, untold
from samsyn.web.incidents.views.ground import Ground, ground_or_404, incident_or_404


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug)
    found = incident_or_404(ground, incident)
    told = list(Told.objects.to_others(request.viewer).filter(incident=found).select_related("told_by"))
    live = [each for each in told if each.taken_back_at is None]
    standing = standings(ground.dossier, ground.mine, found, live, ground.today)
    terms = terms_on(ground.dossier, found.happened_on, ground.today)
    context = ground.context(ground.place(found)) | {
        "incident": found,
        "label": format_html('<span class="number">{}</span>', found.label),
        "here": ground.address(found),
        "next": next_step(found, standing),
        "standing": standing,
        "left": untold(standing),
        "told": [told_line(each, terms) for each in told],
        "to_look_up": _to_look_up(found, terms, ground),
        "reads": may_read(request.viewer, found),
        "writes": may_write(request.viewer, found) and found.is_open,
        "answers": may_answer_for(request.viewer, found) and found.is_open,
    }
    return render(request, "incidents/one.html", context)


def _to_look_up(incident: Incident, terms: Agreement, ground: Ground) -> list[Rule]:
    """Nothing where there is nobody to tell anything of."""
    if not incident.identity_known:
        return []
    return to_look_up(terms, cast(IncidentKind, incident.kind), ground.mine)
