"""Who else pays: what the agreement says, what each has declared, what clashes, and support of minor importance."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.money.double_funding import bans
from samsyn.web.access.request import ViewerRequest
from samsyn.web.funders.presenters.clashes import clash_rows, finding_rows
from samsyn.web.funders.presenters.shares import parties_with
from samsyn.web.funders.presenters.state_aid import state_aid_words
from samsyn.web.funders.queries import (
    aid_of,
    clashes_of,
    declared_state_aid,
    findings_of,
    is_paid,
    rules_for,
    shares_of,
)
from samsyn.web.funders.views.scene import Scene, days_of, scene_or_404, year_asked
from samsyn.web.indices.queries import register


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    year, years = year_asked(request, scene)
    return render(request, "funders/page.html", scene.context() | {"year": year, "years": years} | _said(scene, year))


def _said(scene: Scene, year: int) -> dict[str, object]:
    shares = shares_of(scene.viewer, scene.partnership.pk)
    paid = is_paid(scene.terms, scene.mine)
    found = clashes_of(scene.viewer, scene.partnership.pk, scene.terms, days_of(year), register()) if paid else ()
    findings = findings_of(scene.viewer, scene.partnership.pk)
    own = [each for each in shares if each.organisation_id == scene.viewer.organisation_id]
    return {
        "rules": rules_for(scene.terms),
        "bans": bans(scene.terms, scene.mine),
        "declares": paid,
        "parties": parties_with(shares, scene.viewer.organisation_id, scene.lines),
        "drafts": sum(each.shared_at is None and each.taken_back_at is None for each in own),
        "clashes": clash_rows(found, findings, scene.lines),
        "findings": finding_rows(findings, scene.lines),
        "aid": state_aid_words(
            declared_state_aid(scene.terms), aid_of(scene.viewer, scene.partnership.pk), scene.today
        ),
    }
