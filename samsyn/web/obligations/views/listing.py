"""The obligations of a partnership, as a list by time and side by side."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations.forms import WITHOUT_DAY, in_period
from samsyn.web.obligations.presenters.grouping import by_time
from samsyn.web.obligations.presenters.sides import columns_of
from samsyn.web.obligations.presenters.undated import by_occasion
from samsyn.web.obligations.views.scene import scene_or_404
from samsyn.web.project import clock

PER_PAGE = 30
PER_PAGE_WITHOUT_DAY = 100


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    choices = scene.choices()
    chosen = choices.chosen(request.GET)
    narrowed = scene.narrowed(chosen)
    found = in_period(narrowed, chosen["period"], scene.today)
    undated = chosen["period"] == WITHOUT_DAY
    page = Paginator(found, PER_PAGE_WITHOUT_DAY if undated else PER_PAGE).get_page(request.GET.get("page"))
    rows = scene.rows(page)
    groups = by_occasion(rows) if undated else by_time(rows, scene.today)
    more = {
        "filters": choices.form(request.GET),
        "page": page,
        "groups": groups,
        "undated": undated,
        "without_day": 0 if undated else narrowed.without_day().count(),
        "without_day_url": f"?{urlencode(chosen | {'period': WITHOUT_DAY})}",
    }
    return render(request, "obligations/listing.html", scene.context("list") | more)


@require_GET
def sides(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    choices = scene.choices()
    chosen = choices.chosen(request.GET) | {"party": ""}
    rows = scene.rows(in_period(scene.narrowed(chosen), chosen["period"], scene.today))
    columns = columns_of(rows, scene.dossier.agreement, scene.mine)
    filters = choices.form(request.GET, without=["party"])
    return render(
        request,
        "obligations/sides.html",
        scene.context("sides") | {"filters": filters, "columns": columns, "chosen": chosen},
    )
