"""All claims of the partnership, and what the agreement says of claiming money back and of a changed economy."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.money.claims import State
from samsyn.web.access.request import ViewerRequest
from samsyn.web.claims.permissions import may_draft
from samsyn.web.claims.presenters.words import stands_words, state_kind, state_words
from samsyn.web.claims.queries import Standing, clauses_of, notices_in, standings_in
from samsyn.web.claims.views.scene import Scene, scene_or_404

OVER = (State.SETTLED, State.WITHDRAWN)


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found = standings_in(request.viewer, [scene.partnership.pk])
    context = (
        scene.context()
        | {
            "open": [_row(scene, each) for each in found if each.state not in OVER],
            "over": [_row(scene, each) for each in found if each.state in OVER],
            "clauses": [each for each in scene.terms.repayment.values() if each.applies],
            "starts": may_draft(request.viewer, scene.partnership.pk) and bool(clauses_of(scene.terms, scene.mine)),
        }
        | notices_in(request.viewer, scene.partnership.pk, scene.terms)
    )
    return render(request, "claims/listing.html", context)


def _row(scene: Scene, standing: Standing) -> dict[str, object]:
    claim = standing.claim
    return {
        "claim": claim,
        "url": scene.address(claim),
        "due": standing.next_due[0] if standing.next_due else None,
        "says": stands_words(standing),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
    }
