"""The acting party's own lines: written, changed, removed, taken back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.terms.resources import InKind
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key
from samsyn.web.contributions import actions
from samsyn.web.contributions.forms import BecauseForm, LineForm
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.queries import promised
from samsyn.web.contributions.views.scene import Scene, Sheet, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    this_year = {"first": date(scene.today.year, 1, 1), "last": scene.today}
    form = LineForm(request.POST or None, promised=_own_promises(scene), initial=this_year)
    sheet = Sheet(
        gettext("Skriv in en insats"),
        gettext("Skriv in"),
        gettext("Bara ni ser raden tills ni lägger fram året för de andra parterna."),
    )

    def act() -> tuple[int, str]:
        made = actions.add(
            scene.partnership, form.days(), form.said(), made=form.cleaned_data["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return made.days.lower.year, gettext("Insatsen är inskriven.")

    return form_page(request, scene, form, sheet, act)


@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, organisation: str, slug: str, contribution: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    line = scene.own(contribution)
    form = LineForm(request.POST or None, promised=_own_promises(scene), initial=_typed(line))
    sheet = Sheet(gettext("Ändra insatsen"), gettext("Spara"))

    def act() -> tuple[int, str]:
        done = actions.change(line, form.days(), form.said(), by=request.viewer, now=clock.now(), today=scene.today)
        return done.days.lower.year, gettext("Insatsen är ändrad.")

    return form_page(request, scene, form, sheet, act)


@require_POST
def remove(request: ViewerRequest, organisation: str, slug: str, contribution: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    line = scene.own(contribution)
    try:
        actions.remove(line, by=request.viewer, now=clock.now())
        messages.success(request, gettext("Raden är borttagen."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}?year={line.days.lower.year}")


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, contribution: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    line = scene.own(contribution)
    form = BecauseForm(request.POST or None)
    sheet = Sheet(
        gettext("Ta tillbaka en framlagd rad"),
        gettext("Ta tillbaka"),
        gettext("Raden räknas inte längre. De andra parterna ser att den är tillbakatagen, och varför."),
    )

    def act() -> tuple[int, str]:
        done = actions.take_back(line, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return done.days.lower.year, gettext("Raden är tillbakatagen.")

    return form_page(request, scene, form, sheet, act)


def _own_promises(scene: Scene) -> list[InKind]:
    return promised(scene.terms, own_key(scene.viewer, scene.partnership.pk))


def _typed(line: Contribution) -> dict[str, object]:
    return {
        "kind": line.kind,
        "what": line.what,
        "in_kind": line.in_kind,
        "first": line.days.lower,
        "last": line.days.upper and line.days.upper - date.resolution,
        "quantity": line.quantity,
        "unit": line.unit,
        "value": line.value_ore,
        "valued_how": line.valued_how,
    }
