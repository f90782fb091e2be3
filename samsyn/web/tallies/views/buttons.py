"""What is counted at a pad: the agreement's buttons, and those that a meeting has added."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings.queries import DecisionQuerySet, decisions_to_rest_on
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.forms import ButtonForm
from samsyn.web.tallies.models import AddedButton
from samsyn.web.tallies.queries.ground import button_clauses
from samsyn.web.tallies.queries.rows import AddedButtonQuerySet
from samsyn.web.tallies.views.scene import Scene, Sheet, answering_scene, form_page, pressed, scene_or_404


@require_GET
def buttons(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    added = {each.key: each for each in _added(scene).on(scene.today).select_related("decision__meeting")}
    clauses = button_clauses(scene.terms, scene.pad)
    rows = [{"name": name, "clause": clauses[key], "added": added.get(key)} for key, name in scene.buttons.items()]
    context = scene.context("buttons") | {"rows": rows, "has_decisions": _decisions(scene).exists()}
    return render(request, "tallies/buttons.html", context)


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    form = ButtonForm(request.POST or None, decisions=_decisions(scene))
    sheet = Sheet(
        gettext("Lägg till en knapp"),
        gettext("Lägg till"),
        gettext("Något mer räknas vid plattan, efter ett beslut på ett möte. Överenskommelsen ändras inte."),
    )

    def act(said: dict[str, object]) -> str:
        typed = form.cleaned_data
        actions.add_button(
            scene.partnership, scene.pad.id, typed["name"], typed["decision"], by=request.viewer, now=clock.now()
        )
        return gettext("Knappen finns nu. Plattorna visar den nästa gång de har nät.")

    return form_page(request, scene, form, sheet, act, "buttons/")


@require_POST
def end(request: ViewerRequest, organisation: str, slug: str, pad: str, button: UUID) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    found = get_object_or_404(_added(scene), pk=button)

    def act() -> str:
        actions.end_button(found, by=request.viewer, now=clock.now())
        return gettext("Knappen visas inte längre. Det som är räknat finns kvar.")

    return pressed(request, scene, act, "buttons/")


def _added(scene: Scene) -> AddedButtonQuerySet:
    return AddedButton.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pad=scene.pad.id)


def _decisions(scene: Scene) -> DecisionQuerySet:
    return decisions_to_rest_on(scene.viewer, scene.partnership)
