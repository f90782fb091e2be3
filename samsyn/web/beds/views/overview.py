"""What is free tonight, everywhere: one page that keeps itself fresh by asking for no more than a number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions import watch
from samsyn.web.beds.evening import gone_by, sites_of
from samsyn.web.beds.forms.watch import InitiativeForm
from samsyn.web.beds.models import ExtraNight, Initiative
from samsyn.web.beds.offers import for_a_whole_stay
from samsyn.web.beds.overview import overview_of, refusals_by, version_of
from samsyn.web.beds.presenters.overview import board_of, need_of
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.views.ground import Ground, coordinating_or_404
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_WEEK = 7


@require_GET
def overview(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """With `since`: nothing (204) while that version stands, else the board alone."""
    ground = coordinating_or_404(request.viewer, slug)
    version = f"{version_of(ground.partnership)}.{ground.tonight:%j}"
    since = request.GET.get("since")
    if since == version:
        return HttpResponse(status=204, headers={"Samsyn-As-Of": f"{ground.local:%H.%M.%S}"})
    context = _board(ground, version)
    if since is not None and request.htmx:
        return render(request, "beds/_board.html", context)
    return render(request, "beds/overview.html", ground.context(room="overview/") | context | _below(ground))


def _board(ground: Ground, version: str) -> dict[str, Any]:
    pools = pool_names(ground.terms)
    found = overview_of(ground.viewer, ground.partnership, ground.tonight)
    extra = ExtraNight.objects.visible_to(ground.viewer).filter(
        partnership=ground.partnership, night__gte=ground.tonight, night__lte=found.nights[-1]
    )
    sites = sites_of(ground.viewer, ground.partnership, ground.tonight)
    whole = for_a_whole_stay(ground.partnership, ground.terms, ground.tonight)
    return {
        "board": board_of(found, pools, sites, whole, gone_by(ground.viewer, ground.partnership, ground.tonight)),
        "version": version,
        "tonight": ground.tonight,
        "now": ground.local,
        "poll": f"{ground.home}overview/",
        "home": ground.home,
        "extra_nights": extra.order_by("night", "decided_at"),
    }


def _below(ground: Ground) -> dict[str, Any]:
    """What does not need to be fresh by the second."""
    nights = [ground.tonight - timedelta(days=each) for each in reversed(range(_WEEK))]
    initiatives = Initiative.objects.visible_to(ground.viewer).filter(
        partnership=ground.partnership, night__gte=ground.tonight
    )
    return {
        "need": need_of(refusals_by(ground.viewer, ground.partnership, nights), nights),
        "initiatives": initiatives.order_by("night", "name"),
    }


@require_http_methods(["GET", "POST"])
def add_initiative(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    form = InitiativeForm(request.POST or None, initial={"night": ground.tonight})
    if form.is_valid():
        try:
            watch.add_initiative(
                ground.partnership, **form.cleaned_data, kept_by=ground.kept_by, by=ground.viewer, now=ground.now
            )
            messages.success(request, gettext("Initiativet är inskrivet."))
            return redirect("beds:overview", organisation=organisation, slug=slug)
        except ValidationError as trouble:
            put_into(form, trouble)
    words = {
        "title": gettext("Ett ideellt lokalt initiativ"),
        "lead": gettext(
            "Andra som tar emot en natt och som samordningen håller ihop. Räknas inte i partnerskapets platser."
        ),
        "act": gettext("Skriv in"),
    }
    context = ground.context(Place(gettext("Överblick"), f"{ground.home}overview/")) | {
        "form": form, "words": words, "back": f"{ground.home}overview/",
    }  # fmt: skip
    return render(request, "beds/act.html", context, status=422 if form.is_bound else 200)
