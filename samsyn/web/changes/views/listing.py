"""All changes of one partnership, and where one begins a new one."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.permissions import may_draft
from samsyn.web.changes.presenters.change_document import title_of
from samsyn.web.changes.presenters.countdown import countdown_of
from samsyn.web.changes.presenters.listing import groups_of, lead_of
from samsyn.web.changes.presenters.openings import openings_of
from samsyn.web.changes.views.scene import scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    steps = Prefetch("steps", queryset=Step.objects.select_related("place"))
    changes = scene.changes().prefetch_related(steps).exclude(proposed_at=None, closed_at__isnull=False)
    context = {
        **scene.around().context(),
        "lead": lead_of(scene.dossier, scene.agreement, scene.today),
        "groups": groups_of(list(changes), scene.dossier, scene.places, scene.mine, scene.home, scene.today),
        "countdown": countdown_of(scene.dossier, scene.today),
        "home": scene.home,
        "may_draft": may_draft(request.viewer),
    }
    return render(request, "changes/listing.html", context)


@require_GET
def start(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Which kinds of change can be begun, and why the others cannot."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = openings_of(scene.dossier, scene.agreement, scene.mine, scene.home, scene.today)
    context = {
        **scene.context(),
        "open": [each for each in found if each.url],
        "not_open": [each for each in found if not each.url],
        "back": scene.home,
    }
    return render(request, "changes/start.html", context)


def require_drafter(request: ViewerRequest) -> None:
    require(request.viewer, Permission.FULFIL if request.viewer.may(Permission.FULFIL) else Permission.DECIDE)


def inside_change(change: Change, address: str) -> Place:
    return Place(title_of(change), address)
