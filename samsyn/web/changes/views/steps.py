"""The steps that a party takes in a proposed change, an address each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes import actions
from samsyn.web.changes.forms.steps import StepForm, form_for
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.presenters.acts import function_for, limits_for
from samsyn.web.changes.presenters.change_document import title_of
from samsyn.web.changes.presenters.stepping import StepPage, page_of
from samsyn.web.changes.presenters.words import KINDS
from samsyn.web.changes.standing import Standing
from samsyn.web.changes.views.listing import inside_change
from samsyn.web.changes.views.scene import Scene, scene_or_404, standing_or_none
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.documents.uploads import takes_files
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def step(request: ViewerRequest, organisation: str, slug: str, change: UUID, kind: str) -> HttpResponse:
    """The form, or the change itself where the step is not the party's to take now."""
    require(request.viewer, Permission.DECIDE)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    standing = standing_or_none(found, scene.today) if found.is_pending else None
    if standing is None or kind not in standing.kinds_for(scene.mine):
        messages.info(request, _why_not(found, kind, scene))
        return redirect(scene.address(found))
    page = page_of(kind, standing, scene.mine)
    form = _form(request, scene, standing, kind, page)
    if form.is_valid() and _taken(request, scene, found, kind, form):
        messages.success(request, page.done)
        return redirect(scene.address(found))
    context = {
        **scene.context(inside_change(found, scene.address(found))),
        "change": found, "form": form, "words": KINDS[found.kind], "heading": page.heading, "lead": page.lead,
        "act": page.act, "clause": page.clause, "assumed": page.assumed, "signs": kind == Step.Kind.SIGNATURE,
        "here": scene.address(found), "back": scene.address(found),
    }  # fmt: skip
    return render(request, "changes/step.html", context, status=422 if form.is_bound else 200)


sign = takes_files(step)
"""The same for the step that comes with a file."""


def _form(request: ViewerRequest, scene: Scene, standing: Standing, kind: str, page: StepPage) -> StepForm:
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    about = {
        "today": scene.today,
        "function": function_for(standing, scene.mine, kind),
        "limits": (*limits_for(standing, scene.mine, kind), *_in_proportion(scene, standing, kind)),
        "lead": page.certified,
    }
    return form_for(kind, data, files, scene.papers(), about)


def _in_proportion(scene: Scene, standing: Standing, kind: str) -> tuple[str, ...]:
    """Where the clause says that a claim must not be out of proportion, the claimant has weighed that too."""
    term = scene.agreement.repayment.get(standing.asked.of)
    if term is None or not term.proportional or kind != Step.Kind.NOTIFIED:
        return ()
    return (gettext("kravet står i rimlig proportion till det som har hänt"),)


def _taken(request: ViewerRequest, scene: Scene, change: Change, kind: str, form: StepForm) -> bool:
    """The file and the step together, or neither."""
    try:
        with transaction.atomic():
            values = _values(request, scene, change, form)
            actions.take_step(change, kind, values, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _values(request: ViewerRequest, scene: Scene, change: Change, form: StepForm) -> dict[str, Any]:
    values = form.values()
    if (paper := values.pop("file", None)) is not None:
        values["document"] = _handed_over(request, scene, change, paper, values)
    return {key: value for key, value in values.items() if value is not None}


def _handed_over(request: ViewerRequest, scene: Scene, change: Change, paper: Any, values: dict[str, Any]) -> Document:
    title = gettext("%(title)s, undertecknad") % {"title": title_of(change)}
    return add_document(
        scene.partnership, paper.name, paper.data, title=title, public_title=title,
        direction=Document.Direction.DRAWN_UP, dated=values["on"], hand_over=True, by=request.viewer, now=clock.now(),
    )  # fmt: skip


def _why_not(change: Change, kind: str, scene: Scene) -> str:
    """Someone was quicker, or the button was pressed twice, or the page is old."""
    if change.version_id is not None:
        return gettext("Ändringen gäller redan.")
    if change.closed_at is not None:
        return gettext("Ändringen är avslutad, och villkoren är som förut.")
    if change.proposed_at is None:
        return gettext("Ändringen är ännu ett utkast. Lägg fram den först.")
    if Step.objects.filter(change=change, kind=kind, place__key=scene.mine).exists():
        return gettext("Er part har redan gjort detta.")
    return gettext("Överenskommelsen begär inte detta av er part.")
