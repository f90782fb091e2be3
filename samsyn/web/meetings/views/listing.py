"""The meetings of one partnership: its bodies, what comes, what has been held, what there is to do."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_keys
from samsyn.web.meetings.models import ActionPoint, Meeting
from samsyn.web.meetings.presenters.bodies import bodies_with
from samsyn.web.meetings.presenters.rows import row_of
from samsyn.web.meetings.queries import called_to
from samsyn.web.meetings.views.scene import Scene, scene_of_party
from samsyn.web.obligations.models import Obligation
from samsyn.web.project import clock

PER_PAGE = 20
ACTIONS_SHOWN = 5


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    viewer = request.viewer
    scene = scene_of_party(viewer, slug, clock.today())
    coming = list(called_to(viewer, clock.now()).filter(partnership=scene.partnership))
    others = Meeting.objects.visible_to(viewer).filter(partnership=scene.partnership)
    others = others.exclude(pk__in=[each.pk for each in coming]).select_related("partnership")
    page = Paginator(others.order_by("-starts_at", "pk"), PER_PAGE).get_page(request.GET.get("page"))
    actions = ActionPoint.objects.visible_to(viewer).filter(partnership=scene.partnership).open()
    own = own_keys(viewer, [scene.partnership.pk])[scene.partnership.pk].key
    context = scene.context() | {
        "trail": scene.frame.trail if scene.frame else [],
        "bodies": bodies_with(scene.terms, own, coming, _owed(scene), viewer, scene.home),
        "coming": [row_of(each, viewer) for each in coming],
        "past": [row_of(each, viewer) for each in page],
        "page": page,
        "actions": actions.select_related("organisation").order_by("due", "added_at")[:ACTIONS_SHOWN],
        "actions_count": actions.count(),
    }
    return render(request, "meetings/listing.html", context)


def _owed(scene: Scene) -> dict[str, Obligation]:
    """Body → the meeting that it owes next: the first that is neither held nor waived."""
    found = Obligation.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, kind="meeting")
    owed: dict[str, Obligation] = {}
    for each in found.open().dated().filter(window_end__gt=scene.today):
        owed.setdefault(each.term, each)
    return owed
