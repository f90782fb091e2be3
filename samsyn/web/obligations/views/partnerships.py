"""The controller's list: all partnerships of the acting organisation."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.obligations.forms import OverviewForm
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.permissions import check_may_read, may_write_case_number
from samsyn.web.obligations.presenters.overview import heads, lines_of
from samsyn.web.obligations.queries.overview import SORTS, overview
from samsyn.web.project import clock

PER_PAGE = 25


@require_GET
def partnerships(request: ViewerRequest, organisation: str) -> HttpResponse:
    viewer, today = request.viewer, clock.today()
    check_may_read(viewer)
    form = OverviewForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    text, time = asked.get("q", ""), asked.get("time", "")
    sort = request.GET.get("sort", "name")
    sort = sort if sort.removeprefix("-") in SORTS else "name"
    found = overview(viewer, today, text=text, time=time, sort=sort)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    wanted = {each for one in shown for each in (one.next_id, one.next_payment_id) if each}  # type: ignore[attr-defined]
    obligations = Obligation.objects.visible_to(viewer).in_bulk(list(wanted))
    lines = lines_of(shown, dossiers_of(each.pk for each in shown), obligations, viewer, today)
    context = {
        "form": form,
        "sort": sort,
        "page": page,
        "lines": lines,
        "heads": heads(sort, urlencode({key: value for key, value in (("q", text), ("time", time)) if value})),
        "narrowed": bool(text or time),
        "may_write_case_number": may_write_case_number(viewer),
        "today": today,
    }
    return render(request, "obligations/partnerships.html", context)
