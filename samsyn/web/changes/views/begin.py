"""Beginning a change that writes no terms anew, and writing its draft anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.timeline import next_extension
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.presenters.assumptions import open_questions, questions_of
from samsyn.web.agreements.presenters.what_if import notice_words
from samsyn.web.changes import actions
from samsyn.web.changes.forms.kinds import AmendmentForm
from samsyn.web.changes.models import Change
from samsyn.web.changes.permissions import may_redraft
from samsyn.web.changes.presenters.words import KINDS
from samsyn.web.changes.views.kind_forms import Begun, begun, question_in
from samsyn.web.changes.views.listing import inside_change, require_drafter
from samsyn.web.changes.views.scene import Scene, scene_or_404
from samsyn.web.indices.queries import register
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def begin(request: ViewerRequest, organisation: str, slug: str, kind: str) -> HttpResponse:
    """A new draft. What it comes to is shown on its own page before anyone else sees it."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = begun(kind, scene, request.POST or None, request.GET)
    if found.form is not None and found.form.is_valid() and (change := _drafted(request, scene, kind, found)):
        return redirect(scene.address(change))
    back = f"{scene.home}start/"
    trail = Place(gettext("Börja en ändring"), back)
    context = {**scene.context(trail), **_about(scene, kind, found, request.GET), "back": back}
    return render(request, "changes/begin.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def redraft(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    """The words of a draft; for other kinds than an amendment all of it."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    if not may_redraft(request.viewer, found):
        messages.info(request, not_a_draft(found))
        return redirect(scene.address(found))
    made = _words_of(scene, found, request.POST or None) if found.kind == Change.Kind.AMENDMENT else None
    made = made or begun(found.kind, scene, request.POST or None, request.GET, found)
    if made.form is not None and made.form.is_valid() and _redrafted(request, found, made):
        return redirect(scene.address(found))
    trail = inside_change(found, scene.address(found))
    about = _about(scene, found.kind, made, {"assumption": found.of})
    context = {**scene.context(trail), **about, "back": scene.address(found)}
    return render(request, "changes/begin.html", context, status=422 if request.method == "POST" else 200)


def not_a_draft(change: Change) -> str:
    if change.closed_at is not None:
        return gettext("Ändringen är avslutad och skrivs inte om.")
    if change.proposed_at is not None:
        return gettext("Ändringen är framlagd, och det som är framlagt skrivs inte om. Ta tillbaka den först.")
    return gettext("Bara den part som har skrivit utkastet ändrar det.")


def _words_of(scene: Scene, change: Change, data: Any) -> Begun:
    initial = {"says": change.says, "because": change.because, "first": change.first}
    return Begun(AmendmentForm(data, initial=initial), change.clause, {})


def _drafted(request: ViewerRequest, scene: Scene, kind: str, found: Begun) -> Change | None:
    assert found.form is not None
    try:
        return actions.draft(
            scene.partnership, kind, found.values(), by=request.viewer, now=clock.now(), today=scene.today
        )
    except ValidationError as trouble:
        put_into(found.form, trouble)
    return None


def _redrafted(request: ViewerRequest, change: Change, found: Begun) -> bool:
    assert found.form is not None
    try:
        actions.redraft(change, found.values(), by=request.viewer, now=clock.now(), today=clock.today())
    except ValidationError as trouble:
        put_into(found.form, trouble)
    return found.form.is_valid()


def _about(scene: Scene, kind: str, found: Begun, asked: Any) -> dict[str, Any]:
    """What the page says around the form: what follows of notice, the deadline, what the readings would give."""
    context: dict[str, Any] = {"words": KINDS[kind], "kind": kind, "form": found.form, "reason": found.reason}
    context["clause"] = found.clause
    if kind == Change.Kind.NOTICE and found.form is not None:
        context["notice"] = notice_words(scene.dossier, scene.today, scene.mine)
    if kind == Change.Kind.EXTENSION:
        context["option"] = next_extension(scene.dossier, scene.today)
    if kind == Change.Kind.CONFIRMATION:
        chosen = question_in(scene, str(asked.get("assumption", "")))
        terms = [chosen[0].id] if chosen else []
        questions = questions_of(scene.dossier, scene.agreement, scene.today, terms, index=register())
        context["question"] = next((each for each in questions if chosen and each.id == chosen[1].id), None)
        context["questions"] = open_questions(scene.agreement)
    return context
