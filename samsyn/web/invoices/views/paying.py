"""Money that has moved, written in by either side."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.invoices import actions
from samsyn.web.invoices.actions.pay import left_of
from samsyn.web.invoices.forms import BecauseForm, PaidForm
from samsyn.web.invoices.models import Payment
from samsyn.web.invoices.permissions import check_may_note_payment
from samsyn.web.invoices.queries.standing import left_to_pay, standing_of
from samsyn.web.invoices.views.scene import Sheet, acted, form_page, scene_or_404
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock

MONEY = Permission.MANAGE_MONEY


@require_http_methods(["GET", "POST"])
def pay(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.invoice(invoice)
    check_may_note_payment(request.viewer, row)
    left = left_to_pay(request.viewer, standing_of(request.viewer, row))
    form = PaidForm(request.POST or None, initial={"amount": left or None, "paid_on": scene.today})
    sheet = Sheet(
        gettext("Skriv in en betalning"), gettext("Skriv in"), scene.at(row),
        gettext("Den som först vet det skriver in det, en gång. En del av beloppet går också bra."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.pay(
            row, typed["amount"], typed["paid_on"], typed["says"], made=typed["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Betalningen är inskriven."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


@require_POST
def show_paid(request: ViewerRequest, organisation: str, slug: str, bill: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.bill(bill)

    def act() -> None:
        actions.show_paid(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Ni har visat att fakturan är betald."), scene.at(row))


@require_http_methods(["GET", "POST"])
def pay_without_invoice(request: ViewerRequest, organisation: str, slug: str, debt: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    rows = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership, kind="payment")
    own = rows.filter(owed_by__contains=[request.viewer.organisation_id]).select_related("partnership")
    obligation = get_object_or_404(own, pk=debt)
    left = left_of(obligation, request.viewer)
    form = PaidForm(request.POST or None, initial={"amount": left or None, "paid_on": scene.today})
    sheet = Sheet(gettext("Skriv in en betalning utan faktura"), gettext("Skriv in"), scene.home, obligation.says)

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.pay_without_invoice(
            obligation, typed["amount"], typed["paid_on"], typed["says"], made=typed["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Betalningen är inskriven."), scene.home

    return form_page(request, scene, form, sheet, act)


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, payment: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    rows = Payment.objects.own(request.viewer).filter(partnership=scene.partnership)
    row = get_object_or_404(rows.select_related("invoice", "obligation"), pk=payment)
    back = scene.at(row.invoice) if row.invoice else scene.home
    form = BecauseForm(request.POST or None, most=300)
    sheet = Sheet(
        gettext("Ta tillbaka en inskriven betalning"), gettext("Ta tillbaka"), back,
        gettext("Raden står kvar, struken, med skälet. Båda parter ser det."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        because = form.cleaned_data["because"]
        actions.take_back(row, because, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Betalningen är tillbakatagen."), back

    return form_page(request, scene, form, sheet, act)
