"""The party that is asked answers: with papers and words, or with the staff list, read before it leaves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.secrecy import grounds_for, protected_at
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.insight import actions
from samsyn.web.insight.figures import figures_to_choose
from samsyn.web.insight.forms import AnswerForm, HandOverForm, StaffForm
from samsyn.web.insight.presenters import staff as words
from samsyn.web.insight.queries import Standing, papers_to_hand_over
from samsyn.web.insight.staff import digest, staff_now, suggested
from samsyn.web.insight.views.scene import Scene, Sheet, form_page, to_answer_or_404, withdrawn
from samsyn.web.project import clock
from samsyn.web.roster.queries import workers_on
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def answer(request: ViewerRequest, organisation: str, slug: str, inquiry: UUID) -> HttpResponse:
    scene, standing = to_answer_or_404(request.viewer, slug, inquiry)
    if request.method == "GET" and (back := withdrawn(request, scene, standing)):
        return back
    form = AnswerForm(
        request.POST or None,
        papers=papers_to_hand_over(request.viewer, scene.partnership),
        figures=figures_to_choose(request.viewer, scene.partnership),
        grounds=grounds_for(scene.terms, scene.key_of(request.viewer.organisation_id)),
    )
    sheet = Sheet(gettext("Svara på begäran"), gettext("Svara och lämna över"), "", f"{scene.home}{inquiry}/")

    def act() -> str:
        made = form.cleaned_data["made"]
        actions.answer(standing.request, form.said(), made=made, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Svaret är lämnat. Alla parter ser det.")

    return form_page(request, _context(scene, standing), form, sheet, act, "insight/answer.html")


@require_http_methods(["GET", "POST"])
def staff(request: ViewerRequest, organisation: str, slug: str, inquiry: UUID) -> HttpResponse:
    """Choosing whom it names; then the list as it would be read. Nothing has left, and nothing is kept, until then."""
    scene, standing = _listing_or_404(request, slug, inquiry)
    if request.method == "GET" and (back := withdrawn(request, scene, standing)):
        return back
    form = StaffForm(request.POST or None, **_staff(request, scene))
    if form.is_valid() and "edit" not in request.POST:
        return _preview(request, scene, standing, form)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "insight/staff.html", _context(scene, standing) | {"form": form}, status=status)


@require_POST
def hand_over_staff(request: ViewerRequest, organisation: str, slug: str, inquiry: UUID) -> HttpResponse:
    scene, standing = _listing_or_404(request, slug, inquiry)
    form = HandOverForm(request.POST, **_staff(request, scene))
    if not form.is_valid():
        return render(request, "insight/staff.html", _context(scene, standing) | {"form": form}, status=422)
    typed = form.cleaned_data
    said = actions.Saying(
        outcome=typed["outcome"],
        tried_as=typed["tried_as"],
        staff=actions.Staff(form.choices(), typed["seal"]),
    )
    try:
        actions.answer(
            standing.request, said, made=typed["made"], by=request.viewer, now=clock.now(), today=scene.today
        )
    except ValidationError as trouble:
        put_into(form, trouble)
        return render(request, "insight/staff.html", _context(scene, standing) | {"form": form}, status=422)
    messages.success(request, gettext("Personalförteckningen är lämnad. Alla parter ser den."))
    return redirect(f"{scene.home}{inquiry}/")


def _listing_or_404(request: ViewerRequest, slug: str, inquiry: UUID) -> tuple[Scene, Standing]:
    """Where the clause is about insight; figures are not answered with a list of people."""
    scene, standing = to_answer_or_404(request.viewer, slug, inquiry)
    if standing.request.obligation.kind == "statistics":
        raise Http404
    return scene, standing


def _staff(request: ViewerRequest, scene: Scene) -> dict[str, Any]:
    workers = workers_on(request.viewer, scene.partnership, scene.today)
    return {
        "workers": workers,
        "suggested": suggested(request.viewer, scene.partnership, workers, scene.today),
    }


def _preview(request: ViewerRequest, scene: Scene, standing: Standing, form: StaffForm) -> HttpResponse:
    content = staff_now(request.viewer, standing.request, form.choices(), scene.today)
    shown = {
        "form": form,
        "hidden": [bound.as_hidden() for bound in form],
        "seal": digest(content),
        "says": words.says(content),
        "head": words.head_of(content),
        "rows": words.rows_of(content),
        "note": words.note_of(content),
    }
    return render(request, "insight/preview.html", _context(scene, standing) | shown)


def _context(scene: Scene, standing: Standing) -> dict[str, Any]:
    asker = standing.request.organisation
    return scene.context(*scene.on(standing)) | {
        "inquiry": standing.request,
        "here": f"{scene.home}{standing.request.pk}/",
        "sees": together(scene.others()),
        "asker": asker.name,
        "public": asker.kind == "public",
        "protected": protected_at(scene.terms, scene.key_of(asker.pk)),
    }
