"""What becomes of a draft: handed over to the others, or thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.documents import actions
from samsyn.web.documents.forms import HandOverForm
from samsyn.web.documents.presenters.rows import row_of
from samsyn.web.documents.views.scene import scene_of_writer_or_404
from samsyn.web.organisations.models import Organisation
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def hand_over(request: ViewerRequest, organisation: str, slug: str, document: UUID) -> HttpResponse:
    scene = scene_of_writer_or_404(request.viewer, slug, clock.today())
    found = scene.own_or_404(document)
    there = f"{scene.home}{found.pk}/"
    if not found.is_draft:
        return _already(request, there)
    form = HandOverForm(request.POST if request.method == "POST" else None, participants=scene.participants)
    if form.is_valid():
        actions.hand_over(found, also_for=form.chosen(), by=request.viewer, now=clock.now())
        messages.success(request, gettext("Handlingen är överlämnad och har nummer %(n)s.") % {"n": found.number})
        return redirect(there)
    others = scene.others(found)
    more = {
        "form": form,
        "row": row_of(found, request.viewer, scene.home, scene.case_number),
        "sees": _named(others),
        "authorities": _named(each for each in others if each.kind == Organisation.Kind.PUBLIC),
        "own_authority": request.viewer.organisation_kind == Organisation.Kind.PUBLIC,
    }
    status = 422 if form.is_bound else 200
    return render(request, "documents/hand_over.html", scene.context(Place(found.title, there)) | more, status=status)


@require_http_methods(["GET", "POST"])
def discard(request: ViewerRequest, organisation: str, slug: str, document: UUID) -> HttpResponse:
    scene = scene_of_writer_or_404(request.viewer, slug, clock.today())
    found = scene.own_or_404(document)
    there = f"{scene.home}{found.pk}/"
    if request.method == "POST":
        try:
            actions.discard(found, by=request.viewer, now=clock.now())
        except ValidationError as trouble:
            messages.warning(request, " ".join(trouble.messages))
            return redirect(there)
        messages.success(request, gettext("Utkastet är kastat."))
        return redirect(scene.home)
    if not found.is_draft:
        return _already(request, there)
    more = {"row": row_of(found, request.viewer, scene.home, scene.case_number)}
    return render(request, "documents/discard.html", scene.context(Place(found.title, there)) | more)


def _named(organisations: Iterable[Organisation]) -> str:
    names = [each.name for each in organisations]
    return together(names) if names else ""


def _already(request: ViewerRequest, there: str) -> HttpResponse:
    """The back button after a hand-over: nothing more can be done with it."""
    messages.info(request, gettext("Handlingen är redan överlämnad till de andra parterna."))
    return redirect(there)
