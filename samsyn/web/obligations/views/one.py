"""One obligation: who owes what to whom, by which day, why that day, and what shows that it was done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.fitting import fitting
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.permissions import may_give, may_object
from samsyn.web.obligations.presenters.given import given_words, meeting_links, objections_words
from samsyn.web.obligations.presenters.one import detail_of
from samsyn.web.obligations.queries.given import given_of, meetings_of, objections_of
from samsyn.web.obligations.views.scene import inside_obligations, scene_or_404
from samsyn.web.obligations.whereabouts import whereabouts_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    viewer = request.viewer
    scene = scene_or_404(viewer, slug, clock.today(), inside_obligations(organisation, slug))
    found, to = scene.one_or_404(obligation), scene.frame.to
    shows = may_give(viewer, found) and bool(fitting(found)) and not (found.fell_away_on or found.waived_on)
    siblings = scene.obligations().filter(term=found.term).order_by("due", "kind", "occurrence")
    more = {
        "whereabouts": whereabouts_of(viewer, found, to.home),
        "detail": detail_of(found, list(siblings), scene.dossier, to, scene.today),
        "given": given_words(given_of(viewer, found), viewer, to),
        "objections": objections_words(objections_of(viewer, found), viewer, to),
        "meetings": meeting_links(meetings_of(viewer, found), to),
        "may_give": shows and found.is_open and not found.lasts,
        "may_add": shows and (found.lasts or not found.is_open),
        "may_object": may_object(viewer, found) and not (found.fell_away_on or _has_objected(viewer, found)),
        "may_waive": found.is_open and viewer.may(Permission.FULFIL),
        "may_open_dispute": viewer.may(Permission.FULFIL),
    }
    return render(request, "obligations/one.html", scene.context("") | more)


def _has_objected(viewer: Viewer, obligation: Obligation) -> bool:
    """An objection of one's own stands already."""
    if obligation.disputed_on is None:
        return False
    return objections_of(viewer, obligation).standing().filter(organisation_id=viewer.organisation_id).exists()
