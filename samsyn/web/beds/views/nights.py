"""Extra nights: a person decides, with the reason, and it holds for one night."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.evening import site_or_404, sites_of
from samsyn.web.beds.forms.houses import ExtraNightForm
from samsyn.web.beds.models import ExtraNight
from samsyn.web.beds.presenters.nights import decided, openings
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.views.ground import Ground, coordinating_or_404, ground_or_404
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_SHOWN = 60
"""Decisions on the page, the latest night first: two winters' worth."""


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Every party sees what was decided, why, and where the places stood."""
    ground = ground_or_404(request.viewer, slug)
    mine = ExtraNight.objects.visible_to(request.viewer).filter(partnership=ground.partnership)
    found = mine.select_related("organisation").prefetch_related("standings__site").order_by("-night", "-decided_at")
    context = ground.context(room="nights/") | {
        "decisions": [decided(each) for each in found[:_SHOWN]],
        "openings": openings(ground.terms, ground.tonight),
    }
    return render(request, "beds/nights.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    sites = [(str(each.pk), each.name) for each in sites_of(request.viewer, ground.partnership, ground.tonight)]
    pools = pool_names(ground.terms)
    form = ExtraNightForm(request.POST or None, pools=pools, sites=sites, initial={"night": ground.tonight})
    if form.is_valid() and (said := _decided(ground, form)):
        messages.success(request, said)
        return redirect("beds:nights", organisation=organisation, slug=slug)
    context = ground.context(Place(gettext("Extra nätter"), f"{ground.home}nights/")) | {
        "form": form, "openings": openings(ground.terms, ground.tonight), "back": f"{ground.home}nights/",
    }  # fmt: skip
    return render(request, "beds/decide.html", context, status=422 if form.is_bound else 200)


def _decided(ground: Ground, form: ExtraNightForm) -> str:
    """What was decided in words; nothing where something was in the way, which is then said in the form."""
    typed = form.cleaned_data
    try:
        made = actions.decide_extra_night(
            ground.partnership,
            typed["pool"],
            typed["night"],
            typed["trigger"],
            typed["reason"],
            forecast=typed["forecast"],
            source=typed["source"],
            site=site_or_404(ground.viewer, ground.partnership, typed["site"]),
            number=typed["number"],
            by=ground.viewer,
            now=ground.now,
        )
    except ValidationError as trouble:
        put_into(form, trouble)
        return ""
    if made.decided_at != ground.now:
        return gettext("Natten var redan beslutad, med skälet som står här. Platserna hör till det beslutet.")
    return gettext("Beslutet är fattat. De extra platserna finns den natten.")
