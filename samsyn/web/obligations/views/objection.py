"""Objecting to an obligation, and saying that it is settled."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.obligations import actions
from samsyn.web.obligations.evidence_form import SayForm
from samsyn.web.obligations.models import Objection, Obligation
from samsyn.web.obligations.permissions import check_may_settle, may_object
from samsyn.web.obligations.views.say import say_page
from samsyn.web.obligations.views.scene import Scene, scene_of_one_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def object_to(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene, found = scene_of_one_or_404(request.viewer, slug, obligation, clock.today())
    if not may_object(request.viewer, found):
        messages.info(request, gettext("Den som åtagandet gäller för kan invända mot det. Det gör det inte för er."))
        return redirect(scene.address_of(found))
    form = SayForm(request.POST if request.method == "POST" else None, label=gettext("Vad invänder ni mot?"))
    if form.is_valid() and _raised(request, scene, found, form):
        messages.success(request, gettext("Invändningen står här tills ni har löst den. De andra får ett brev."))
        return redirect(scene.address_of(found))
    lead = gettext("Skriv vad ni menar inte är gjort, eller varför det inte ska göras. Alla parter läser det.")
    return say_page(request, scene, found, form, gettext("Invänd"), lead, gettext("Invänd"))


@require_http_methods(["GET", "POST"])
def settle(request: ViewerRequest, organisation: str, slug: str, obligation: UUID, objection: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene, owed = scene_of_one_or_404(request.viewer, slug, obligation, clock.today())
    seen = Objection.objects.visible_to(request.viewer).filter(obligation=owed)
    found = get_object_or_404(seen.select_related("obligation__partnership"), pk=objection)
    check_may_settle(request.viewer, found)
    form = SayForm(request.POST if request.method == "POST" else None, label=gettext("Hur löste ni det?"))
    if form.is_valid():
        how = form.cleaned_data["says"]
        actions.settle_objection(found, how, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, gettext("Invändningen är löst. Den står kvar så att det syns hur."))
        return redirect(scene.address_of(owed))
    lead = gettext("Ni invände, och det är ni som säger när det är löst.")
    return say_page(request, scene, owed, form, gettext("Invändningen är löst"), lead, gettext("Den är löst"))


def _raised(request: ViewerRequest, scene: Scene, obligation: Obligation, form: SayForm) -> bool:
    reason = form.cleaned_data["says"]
    try:
        actions.object_to(obligation, reason, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
    return form.is_valid()
