"""The vouchers behind a figure."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.books.models import OTHER
from samsyn.web.books.presenters.vouchers import voucher_rows
from samsyn.web.books.queries import outcome, rows_of, superseded_rows, words_of
from samsyn.web.books.views.scene import scene_or_404


@require_GET
def line(request: ViewerRequest, organisation: str, slug: str, cost_line: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    viewer, pk = scene.viewer, scene.partnership.pk
    funding = scene.terms.funding.get(cost_line)
    if cost_line not in scene.line_names and funding is None:
        raise Http404
    form, days = scene.days(request.GET)
    # Where the agreement has no cost lines its sum is laid beside all that the activity has cost.
    wanted = OTHER if funding is not None else cost_line
    rows = rows_of(viewer, pk, wanted, days.start, days.last)
    before = superseded_rows(viewer, pk, wanted, days.start, days.last)
    words = words_of(viewer, [*rows, *before])
    term = funding or scene.terms.cost_line.get(cost_line)
    sums = [each for each in outcome(viewer, pk, days.start, days.last) if wanted in each.salaries_of]
    context = {
        "form": form,
        "days": days,
        "name": funding.says if funding else scene.line_names[cost_line],
        "term": term,
        "rows": voucher_rows(rows, words, viewer.organisation_id),
        "before": voucher_rows(before, words, viewer.organisation_id),
        "total": sum(row.amount_ore for row in rows),
        "salaries": [
            (each.month, each.amount.ore, [scene.line_names.get(key, key) for key in each.salaries_of]) for each in sums
        ],
    }
    return render(request, "books/line.html", scene.inside() | context)
