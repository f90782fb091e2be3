"""All statements of the partnership, for every party the same, and what is to be opened."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.rules.money.statements import State, opens_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.statements import actions
from samsyn.web.statements.presenters.content import title_of
from samsyn.web.statements.presenters.words import stands_words, state_kind, state_words
from samsyn.web.statements.queries import KINDS, Standing, days_of, not_opened, standings_in
from samsyn.web.statements.views.scene import Scene, scene_or_404

SHOWN = 12
"""The nearest of those that are not opened; the rest stand among the obligations."""


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standings = standings_in(request.viewer, [scene.partnership.pk])
    nearest = sorted(standings, key=lambda each: each.statement.obligation.due or date.max)
    rows = [_row(scene, each) for each in nearest]
    ahead = not_opened(request.viewer, scene.partnership)[:SHOWN]
    context = scene.context() | {
        "rows": [row for row in rows if row["state"] != State.ACCEPTED],
        "done": [row for row in reversed(rows) if row["state"] == State.ACCEPTED],
        "ahead": [_ahead(scene, each) for each in ahead],
    }
    return render(request, "statements/listing.html", context)


@require_POST
def open_one(request: ViewerRequest, organisation: str, slug: str, obligation: UUID) -> HttpResponse:
    """By the party that owes it, before it opens by itself."""
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    rows = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(rows, pk=obligation)
    try:
        opened = actions.open_statement(found, by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(scene.home)
    return redirect(f"{scene.home}{opened.pk}/")


def _row(scene: Scene, standing: Standing) -> dict[str, object]:
    statement = standing.statement
    return {
        "state": standing.state,
        "title": title_of(statement, days_of(statement)),
        "who": statement.organisation.name,
        "url": f"{scene.home}{statement.pk}/",
        "due": statement.obligation.due,
        "due_stated": statement.obligation.due_stated,
        "clause": statement.obligation.clause,
        "assumed": statement.obligation.assumptions,
        "says": stands_words(standing, scene.name_of, scene.today),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
    }


def _ahead(scene: Scene, obligation: Obligation) -> dict[str, object]:
    mine = scene.viewer.organisation_id in obligation.owed_by and scene.viewer.may(Permission.MANAGE_MONEY)
    assert obligation.kind in KINDS
    return {
        "obligation": obligation,
        "who": ", ".join(scene.name_of(each) for each in obligation.owed_by),
        "opens": opens_on(obligation.due) if obligation.due and opens_on(obligation.due) > scene.today else None,
        "open_url": f"{scene.home}open/{obligation.pk}/" if mine else "",
        "button": gettext("Börja nu"),
    }
