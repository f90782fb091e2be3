"""Showing that an obligation was met, and taking back what was shown."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.actions import hand_over as hand_over_document
from samsyn.web.documents.models import Document
from samsyn.web.documents.uploads import takes_files
from samsyn.web.obligations import actions
from samsyn.web.obligations.evidence_form import EvidenceForm, SayForm
from samsyn.web.obligations.fitting import fitting
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.permissions import check_may_take_back, may_give
from samsyn.web.obligations.queries.given import meetings_to_show, papers_to_show
from samsyn.web.obligations.views.say import say_page
from samsyn.web.obligations.views.scene import Scene, scene_of_one_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@takes_files
@require_http_methods(["GET", "POST"])
def give(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene, found = scene_of_one_or_404(request.viewer, slug, obligation, clock.today())
    there = scene.address_of(found)
    if not (may_give(request.viewer, found) and fitting(found)):
        messages.info(
            request, gettext("Den som ska göra det visar att det är gjort. Är ni inte överens kan ni invända.")
        )
        return redirect(there)
    posted = request.method == "POST"
    form = EvidenceForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        obligation=found,
        papers=papers_to_show(request.viewer, found),
        meetings=meetings_to_show(request.viewer, found),
        today=scene.today,
    )
    if posted and form.is_valid() and _given(request, scene, found, form):
        messages.success(request, gettext("Underlaget är inlagt. Alla parter ser det."))
        return redirect(there)
    more = {"form": form, "row": scene.rows([found])[0], "there": there}
    return render(request, "obligations/give.html", scene.context("") | more, status=422 if posted else 200)


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, obligation: UUID, evidence: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene, owed = scene_of_one_or_404(request.viewer, slug, obligation, clock.today())
    seen = Evidence.objects.visible_to(request.viewer).filter(obligation=owed)
    found = get_object_or_404(seen.select_related("obligation__partnership"), pk=evidence)
    check_may_take_back(request.viewer, found)
    form = SayForm(request.POST if request.method == "POST" else None, label=gettext("Varför?"))
    if form.is_valid():
        because = form.cleaned_data["says"]
        actions.take_back_evidence(found, because, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, gettext("Underlaget är taget tillbaka. Det står kvar med er förklaring."))
        return redirect(scene.address_of(owed))
    lead = gettext("Det räknas inte längre. Raden står kvar, så att alla parter ser vad som hände och varför.")
    return say_page(request, scene, owed, form, gettext("Ta tillbaka underlaget"), lead, gettext("Ta tillbaka"))


def _given(request: ViewerRequest, scene: Scene, obligation: Obligation, form: EvidenceForm) -> bool:
    """The paper and what it shows are one act: if one is refused, the other has not happened."""
    typed = form.cleaned_data
    try:
        with transaction.atomic():
            actions.give_evidence(
                obligation,
                kind=typed["kind"],
                done_on=typed["done_on"],
                document=_handed_over(request, scene, form),
                meeting=form.chosen_meeting(),
                says=typed["says"],
                by=request.viewer,
                now=clock.now(),
                today=scene.today,
            )
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
        return False
    return True


def _handed_over(request: ViewerRequest, scene: Scene, form: EvidenceForm) -> Document | None:
    """What was chosen or laid in now, with the tick that hands it over."""
    typed, document, now = form.cleaned_data, form.chosen_document(), clock.now()
    if paper := form.chosen_file():
        document = add_document(
            scene.partnership,
            paper.name,
            paper.data,
            title=typed["title"],
            public_title=typed["public_title"],
            direction=Document.Direction.DRAWN_UP,
            dated=typed["done_on"],
            by=request.viewer,
            now=now,
        )
    if document and document.is_draft and typed["hand_over"]:
        hand_over_document(document, by=request.viewer, now=now)
    return document
