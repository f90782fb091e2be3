"""A party's own part: written, read, signed. And another's: read, sent back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.rules.reports import PartState
from samsyn.rules.terms.followup import Section
from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.reports import actions
from samsyn.web.reports.assembling import own_part
from samsyn.web.reports.content import digest, document_in
from samsyn.web.reports.forms import NoteForm, SealForm, WritingForm
from samsyn.web.reports.permissions import may_send_back, may_sign, may_write
from samsyn.web.reports.presenters.page import page_of
from samsyn.web.reports.queries import Standing, draft_of
from samsyn.web.reports.views.scene import Scene, form_page, part_or_404, scene_or_404, standing_or_404


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    standing = standing_or_404(scene, report)
    if not may_write(request.viewer, standing):
        raise Http404
    draft = draft_of(request.viewer, standing.report)
    form = WritingForm(request.POST or None, sections=own_words(scene, standing), words=draft.words, edits=draft.edits)

    def act() -> str:
        actions.write(
            standing.report, form.words(), edits=form.cleaned_data["edits"], by=request.viewer, now=clock.now()
        )
        return gettext("Sparat. Bara ni ser det tills ni undertecknar.")

    return form_page(request, scene, standing, form, "reports/write.html", act)


def own_words(scene: Scene, standing: Standing) -> list[Section]:
    """The sections in words that are the acting party's to write."""
    mine = standing.key_of(scene.viewer.organisation_id)
    by = {"part"} if mine in standing.signers else set[str]()
    if mine == standing.compiler or not standing.has_own_part:
        by.add("compiler")
    return [each for each in standing.template.sections if each.kind == "text" and each.by in by]


@require_http_methods(["GET", "POST"])
def sign(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    """The whole part is read on the page where it is signed."""
    scene = scene_or_404(request.viewer, slug, Permission.DECIDE)
    standing = standing_or_404(scene, report)
    if not may_sign(request.viewer, standing):
        raise Http404
    mine = standing.key_of(request.viewer.organisation_id)
    corrects = standing.part_state(mine) == PartState.SIGNED
    form = SealForm(request.POST or None, corrects=corrects)

    def act() -> str:
        actions.sign(
            standing.report, seal=form.cleaned_data["seal"], because=form.cleaned_data.get("because", ""),
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        if standing.is_kept:
            return gettext("Er del är undertecknad. De som den lämnas till läser den.")
        return gettext("Er del är undertecknad. Alla parter ser den.")

    def more() -> dict[str, Any]:
        content = own_part(request.viewer, standing, now=clock.now(), today=scene.today)
        seal = digest(content)
        read_anew(form, seal)
        return {
            "said": page_of(document_in(content)), "seal": seal, "corrects": corrects,
            "is_over": scene.today >= standing.days.end,
        }  # fmt: skip

    return form_page(request, scene, standing, form, "reports/sign.html", act, more)


def read_anew(form: SealForm, seal: str) -> None:
    """What is shown now is what the next press signs."""
    form.fields["seal"].initial = seal
    if form.is_bound:
        form.data = {**form.data.dict(), "seal": seal}  # type: ignore[attr-defined]


@require_GET
def part(request: ViewerRequest, organisation: str, slug: str, report_part: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing, found = part_or_404(scene, report_part)
    key = standing.key_of(found.organisation_id)
    newest = standing.signed(key)
    context = scene.below(standing) | {
        "part": found,
        "said": page_of(document_in(found.said.content)),
        "newest": newest if newest and newest.pk != found.pk else None,
        "sends_back": bool(newest and newest.pk == found.pk) and may_send_back(request.viewer, standing, key),
        "notes": found.sent_back.select_related("organisation"),
        "here": f"{scene.home}parts/{found.pk}/",
    }
    return render(request, "reports/part.html", context)


@require_http_methods(["GET", "POST"])
def send_back(request: ViewerRequest, organisation: str, slug: str, report_part: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    standing, found = part_or_404(scene, report_part)
    if not may_send_back(request.viewer, standing, standing.key_of(found.organisation_id)):
        raise Http404
    form = NoteForm(request.POST or None)

    def act() -> str:
        note = form.cleaned_data["note"]
        actions.send_back(found, note, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Delen är skickad tillbaka med det ni skrev.")

    return form_page(request, scene, standing, form, "reports/send_back.html", act, lambda: {"part": found})
