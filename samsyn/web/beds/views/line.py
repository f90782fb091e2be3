"""The line: who waits, in the agreement's order; lots are drawn; a reason to go first; someone leaves."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.rules.places import lot
from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions.line import draw_lots, leave_line, set_priority
from samsyn.web.beds.forms.desk import ReasonForm
from samsyn.web.beds.models import Waiting
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.views.ground import Ground, coordinating_or_404
from samsyn.web.beds.views.placing import desk_trail
from samsyn.web.beds.waiting import Line, lines_of


@require_GET
def line(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    lines = lines_of(request.viewer, ground.partnership, ground.terms, ground.tonight)
    context = ground.context(desk_trail(ground)) | {
        "lines": [(each, [(row, _lot(each, row)) for row in each.waiting]) for each in lines],
        "pools": pool_names(ground.terms),
        "here": f"{ground.home}intake/line/",
        "desk": f"{ground.home}intake/",
        "priority": ReasonForm(auto_id=False),
    }
    return render(request, "beds/line.html", context)


@require_POST
def draw(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    try:
        draw_lots(
            ground.partnership, pool=request.POST.get("pool", ""), night=ground.tonight, by=request.viewer,
            now=ground.now,
        )  # fmt: skip
        messages.success(request, gettext("Ordningen är lottad och står kvar hela kvällen."))
    except ValidationError as trouble:
        _say(request, trouble)
    return redirect("beds:line", organisation=organisation, slug=slug)


@require_POST
def put_first(request: ViewerRequest, organisation: str, slug: str, waiting: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found, form = _waiting_or_404(ground, waiting), ReasonForm(request.POST)
    try:
        if form.is_valid():
            set_priority(found, form.cleaned_data["reason"], by=request.viewer, now=ground.now)
        else:
            messages.warning(request, str(form.errors["reason"][0]))
    except ValidationError as trouble:
        _say(request, trouble)
    return redirect("beds:line", organisation=organisation, slug=slug)


@require_POST
def leave(request: ViewerRequest, organisation: str, slug: str, waiting: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    leave_line(_waiting_or_404(ground, waiting), by=request.viewer, now=ground.now)
    return redirect("beds:line", organisation=organisation, slug=slug)


def _waiting_or_404(ground: Ground, waiting: UUID) -> Waiting:
    return get_object_or_404(
        Waiting.objects.visible_to(ground.viewer).filter(partnership=ground.partnership), pk=waiting
    )


def _lot(line: Line, row: Waiting) -> str:
    """So much of the lot that two in a line hardly share it."""
    return lot(line.seed, str(row.pk))[:12] if line.seed else ""


def _say(request: ViewerRequest, trouble: ValidationError) -> None:
    for text in trouble.messages:
        messages.warning(request, text)
