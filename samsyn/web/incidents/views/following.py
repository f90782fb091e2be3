"""What was done about it, that it is over, or that it was written by mistake."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.incidents import actions
from samsyn.web.incidents.forms import CloseForm, MeasuresForm, NothingForm
from samsyn.web.incidents.views.ground import Sheet, answered_or_404, form_page, written_or_404
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def follow_up(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    ground, found = answered_or_404(request.viewer, slug, incident)
    form = MeasuresForm(request.POST or None, initial={"measures": found.measures})
    sheet = Sheet(gettext("Vad vi gör åt det"), gettext("Spara"), back=ground.address(found))

    def act() -> tuple[str, str]:
        actions.follow_up(found, form.cleaned_data["measures"], by=request.viewer, now=clock.now())
        return gettext("Det är inskrivet vad ni gör åt det."), ground.address(found)

    return form_page(request, ground, form, sheet, act, ground.place(found))


@require_http_methods(["GET", "POST"])
def close(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    ground, found = answered_or_404(request.viewer, slug, incident)
    form = CloseForm(request.POST if request.method == "POST" else None, concern=found.is_concern)
    lead = gettext("Sedan ändras den inte mer. Två år senare gallras den.")
    sheet = Sheet(gettext("Avsluta händelsen"), gettext("Avsluta"), lead, back=ground.address(found))

    def act() -> tuple[str, str]:
        said = form.cleaned_data.get("closed_with", "")
        actions.close(found, said, by=request.viewer, now=clock.now(), today=ground.today)
        return gettext("Händelsen är avslutad."), ground.home

    return form_page(request, ground, form, sheet, act, ground.place(found))


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    ground, found = written_or_404(request.viewer, slug, incident)
    lead = gettext("Bara om den är skriven av misstag. Texten försvinner och händelsen räknas inte; numret står kvar.")
    sheet = Sheet(gettext("Ta tillbaka händelsen"), gettext("Ta tillbaka"), lead, back=ground.address(found))

    def act() -> tuple[str, str]:
        actions.take_back(found, by=request.viewer, now=clock.now())
        return gettext("Händelsen är tillbakatagen."), ground.home

    form = NothingForm(request.POST if request.method == "POST" else None)
    return form_page(request, ground, form, sheet, act, ground.place(found))
