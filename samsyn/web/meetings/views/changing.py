"""Another time, not at all, or held: what happens to a meeting that is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings import actions
from samsyn.web.meetings.forms import CancelForm, HoldForm, TimeForm, time_initial
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.meetings.views.scene import Scene, meeting_or_404, tried, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def reschedule(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    form = TimeForm(_typed(request), initial=time_initial(found))

    def act() -> None:
        said = {name: form.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "link")}
        actions.reschedule(found, **said, by=scene.viewer, now=clock.now(), today=scene.today)

    done = gettext("Tiden och platsen är ändrade. De som är kallade har fått besked.")
    words = (gettext("Ändra tid eller plats"), gettext("Ändra mötet"), "")
    return _page(request, scene, found, form, act, words, done)


@require_http_methods(["GET", "POST"])
def cancel(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    form = CancelForm(_typed(request))

    def act() -> None:
        actions.cancel(found, form.cleaned_data["because"], by=scene.viewer, now=clock.now())

    done = gettext("Mötet är inställt. De som var kallade har fått besked.")
    lead = gettext(
        "Ett inställt möte räknas inte. Kalla till ett nytt om ni ska träffas en annan dag och det här ska utgå."
    )
    words = (gettext("Ställ in mötet"), gettext("Ställ in"), lead)
    return _page(request, scene, found, form, act, words, done)


@require_http_methods(["GET", "POST"])
def hold(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    form = HoldForm(_typed(request), meeting=found, today=scene.today)

    def act() -> None:
        actions.hold(found, form.cleaned_data["held_on"], by=scene.viewer, now=clock.now(), today=scene.today)

    lead = gettext("Sedan kan ni anteckna vilka som är med, vad som sägs och vad ni bestämmer.")
    words = (gettext("Mötet hölls"), gettext("Skriv protokoll"), lead)
    return _page(request, scene, found, form, act, words, "", after=f"{scene.address(found)}minutes/")


def _scene(request: ViewerRequest, slug: str, meeting: UUID) -> tuple[Scene, Meeting]:
    scene = working_scene(request.viewer, slug, clock.today())
    return scene, meeting_or_404(scene, meeting)


def _typed(request: ViewerRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _page(
    request: ViewerRequest,
    scene: Scene,
    meeting: Meeting,
    form: Form,
    act: Callable[[], None],
    words: tuple[str, str, str],
    done: str,
    *,
    after: str = "",
) -> HttpResponse:
    """`words`: heading, button, lead."""
    if form.is_valid() and tried(form, partial(act)):
        if done:
            messages.success(request, done)
        return redirect(after or scene.address(meeting))
    title, button, lead = words
    here = Place(name_of(meeting), scene.address(meeting))
    context = scene.context(here) | {"form": form, "title": title, "button": button, "lead": lead, "back": here.url}
    return render(request, "meetings/form.html", context, status=422 if form.is_bound else 200)
