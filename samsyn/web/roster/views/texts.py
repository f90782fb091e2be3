"""The texts that are signed, in versions, and who has not signed the newest."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.roster import actions
from samsyn.web.roster.forms import TextForm
from samsyn.web.roster.models import UndertakingText
from samsyn.web.roster.presenters.texts import undertakings_of
from samsyn.web.roster.queries.standing import standing_of, workers_on
from samsyn.web.roster.views.scene import Sheet, form_page, keeping_scene
from samsyn.web.ui.components.words import Place


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    texts = UndertakingText.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    there = workers_on(request.viewer, scene.partnership, scene.today)
    standing = standing_of(request.viewer, there, scene.dossier, (), scene.today)
    found = undertakings_of(scene.terms, scene.undertakings, list(texts), there, standing, scene.today)
    return render(request, "roster/texts.html", scene.context("texts") | {"undertakings": found})


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, undertaking_text: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    rows = UndertakingText.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(rows, pk=undertaking_text)
    context = scene.inside(Place(gettext("Tystnadsförbindelse"), f"{scene.home}texts/")) | {"text": found}
    return render(request, "roster/text.html", context)


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, requirement: str) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    if requirement not in scene.undertakings:
        raise Http404
    term = scene.terms.undertaking[requirement]
    rows = UndertakingText.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    newest = rows.filter(requirement=requirement).first()
    start = {"title": newest.title, "text": newest.text} if newest else {"title": gettext("Tystnadsförbindelse")}
    form = TextForm(request.POST if request.method == "POST" else None, initial={**start, "since": scene.today})

    def act() -> str:
        said = form.cleaned_data
        actions.write_text(
            scene.partnership, requirement, said["title"], said["text"], said["since"], scene.dossier,
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return f"{scene.home}texts/"

    back = Place(gettext("Tystnadsförbindelse"), f"{scene.home}texts/")
    lead = gettext("Er egen text. Den som har skrivit under en tidigare version har fortfarande skrivit under.")
    sheet = Sheet(
        gettext("Ny text att skriva under"), gettext("Lägg in"), back, lead, term.clause, bool(term.assumption)
    )
    return form_page(
        request, scene, sheet, form, act, gettext("Texten är inlagd. Här står vilka som ska skriva under.")
    )
