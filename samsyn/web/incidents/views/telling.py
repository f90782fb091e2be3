"""Somebody has been told what happened, or was told something that must be taken back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.incidents import actions
from samsyn.web.incidents.forms import NothingForm, TellForm
from samsyn.web.incidents.models import Told
from samsyn.web.incidents.presenters.words import receivers
from samsyn.web.incidents.queries import standings
from samsyn.web.incidents.views.ground import Sheet, form_page, written_or_404
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def tell(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    """`?whom=`: the one who is chosen from the start."""
    ground, found = written_or_404(request.viewer, slug, incident)
    if not found.is_open:
        raise Http404
    told = list(Told.objects.to_others(request.viewer).live().filter(incident=found))
    standing = standings(ground.dossier, ground.mine, found, told, ground.today)
    known = receivers(standing, ground.terms, ground.mine, {each.whom for each in told})
    form = TellForm(
        request.POST or None, receivers=known, today=ground.today, concern=found.is_concern,
        initial={"whom": request.GET.get("whom", "")},
    )  # fmt: skip
    lead = (
        gettext("Bara att anmälan är gjord antecknas: dagen, till vem och diarienumret.")
        if found.is_concern
        else gettext("Berätta först. Skriv sedan in här vem som har fått veta, och när.")
    )
    sheet = Sheet(gettext("Någon har fått veta"), gettext("Skriv in"), lead, back=ground.address(found))

    def act() -> tuple[str, str]:
        actions.tell(found, form.telling(), by=request.viewer, now=clock.now(), today=ground.today)
        return gettext("Det är inskrivet att de har fått veta."), ground.address(found)

    return form_page(request, ground, form, sheet, act, ground.place(found))


@require_http_methods(["GET", "POST"])
def take_back_told(request: ViewerRequest, organisation: str, slug: str, incident: UUID, told: UUID) -> HttpResponse:
    ground, found = written_or_404(request.viewer, slug, incident)
    row = get_object_or_404(Told.objects.to_others(request.viewer).filter(incident=found), pk=told)
    lead = gettext(
        "Texten och diarienumret försvinner. Att något var berättat står kvar, och ni kan berätta på nytt. Det de "
        "redan har läst kan ingen ta tillbaka."
    )
    sheet = Sheet(gettext("Ta tillbaka det som är berättat"), gettext("Ta tillbaka"), lead, back=ground.address(found))

    def act() -> tuple[str, str]:
        actions.take_back_told(row, by=request.viewer, now=clock.now())
        return gettext("Det är tillbakataget."), ground.address(found)

    form = NothingForm(request.POST if request.method == "POST" else None)
    return form_page(request, ground, form, sheet, act, ground.place(found))
