"""What each side does with a sent invoice."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.invoices import actions
from samsyn.web.invoices.forms import BecauseForm
from samsyn.web.invoices.views.scene import Sheet, acted, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock

MONEY = Permission.MANAGE_MONEY


@require_POST
def receive(request: ViewerRequest, organisation: str, slug: str, bill: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.bill(bill)

    def act() -> None:
        actions.receive(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Ni har bekräftat att fakturan har kommit."), scene.at(row))


@require_POST
def accept(request: ViewerRequest, organisation: str, slug: str, bill: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.bill(bill)

    def act() -> None:
        actions.accept(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Ni har godtagit fakturan."), scene.at(row))


@require_http_methods(["GET", "POST"])
def dispute(request: ViewerRequest, organisation: str, slug: str, bill: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.bill(bill)
    form = BecauseForm(request.POST or None, label=gettext("Vad som inte stämmer"))
    sheet = Sheet(
        gettext("Bestrid fakturan"), gettext("Bestrid"), scene.at(row),
        gettext("%(sender)s läser det och svarar eller krediterar.") % {"sender": row.organisation.name},
    )  # fmt: skip

    def act() -> tuple[str, str]:
        because = form.cleaned_data["because"]
        actions.dispute(row, because, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Ni har bestritt fakturan. De andra får veta varför."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


@require_http_methods(["GET", "POST"])
def answer(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(invoice)
    form = BecauseForm(request.POST or None, label=gettext("Ert svar"))
    sheet = Sheet(
        gettext("Svara på det som är bestritt"), gettext("Svara"), scene.at(row),
        gettext("Har de rätt: kreditera fakturan i stället, hela eller en del."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        says = form.cleaned_data["because"]
        actions.answer(row, says, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Ni har svarat."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


@require_POST
def remind(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(invoice)

    def act() -> None:
        actions.remind(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Den andra parten är påmind i dag."), scene.at(row))


@require_POST
def credit(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    """A draft of a credit note begins."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(invoice)
    try:
        note = actions.credit(row, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(scene.at(row))
    messages.success(request, gettext("Utkastet krediterar hela fakturan. Ändra raderna om det gäller en del."))
    return redirect(scene.at(note))
