"""What each side says of itself on invoices: both see both, each writes its own."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import parties_of
from samsyn.web.invoices import actions
from samsyn.web.invoices.details_forms import BuyerForm, SellerForm, typed_of
from samsyn.web.invoices.forms import SeriesForm
from samsyn.web.invoices.models import BuyerDetails, Invoice, SellerDetails
from samsyn.web.invoices.presenters.words import tax_words
from samsyn.web.invoices.queries.details import buyer_on, seller_on, series_of
from samsyn.web.invoices.views.scene import Scene, Sheet, form_page, scene_or_404
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

MONEY = Permission.MANAGE_MONEY


@require_GET
def details(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    own = request.viewer.organisation_id
    sellers, buyers = _sides(scene)
    given = Invoice.objects.own(request.viewer).filter(number__isnull=False).exists()
    shown = {
        "sellers": [_side(scene, each, SellerDetails) for each in sellers],
        "buyers": [_side(scene, each, BuyerDetails) for each in buyers],
        "own": own,
        "series": series_of(own) if scene.sells else None,
        "series_begun": given,
        "sells": scene.sells,
    }
    return render(request, "invoices/details.html", scene.context(*scene.way()) | shown)


@require_http_methods(["GET", "POST"])
def seller(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    now = seller_on(scene.today, scene.partnership.pk, request.viewer.organisation_id)
    form = SellerForm(request.POST or None, initial=_initial(scene, now, SellerForm.field_order))
    sheet = Sheet(
        gettext("Det som står om er på fakturorna"), gettext("Spara"), f"{scene.home}details/",
        gettext("Skriv vad som gäller från en dag. Det som gällde förut står kvar på det som redan är sänt."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        actions.write_seller(scene.partnership, form.said(), by=request.viewer, now=clock.now())
        return gettext("Uppgifterna är sparade."), f"{scene.home}details/"

    return form_page(request, scene, form, sheet, act, *_way(scene))


@require_http_methods(["GET", "POST"])
def buyer(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    now = buyer_on(scene.today, scene.partnership.pk, request.viewer.organisation_id)
    form = BuyerForm(request.POST or None, initial=_initial(scene, now, BuyerForm.field_order))
    sheet = Sheet(
        gettext("Det som ni vill hitta på fakturorna"), gettext("Spara"), f"{scene.home}details/",
        gettext("Så att en faktura hittar rätt hos er. Den som fakturerar ser det, och kan inte ändra det."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        actions.write_buyer(scene.partnership, form.said(), by=request.viewer, now=clock.now())
        return gettext("Uppgifterna är sparade."), f"{scene.home}details/"

    return form_page(request, scene, form, sheet, act, *_way(scene))


@require_http_methods(["GET", "POST"])
def numbers(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    series = series_of(request.viewer.organisation_id)
    typed = {"before": series.prefix, "first": series.last + 1} if series else {}
    form = SeriesForm(request.POST or None, initial=typed)
    sheet = Sheet(
        gettext("Var fakturanumren börjar"), gettext("Spara"), f"{scene.home}details/",
        gettext("Numren följer på varandra i alla era partnerskap. De ges när en faktura godkänns."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.begin_series(
            typed["before"], typed["first"], by=request.viewer, now=clock.now(), partnership=scene.partnership
        )
        return gettext("Sparat."), f"{scene.home}details/"

    return form_page(request, scene, form, sheet, act, *_way(scene))


def _way(scene: Scene) -> tuple[Place, ...]:
    return (*scene.way(), Place(gettext("Uppgifter på fakturorna"), f"{scene.home}details/"))


def _sides(scene: Scene) -> tuple[list[Organisation], list[Organisation]]:
    """Who is paid and who pays, in the order of the agreement."""
    places = parties_of(scene.partnership)
    payees = {key for each in scene.terms.funding.values() for key in each.payees}
    payers = {key for each in scene.terms.funding.values() for key in each.payers}
    sides = [
        [places[key].organisation for key in scene.terms.party if key in found and key in places]
        for found in (payees, payers)
    ]
    return sides[0], sides[1]


def _side(scene: Scene, organisation: Organisation, model: Any) -> dict[str, Any]:
    """What is said now, and what is said for a coming day."""
    on = seller_on if model is SellerDetails else buyer_on
    row = on(scene.today, scene.partnership.pk, organisation.pk)
    coming = model.objects.visible_to(scene.viewer).filter(
        partnership=scene.partnership, organisation=organisation, valid_from__gt=scene.today
    )
    tax = tax_words(row.tax, row.tax_rate, row.tax_reason) if isinstance(row, SellerDetails) else ""
    return {"organisation": organisation, "row": row, "tax": tax, "coming": coming.order_by("valid_from").first()}


def _initial(scene: Scene, row: SellerDetails | BuyerDetails | None, names: list[str]) -> dict[str, Any]:
    """What stands now; else what is known of the organisation."""
    if row is not None:
        return typed_of(row, names) | {"valid_from": scene.today}
    ours = Organisation.objects.get(pk=scene.viewer.organisation_id)
    number = ours.org_nr.replace("-", "")
    return {
        "valid_from": scene.today,
        "name": ours.legal_name or ours.name,
        "org_number": number,
        "endpoint_id": number,
    }
