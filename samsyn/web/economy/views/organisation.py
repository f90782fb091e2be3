"""The controller's list: the money of every partnership of the organisation, with what has passed its day first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.economy.everywhere import awaited, bills_of, everywhere, paid_of, years_sums
from samsyn.web.economy.presenters.lines import Known, lines_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

PER_PAGE = 25


@require_GET
def every_partnership(request: ViewerRequest, organisation: str) -> HttpResponse:
    """Eleven queries, however many partnerships there are."""
    viewer, today = request.viewer, clock.today()
    require(viewer, Permission.READ_PARTNERSHIP)
    passed = request.GET.get("show") == "passed"
    page = Paginator(everywhere(viewer, today, passed=passed), PER_PAGE).get_page(request.GET.get("page"))
    shown: list[Any] = list(page)
    dossiers = dossiers_of(each.pk for each in shown)
    lines = lines_of(shown, dossiers, _known(viewer, shown, dossiers, today), viewer)
    context = {
        "page": page,
        "lines": lines,
        "today": today,
        "year": today.year,
        "narrowed": passed,
        "awaited": awaited(viewer, today),
        "home": f"/as/{viewer.organisation_slug}/",
        "ways": [
            Place(gettext("Alla"), "?", current=not passed),
            Place(gettext("Där en dag har passerat"), "?show=passed", current=passed),
        ],
    }
    return render(request, "economy/every.html", context)


def _known(viewer: Viewer, shown: Iterable[Any], dossiers: Iterable[UUID], today: date) -> Known:
    owed = {each for one in shown for each in (one.late_id, one.invoice_id, one.payment_id) if each}
    bills = {each for one in shown for each in (one.late_bill_id, one.bill_id) if each}
    return Known(
        Obligation.objects.visible_to(viewer).in_bulk(list(owed)),
        bills_of(viewer, bills),
        paid_of(viewer, owed),
        years_sums(viewer, dossiers, today.year),
    )
