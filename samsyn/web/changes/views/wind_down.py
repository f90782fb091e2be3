"""An orderly end: how long is left, what remains, and the tasks that the parties take in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.timeline import ending
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes import actions
from samsyn.web.changes.forms.wind_down import DoneForm, DropForm, TaskForm
from samsyn.web.changes.presenters.countdown import countdown_of
from samsyn.web.changes.presenters.wind_down import PROPOSED, left_of, proposals_left, tasks_of
from samsyn.web.changes.views.scene import Scene, scene_or_404
from samsyn.web.meetings.models import ActionPoint
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_GET
def wind_down(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    end = ending(scene.dossier, scene.today)
    owed = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership).open()
    tasks = list(_tasks(scene).select_related("organisation"))
    countdown = countdown_of(scene.dossier, scene.today)
    dated = owed.exclude(due=None)
    context = {
        **scene.context(),
        "countdown": countdown,
        "last": end.last,
        "over": end.last < scene.today,
        # While nothing ends, three years of duties would hide the few words that matter; they stand in their own list.
        "left": left_of(dated, scene.dossier, scene.frame_to, end.last, scene.today) if countdown else None,
        "tasks": tasks_of(tasks),
        "proposed": proposals_left(tasks),
        "here": f"{scene.home}wind-down/",
        "may_work": request.viewer.may(Permission.FULFIL),
    }
    return render(request, "changes/wind_down.html", context)


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene = scene_or_404(request.viewer, slug, clock.today())
    last = ending(scene.dossier, scene.today).last
    form = TaskForm(
        request.POST if request.method == "POST" else None,
        parties=[(each.organisation_id, each.organisation.name) for each in _parties(scene)],
        last=last,
        initial={"organisation": request.viewer.organisation_id},
    )
    if form.is_valid() and _added(request, scene, form):
        return redirect(f"{scene.home}wind-down/")
    heading = gettext("Skriv upp något att göra")
    return _form_page(request, scene, form, heading, gettext("Skriv upp"))


@require_POST
def take(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """One of the proposed tasks, for one's own party. Pressed twice it is there once."""
    require(request.viewer, Permission.FULFIL)
    scene = scene_or_404(request.viewer, slug, clock.today())
    says = PROPOSED.get(request.POST.get("task", ""))
    if says is not None:
        last = ending(scene.dossier, scene.today).last
        with override(scene.dossier.agreement.agreement.language):
            words = str(says)
        actions.add_task(
            scene.partnership, words, request.viewer.organisation_id, due=last if last >= scene.today else None,
            by=request.viewer, now=clock.now(),
        )  # fmt: skip
        messages.success(request, gettext("Uppgiften är er. Skriv in när den är gjord."))
    return redirect(f"{scene.home}wind-down/")


@require_http_methods(["GET", "POST"])
def finish(request: ViewerRequest, organisation: str, slug: str, action: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene = scene_or_404(request.viewer, slug, clock.today())
    task = _task_or_404(scene, action)
    if not task.is_open:
        return _settled_already(request, scene)
    form = DoneForm(request.POST if request.method == "POST" else None, today=scene.today)
    if form.is_valid() and _done(request, form, lambda typed, said: actions.finish_task(task, **typed, **said), scene):
        return redirect(f"{scene.home}wind-down/")
    return _form_page(request, scene, form, gettext("Skriv in att det är gjort"), gettext("Det är gjort"), task.says)


@require_http_methods(["GET", "POST"])
def drop(request: ViewerRequest, organisation: str, slug: str, action: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene = scene_or_404(request.viewer, slug, clock.today())
    task = _task_or_404(scene, action)
    if not task.is_open:
        return _settled_already(request, scene)
    form = DropForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _done(request, form, lambda typed, said: actions.drop_task(task, **typed, **said), scene):
        return redirect(f"{scene.home}wind-down/")
    return _form_page(request, scene, form, gettext("Stryk uppgiften"), gettext("Stryk"), task.says)


def _tasks(scene: Scene) -> Any:
    """Those of the wind-down, and what meetings have left to do: all of it is to be done before the end."""
    mine = ActionPoint.objects.visible_to(scene.viewer).filter(partnership=scene.partnership)
    return mine.filter(wind_down=True) | mine.open()


def _task_or_404(scene: Scene, action: UUID) -> ActionPoint:
    mine = ActionPoint.objects.visible_to(scene.viewer).filter(partnership=scene.partnership)
    found: ActionPoint | None = mine.filter(pk=action).first()
    if found is None:
        raise Http404
    return found


def _settled_already(request: ViewerRequest, scene: Scene) -> HttpResponse:
    messages.info(request, gettext("Det är redan gjort eller struket."))
    return redirect(f"{scene.home}wind-down/")


def _parties(scene: Scene) -> list[PartnershipParty]:
    return [each for each in scene.places.values() if each.kind == PartnershipParty.Kind.PARTY]


def _added(request: ViewerRequest, scene: Scene, form: TaskForm) -> bool:
    typed = form.cleaned_data
    try:
        actions.add_task(
            scene.partnership, typed["says"], typed["organisation"], function=typed["function"], due=typed["due"],
            by=request.viewer, now=clock.now(),
        )  # fmt: skip
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _done(request: ViewerRequest, form: Form, act: Any, scene: Scene) -> bool:
    try:
        act(form.cleaned_data, {"by": request.viewer, "now": clock.now(), "today": scene.today})
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _form_page(
    request: ViewerRequest, scene: Scene, form: Form, heading: str, act: str, lead: str = ""
) -> HttpResponse:
    back = f"{scene.home}wind-down/"
    context = {
        **scene.context(Place(gettext("Avslut"), back)),
        "form": form, "heading": heading, "act": act, "lead": lead, "back": back,
    }  # fmt: skip
    return render(request, "changes/step.html", context, status=422 if form.is_bound else 200)
