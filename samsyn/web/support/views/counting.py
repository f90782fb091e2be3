"""Counting, and taking back what was just counted.

The answer to a count is a page and not a redirect: the id for taking it back must go along, and an address, a cookie or
a session would keep it. So it stands in the page that follows, and is gone with it. Sent again, the page counts once.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.support import actions
from samsyn.web.support.forms import CountForm
from samsyn.web.support.presenters.counted import counted_words
from samsyn.web.support.views.scene import Scene, counting_scene, quiet_page, scene_or_404
from samsyn.web.ui.troubles import put_into

_PAGE = "support/count.html"


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The buttons; who does not count is led to the sums."""
    scene = scene_or_404(request.viewer, slug, clock.today())
    if not scene.counts:
        return redirect("support:figures", organisation=organisation, slug=slug)
    return quiet_page(request, _PAGE, _with(scene, CountForm(scene.line, scene.today)))


@require_POST
def count(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, clock.today())
    form = CountForm(scene.line, scene.today, data=request.POST)
    if not (form.is_valid() and _counted(form, scene)):
        return quiet_page(request, _PAGE, _with(scene, form), status=422)
    said = form.said()
    just = {"just": form.made, "just_says": counted_words(said, scene.line, scene.today)}
    return quiet_page(request, _PAGE, _with(scene, CountForm(scene.line, scene.today, said.day)) | just)


@require_POST
def undo(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, clock.today())
    try:
        gone = actions.take_back(scene.partnership, UUID(request.POST.get("contact", "")), by=request.viewer)
    except ValueError:
        gone = False
    if gone:
        messages.success(request, gettext("Det senaste är borttaget och räknas inte."))
    else:
        messages.info(request, gettext("Det var redan borttaget."))
    return redirect("support:home", organisation=organisation, slug=slug)


def _counted(form: CountForm, scene: Scene) -> bool:
    try:
        actions.count_contact(scene.line, form.said(), form.made, by=scene.viewer, today=scene.today)
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _with(scene: Scene, form: CountForm) -> dict[str, Any]:
    return scene.context("count") | {"form": form, "another_day": form["day"].value() != scene.today.isoformat()}
