"""All matters of a partnership, those that are open first to be read."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.matters import Step
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.matters.permissions import may_take
from samsyn.web.matters.presenters.listing import row_of, ways_to_open
from samsyn.web.matters.queries import MatterQuerySet
from samsyn.web.matters.views.scene import Scene, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

_ON_A_PAGE = 25
_CLOSED = "closed"


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    closed = request.GET.get("show") == _CLOSED
    every = scene.matters()
    shown = (every.closed() if closed else every.open()).latest_first()
    page = Paginator(shown, _ON_A_PAGE).get_page(request.GET.get("page"))
    may_open = may_take(request.viewer, scene.partnership.pk, Step.OPENED)
    context = scene.around().context() | {
        "page": page,
        "rows": [row_of(each, scene.home) for each in scene.situations(page)],
        "closed": closed,
        "ways": _ways(scene, every, closed),
        "kinds": ways_to_open(scene.home) if may_open else (),
    }
    return render(request, "matters/listing.html", context)


def _ways(scene: Scene, every: MatterQuerySet, closed: bool) -> list[Place]:
    return [
        Place(gettext("Öppna"), scene.home, current=not closed, count=every.open().count()),
        Place(gettext("Avslutade"), f"{scene.home}?show={_CLOSED}", current=closed, count=every.closed().count()),
    ]
