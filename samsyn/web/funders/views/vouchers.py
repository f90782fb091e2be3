"""Which funders stand behind the vouchers of a year."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.books.models import VoucherRow
from samsyn.web.funders import actions
from samsyn.web.funders.forms import BehindForm
from samsyn.web.funders.presenters.shares import cost_words
from samsyn.web.funders.queries import behind_rows, cost_rows, funders_of
from samsyn.web.funders.views.scene import Sheet, days_of, form_page, scene_or_404, year_asked
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def listed(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    year, years = year_asked(request, scene)
    funders = funders_of(request.viewer, scene.partnership.pk)
    rows = cost_rows(request.viewer, scene.partnership.pk, days_of(year))
    behind = behind_rows(request.viewer, scene.partnership.pk)
    said = {
        "year": year,
        "years": years,
        "funders": funders,
        "rows": cost_words(rows, behind, {each.pk: each.name for each in funders}, scene.lines),
    }
    return render(request, "funders/vouchers.html", scene.context(Place(gettext("Finansiärer"), scene.home)) | said)


@require_http_methods(["GET", "POST"])
def behind(request: ViewerRequest, organisation: str, slug: str, cost: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    own = VoucherRow.objects.visible_to(request.viewer).filter(organisation_id=request.viewer.organisation_id)
    row = get_object_or_404(own.select_related("voucher"), pk=cost, partnership=scene.partnership)
    there = [str(funder) for each, funder in behind_rows(request.viewer, scene.partnership.pk) if each == row.pk]
    funders = funders_of(request.viewer, scene.partnership.pk)
    form = BehindForm(request.POST if request.method == "POST" else None, funders=funders, initial={"funders": there})
    sheet = Sheet(
        gettext("Vem betalar verifikation %(key)s?") % {"key": row.voucher.key},
        gettext("Spara"),
        gettext(
            "Kryssa för de finansiärer vars pengar har använts. Står det två är kostnaden kanske betald två gånger."
        ),
    )

    def act() -> str:
        actions.stand_behind(row, form.chosen(), by=request.viewer, now=clock.now())
        return gettext("Det är sparat.")

    return form_page(request, scene, form, sheet, act, back=f"{scene.home}vouchers/?year={row.day.year}")
