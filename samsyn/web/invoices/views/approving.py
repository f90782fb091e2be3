"""The way from a draft to a sent invoice, inside the sender's organisation."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.invoices import actions
from samsyn.web.invoices.forms import BecauseForm
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.views.scene import Sheet, acted, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_POST
def check(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    said = gettext("Fakturan är granskad. Någon annan hos er godkänner den.")
    return _step(request, slug, draft, actions.check, said, Permission.MANAGE_MONEY)


@require_POST
def approve(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    return _step(request, slug, draft, actions.approve, gettext("Fakturan är godkänd."), Permission.DECIDE)


@require_POST
def send(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    said = gettext(
        "Fakturan är sänd. Den andra parten läser den här. Hämta filen och lägg in den i er e-fakturatjänst."
    )
    return _step(request, slug, draft, actions.send, said, Permission.MANAGE_MONEY)


@require_http_methods(["GET", "POST"])
def give_back(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    """To draft."""
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY, Permission.DECIDE)
    row = scene.own(draft)
    form = BecauseForm(request.POST or None, label=gettext("Vad som ska rättas"))
    sheet = Sheet(
        gettext("Lämna tillbaka till utkast"), gettext("Lämna tillbaka"), scene.at(row),
        gettext("Den behöver sedan granskas och godkännas igen. Har den ett nummer behåller den det."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        because = form.cleaned_data["because"]
        actions.give_back(row, because, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Fakturan är ett utkast igen."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


def _step(
    request: ViewerRequest, slug: str, pk: UUID, step: Callable[..., Invoice], said: str, needs: Permission
) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, needs)
    row = scene.own(pk)

    def act() -> None:
        step(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, said, scene.at(row))
