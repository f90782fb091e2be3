"""All reports of the partnership, for every party the same, and what is to be opened."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.rules.reports import State, opens_on
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.reports import actions
from samsyn.web.reports.content import title_of
from samsyn.web.reports.permissions import may_open
from samsyn.web.reports.presenters.words import stands_words, state_kind, state_words
from samsyn.web.reports.queries import Standing, not_opened, standings_in
from samsyn.web.reports.views.scene import Scene, scene_or_404


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standings = standings_in(request.viewer, {scene.partnership.pk: scene.dossier})
    rows = [_row(scene, each) for each in standings]
    context = scene.context() | {
        "rows": [row for row in rows if row["state"] != State.SUBMITTED],
        "done": [row for row in reversed(rows) if row["state"] == State.SUBMITTED],
        "ahead": _ahead(scene),
    }
    return render(request, "reports/listing.html", context)


@require_POST
def open_one(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    """By a party that fills it in or compiles, before it opens by itself."""
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    rows = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(rows.select_related("partnership"), pk=obligation)
    try:
        opened = actions.open_report(found, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(scene.home)
    return redirect(f"{scene.home}{opened.pk}/")


def _row(scene: Scene, standing: Standing) -> dict[str, object]:
    return {
        "state": standing.state,
        "title": title_of(standing),
        "url": scene.of(standing),
        "due": standing.report.obligation.due,
        "clause": standing.template.clause,
        "assumed": standing.template.assumption,
        "says": stands_words(standing, scene.today),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
    }


def _ahead(scene: Scene) -> list[dict[str, object]]:
    """The nearest of each template; those that come after it stand among the obligations."""
    terms = terms_on(scene.dossier, scene.today, scene.today)
    mine = own_key(scene.viewer, scene.partnership.pk) or ""
    found = []
    nearest: dict[str, Obligation] = {}
    for term, obligation in not_opened(scene.partnership, scene.dossier, scene.today):
        nearest.setdefault(term, obligation)
    for term, obligation in nearest.items():
        template = terms.report[term]
        opens = opens_on(obligation.due, template.opens_days_before) if obligation.due else None
        parties = frozenset([*template.signed_by, *([template.compiled_by] if template.compiled_by else [])])
        found.append(
            {
                "name": template.name,
                "obligation": obligation,
                "opens": opens if opens and opens > scene.today else None,
                "who": ", ".join(terms.party[key].name for key in template.signed_by if key in terms.party),
                "open_url": f"{scene.home}open/{obligation.pk}/" if may_open(scene.viewer, parties, mine) else "",
                "button": gettext("Börja nu"),
            }
        )
    return found
