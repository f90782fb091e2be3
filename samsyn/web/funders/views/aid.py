"""Support of minor importance: written in, taken back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.funders import actions
from samsyn.web.funders.forms import AidForm, BecauseForm
from samsyn.web.funders.models import Aid
from samsyn.web.funders.views.scene import Sheet, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    parties = [(key, party.name) for key, party in scene.terms.party.items()]
    form = AidForm(request.POST or None, parties=parties)
    sheet = Sheet(
        gettext("Skriv in ett stöd"),
        gettext("Skriv in"),
        gettext("Alla parter ser raden. Stöd från alla offentliga givare summeras över tre år."),
    )

    def act() -> str:
        actions.add_aid(
            scene.partnership, scene.terms, form.said(), made=form.cleaned_data["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Stödet är inskrivet.")

    return form_page(request, scene, form, sheet, act)


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, aid: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    own = Aid.objects.own(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(own, pk=aid)
    form = BecauseForm(request.POST or None)
    sheet = Sheet(gettext("Ta tillbaka ett stöd"), gettext("Ta tillbaka"), gettext("Raden räknas inte längre."))

    def act() -> str:
        actions.take_back_aid(found, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return gettext("Raden är tillbakatagen.")

    return form_page(request, scene, form, sheet, act)
