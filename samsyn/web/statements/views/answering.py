"""Those it is owed to say whether they accept it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.statements import actions
from samsyn.web.statements.forms import NoteForm
from samsyn.web.statements.models import Submission
from samsyn.web.statements.permissions import may_answer
from samsyn.web.statements.views.scene import Scene, Sheet, form_page, scene_or_404, standing_or_404


@require_POST
def accept(request: ViewerRequest, organisation: str, slug: str, submission: UUID) -> HttpResponse:
    scene, found = _received_or_404(request.viewer, slug, submission)
    try:
        actions.accept(found, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, gettext("Redovisningen är godtagen. Alla parter ser det."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}{found.statement_id}/")


@require_http_methods(["GET", "POST"])
def send_back(request: ViewerRequest, organisation: str, slug: str, submission: UUID) -> HttpResponse:
    scene, found = _received_or_404(request.viewer, slug, submission)
    form = NoteForm(request.POST or None)
    sheet = Sheet(
        gettext("Skicka tillbaka redovisningen"),
        gettext("Skicka tillbaka"),
        gettext("Det ni skriver blir också en invändning mot åtagandet, tills ni har godtagit en rättad redovisning."),
    )

    def act() -> str:
        actions.send_back(found, form.cleaned_data["note"], by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Redovisningen är skickad tillbaka med det ni skrev.")

    return form_page(request, scene, found.statement, form, sheet, act)


def _received_or_404(viewer: Viewer, slug: str, submission: UUID) -> tuple[Scene, Submission]:
    scene = scene_or_404(viewer, slug, Permission.DECIDE)
    rows = Submission.objects.visible_to(viewer).filter(partnership=scene.partnership, pk=submission)
    found = rows.select_related("statement__partnership", "statement__organisation").first()
    if found is None:
        raise Http404
    standing = standing_or_404(scene, found.statement_id)
    if not may_answer(viewer, standing.statement, standing.receivers):
        raise Http404
    return scene, found
