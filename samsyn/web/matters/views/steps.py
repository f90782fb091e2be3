"""The steps in a matter, an address each: answers in one click, words, and dialogue."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.matters import Step, hindrance
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.matters import actions
from samsyn.web.matters.forms import DialogueForm, WordsForm
from samsyn.web.matters.models import Entry
from samsyn.web.matters.permissions import needed_for
from samsyn.web.matters.presenters.steps import StepPage, done_words, page_of
from samsyn.web.matters.presenters.words import hindrance_words
from samsyn.web.matters.queries import Situation
from samsyn.web.matters.views.scene import Scene, scene_or_404
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_ANSWERS: dict[Step, Callable[..., Entry]] = {
    Step.ACKNOWLEDGED: actions.acknowledge,
    Step.APPROVED: actions.approve,
}
_WORDS: dict[Step, Callable[..., Entry]] = {
    Step.REFUSED: actions.refuse,
    Step.SETTLED: actions.settle,
    Step.PASSED_ON: actions.pass_on,
    Step.WITHDRAWN: actions.withdraw,
}


@require_POST
def answer(request: ViewerRequest, organisation: str, slug: str, matter: UUID, step: Step) -> HttpResponse:
    """What takes no words. Pressed twice, the second time says that it is done."""
    require(request.viewer, needed_for(step))
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.situation_or_404(matter).matter
    try:
        _ANSWERS[step](found, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, done_words(step))
    except ValidationError as trouble:
        messages.info(request, " ".join(trouble.messages))
    return redirect("matters:one", organisation=organisation, slug=slug, matter=matter)


@require_POST
def confirm(request: ViewerRequest, organisation: str, slug: str, matter: UUID) -> HttpResponse:
    """Yes to the words that are proposed, if they still are the same as those that were read."""
    require(request.viewer, needed_for(Step.SETTLED))
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.situation_or_404(matter).matter
    form = WordsForm(request.POST, label="")
    said = form.cleaned_data["says"] if form.is_valid() else ""
    try:
        actions.settle(found, said, confirms=True, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, done_words(Step.SETTLED))
    except ValidationError as trouble:
        messages.info(request, " ".join(trouble.messages))
    return redirect("matters:one", organisation=organisation, slug=slug, matter=matter)


@require_http_methods(["GET", "POST"])
def words(request: ViewerRequest, organisation: str, slug: str, matter: UUID, step: Step) -> HttpResponse:
    """What takes a text: why not, how it is settled, where it goes, why it is taken back."""
    require(request.viewer, needed_for(step))
    scene = scene_or_404(request.viewer, slug, clock.today())
    situation = scene.situation_or_404(matter)
    page = page_of(step, situation.footing)
    form = WordsForm(request.POST or None, label=page.label, help_text=page.help)
    return _step_page(request, scene, situation, step, form, page, _WORDS[step])


@require_http_methods(["GET", "POST"])
def dialogue(request: ViewerRequest, organisation: str, slug: str, matter: UUID) -> HttpResponse:
    require(request.viewer, needed_for(Step.DIALOGUE))
    scene = scene_or_404(request.viewer, slug, clock.today())
    situation = scene.situation_or_404(matter)
    papers, meetings = scene.papers(), scene.meetings()
    form = DialogueForm(request.POST or None, today=scene.today, papers=papers, meetings=meetings)
    page = page_of(Step.DIALOGUE, situation.footing)
    return _step_page(request, scene, situation, Step.DIALOGUE, form, page, actions.add_dialogue)


def _step_page(
    request: ViewerRequest,
    scene: Scene,
    situation: Situation,
    step: Step,
    form: Form,
    page: StepPage,
    act: Callable[..., Entry],
) -> HttpResponse:
    """The form, or the matter itself where the step cannot be taken now."""
    back = f"{scene.home}{situation.matter.pk}/"
    if form.is_valid() and _done(form, scene, situation, act):
        messages.success(request, done_words(step))
        return redirect(back)
    found = hindrance(situation.course, scene.mine, step)
    if found is not None:
        messages.info(request, hindrance_words(found, situation.footing.clause))
        return redirect(back)
    here = scene.inside(Place(situation.matter.title, back))
    context = here | {"form": form, "page": page, "situation": situation, "back": back}
    return render(request, "matters/step.html", context, status=422 if form.is_bound else 200)


def _done(form: Form, scene: Scene, situation: Situation, act: Callable[..., Entry]) -> bool:
    typed = dict(form.cleaned_data)
    says = typed.pop("says")
    try:
        act(situation.matter, says, **typed, by=scene.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()
