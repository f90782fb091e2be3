"""An extract is shown, an undertaking signed, a demand met; slips taken back; causes tried."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.terms.people import RegisterCheck, StaffRequirement, Undertaking
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.roster import actions
from samsyn.web.roster.forms import MetForm, ShownForm, SignedForm, TakeBackForm
from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker
from samsyn.web.roster.queries.ground import demand_term
from samsyn.web.roster.views.scene import Scene, Sheet, form_page, keeping_scene, pressed, worker_or_404
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def note(request: ViewerRequest, organisation: str, slug: str, worker: UUID, requirement: str) -> HttpResponse:
    """One address for all demands: what is asked follows from what the agreement demands."""
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    term = demand_term(scene.dossier, requirement, scene.today)
    if isinstance(term, RegisterCheck):
        return _shown(request, scene, found, term)
    if isinstance(term, Undertaking):
        return _signed(request, scene, found, term)
    if isinstance(term, StaffRequirement):
        return _met(request, scene, found, term)
    raise Http404


def _shown(request: ViewerRequest, scene: Scene, worker: Worker, term: RegisterCheck) -> HttpResponse:
    form = ShownForm(_typed(request), term=term, initial={"on": scene.today})

    def act() -> str:
        said = form.cleaned_data
        actions.note_shown(
            worker, term.id, said["on"], said.get("dated"), scene.dossier, copy_kept=said.get("copy_kept", False),
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return scene.at(worker)

    lead = gettext("Samsyn sparar bara att utdraget har visats för dig, vilken dag och för vilken roll.")
    title = gettext("%(name)s har visat ett utdrag ur register") % {"name": worker.known_as}
    sheet = _sheet(scene, worker, term, title, gettext("Notera att det har visats"), lead)
    return form_page(request, scene, sheet, form, act, gettext("Noterat. Utdraget lämnas tillbaka."))


def _signed(request: ViewerRequest, scene: Scene, worker: Worker, term: Undertaking) -> HttpResponse:
    texts = UndertakingText.objects.visible_to(request.viewer).filter(
        partnership=scene.partnership, requirement=term.id
    )
    found = list(texts.since(scene.today))
    form = SignedForm(_typed(request), texts=found, initial={"on": scene.today})

    def act() -> str:
        actions.note_signed(
            worker, form.text(), form.cleaned_data["on"], scene.dossier,
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return scene.at(worker)

    lead = gettext("Papperet förvarar ni själva. Samsyn sparar vilken text det var och vilken dag.")
    if not found:
        lead = gettext("Ingen text finns att skriva under än. Lägg först in den under Tystnadsförbindelse.")
    title = gettext("%(name)s har skrivit under tystnadsförbindelsen") % {"name": worker.known_as}
    sheet = _sheet(scene, worker, term, title, gettext("Notera underskriften"), lead)
    return form_page(request, scene, sheet, form, act, gettext("Underskriften är noterad."))


def _met(request: ViewerRequest, scene: Scene, worker: Worker, term: StaffRequirement) -> HttpResponse:
    form = MetForm(_typed(request), term=term, initial={"on": scene.today})

    def act() -> str:
        said = form.cleaned_data
        actions.note_met(
            worker, term.id, said["on"], said.get("how", ""), scene.dossier,
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return scene.at(worker)

    title = gettext("%(name)s uppfyller ett krav") % {"name": worker.known_as}
    sheet = _sheet(scene, worker, term, title, gettext("Notera"), f"{term.requirement}.")
    return form_page(request, scene, sheet, form, act, gettext("Noterat."))


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, worker: UUID, fulfilled: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    noted = get_object_or_404(Fulfilled.objects.visible_to(request.viewer).filter(worker=found), pk=fulfilled)
    form = TakeBackForm(_typed(request))

    def act() -> str:
        actions.take_back(noted, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return scene.at(found)

    back = Place(found.known_as, scene.at(found))
    lead = gettext("Noteringen står kvar som tillbakatagen. Sedan kan du notera på nytt.")
    sheet = Sheet(gettext("Ta tillbaka en notering"), gettext("Ta tillbaka"), back, lead)
    return form_page(request, scene, sheet, form, act, gettext("Noteringen är tillbakatagen."))


@require_POST
def ask(request: ViewerRequest, organisation: str, slug: str, worker: UUID, requirement: str) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)

    def act() -> None:
        actions.ask_for_check(found, requirement, scene.dossier, by=request.viewer, now=clock.now(), today=scene.today)

    done = gettext("Det är noterat att anledning har prövats. Kravet gäller tills ett utdrag har visats.")
    return pressed(request, act, done, scene.at(found))


@require_POST
def drop(request: ViewerRequest, organisation: str, slug: str, worker: UUID, cause: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    tried = get_object_or_404(Cause.objects.visible_to(request.viewer).filter(worker=found), pk=cause)
    return pressed(
        request,
        lambda: actions.drop_cause(tried, by=request.viewer, now=clock.now()),
        gettext("Anledningen är tillbakatagen."),
        scene.at(found),
    )


def _sheet(scene: Scene, worker: Worker, term: Any, title: str, button: str, lead: str) -> Sheet:
    back = Place(worker.known_as, scene.at(worker))
    return Sheet(title, button, back, lead, term.clause, bool(term.assumption))


def _typed(request: ViewerRequest) -> Any:
    return request.POST if request.method == "POST" else None
