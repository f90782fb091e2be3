"""Opening a matter of one kind: what the clause says stands above what is written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.matters import Kind, Step, footings_of
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.matters import actions
from samsyn.web.matters.forms import OpenForm
from samsyn.web.matters.models import Matter
from samsyn.web.matters.permissions import needed_for
from samsyn.web.matters.presenters.opening import opening_of
from samsyn.web.matters.views.scene import Scene, scene_or_404
from samsyn.web.obligations.models import Obligation
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def open_matter(request: ViewerRequest, organisation: str, slug: str, kind: Kind) -> HttpResponse:
    require(request.viewer, needed_for(Step.OPENED))
    scene = scene_or_404(request.viewer, slug, clock.today())
    terms = terms_on(scene.dossier, scene.today, scene.today)
    footings = footings_of(terms, kind)
    obligation = _obligation(request, scene)
    form = OpenForm(request.POST or None, kind=kind, footings=footings, papers=scene.papers())
    if form.is_valid() and (matter := _opened(form, scene, kind, obligation)):
        messages.success(request, gettext("Ärendet är öppnat. Alla parter kan läsa det."))
        return redirect("matters:one", organisation=organisation, slug=slug, matter=matter.pk)
    about = opening_of(kind, footings, terms, obligation)
    context = scene.inside() | {"form": form, "about": about, "back": scene.home}
    return render(request, "matters/open.html", context, status=422 if form.is_bound else 200)


def _obligation(request: ViewerRequest, scene: Scene) -> Obligation | None:
    """The obligation that it is about, named in the address; anything else there is read as none."""
    try:
        wanted = UUID(request.GET.get("obligation", ""))
    except ValueError:
        return None
    mine = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    return mine.filter(pk=wanted).first()


def _opened(form: OpenForm, scene: Scene, kind: Kind, obligation: Obligation | None) -> Matter | None:
    typed: dict[str, Any] = form.cleaned_data
    try:
        return actions.open_matter(
            scene.partnership,
            kind,
            title=typed["title"],
            says=typed["says"],
            term=typed.get("term"),
            happens_on=typed.get("happens_on"),
            amount_ore=typed.get("amount"),
            obligation=obligation,
            document=typed.get("document"),
            by=scene.viewer,
            now=clock.now(),
            today=scene.today,
        )
    except ValidationError as trouble:
        put_into(form, trouble)
        return None
