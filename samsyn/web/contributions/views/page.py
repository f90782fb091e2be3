"""The parties' own efforts, side by side, a year at a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key, parties_of
from samsyn.web.contributions import actions
from samsyn.web.contributions.presenters.side_by_side import kind_rows, parties_with
from samsyn.web.contributions.queries import has_volunteers, lines_of, promised, years_of
from samsyn.web.contributions.views.scene import Scene, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def side_by_side(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    years = sorted({scene.today.year, *years_of(request.viewer, scene.partnership.pk)}, reverse=True)
    typed = request.GET.get("year", "")
    year = next((each for each in years if str(each) == typed), scene.today.year)
    return render(request, "contributions/page.html", scene.context() | _figures(scene, year, years))


@require_POST
def put_forward(request: ViewerRequest, organisation: str, slug: str, year: int) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    n = actions.put_forward(scene.partnership, year, by=request.viewer, now=clock.now())
    said = ngettext(
        "%(n)s rad är framlagd. Alla parter ser den nu.", "%(n)s rader är framlagda. Alla parter ser dem nu.", n
    ) % {"n": n}
    messages.success(request, said if n else gettext("Allt var redan framlagt."))
    return redirect(f"{scene.home}?year={year}")


def _figures(scene: Scene, year: int, years: list[int]) -> dict[str, object]:
    places = parties_of(scene.partnership)
    names = {key: party.name for key, party in scene.terms.party.items() if key in places}
    lines = lines_of(scene.viewer, scene.partnership.pk, year)
    mine = own_key(scene.viewer, scene.partnership.pk)
    parties = parties_with(names, {key: places[key].organisation_id for key in names}, mine, lines)
    return {
        "year": year,
        "years": [Place(str(each), f"?year={each}", current=each == year) for each in years] if len(years) > 1 else [],
        "promised": promised(scene.terms),
        "has_volunteers": mine is not None and has_volunteers(scene.terms, mine),
        "parties": parties,
        "rows": kind_rows(parties),
        "drafts": sum(len(each.drafts) for each in parties),
    }
