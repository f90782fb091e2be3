"""Budget beside outcome, for both sides; the own side also as the others see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from samsyn.charts.budget_outcome import budget_outcome
from samsyn.rules.money.budget import budget_lines
from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.books.presenters.budget import BudgetPage, Words, budget_page, others_in
from samsyn.web.books.presenters.in_kind import in_kind_of
from samsyn.web.books.queries import mapping_of, outcome, releases_of
from samsyn.web.books.views.scene import Scene, scene_or_404
from samsyn.web.indices.queries import register


@require_GET
def budget(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    form, days = scene.days(request.GET)
    as_others = scene.keeps and request.GET.get("seen") == "others"
    page, theirs = _figures(scene, days, as_others)
    chart = page.chart()
    mapped = scene.keeps and bool(mapping_of(scene.viewer, scene.partnership.pk))
    context: dict[str, Any] = {
        "form": form,
        "days": days,
        "query": f"?first={days.start}&last={days.last}",
        "page": page,
        "as_others": as_others,
        "theirs": theirs,
        "drawings": [SafeString(budget_outcome(chart)), SafeString(budget_outcome(chart, "narrow"))],
        "in_kind": in_kind_of(scene.viewer, scene.partnership.pk, scene.terms, scene.places, days),
        "mapped": mapped,
        "offered": scene.keeps and (scene.is_civil or mapped),
        "insight": [each for each in scene.terms.duty.values() if each.applies and each.kind == "insight"],
        "releases": releases_of(scene.viewer, scene.partnership.pk),
    }
    return render(request, "books/home.html", scene.context() | context)


def _figures(scene: Scene, days: DateRange, as_others: bool) -> tuple[BudgetPage, bool]:
    """The page, and whether there are figures of another organisation in it."""
    pk, viewer = scene.partnership.pk, scene.viewer
    outcomes = outcome(viewer, pk, days.start, days.last, released_only=as_others)
    on = min(max(days.last, scene.life.start), scene.life.last)
    terms = terms_on(scene.dossier, on, scene.today)
    payee = scene.mine if scene.is_civil else None
    lines = budget_lines(terms, days, payee, register(), scene.life)
    if len(lines) == 1 and not terms.cost_line:
        # One sum and no cost lines: all that the activity has cost lies beside it.
        outcomes = [replace(each, cost_line=lines[0].id) for each in outcomes]
    words = Words(scene.line_names, scene.home, f"?first={days.start}&last={days.last}")
    return budget_page(lines, outcomes, days, words), others_in(outcomes, viewer.organisation_id)
