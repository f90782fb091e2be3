"""`steering/`: all that a steering group looks at together, on one screen and one sheet."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.assumptions import open_questions
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, obligations_of, own_key, partnership_or_404
from samsyn.web.economy.queries import money_of
from samsyn.web.indices.queries import register
from samsyn.web.meetings.presenters.rows import row_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.steering.presenters.duties import duties_of
from samsyn.web.steering.presenters.figures import figures_shown
from samsyn.web.steering.presenters.money import money_of_year
from samsyn.web.steering.presenters.open import open_of
from samsyn.web.steering.queries import places_in, spent_in_year, waiting_in
from samsyn.web.steering.told import rows_in, told_in

LINES, FIGURES, QUESTIONS = 3, 6, 2


@require_GET
def screen(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    viewer = request.viewer
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership, today, now = partnership_or_404(viewer, slug), clock.today(), clock.now()
    dossier = dossier_of(partnership)
    agreement = terms_on(dossier, today, today)
    around = frame(viewer, partnership, dossier, today, "steering")
    waiting = waiting_in(viewer, partnership, now)
    spent = spent_in_year(viewer, partnership, dossier, agreement, today)
    money = money_of(viewer, partnership, dossier, today, register())
    owed = obligations_of(viewer, partnership)
    questions = open_questions(agreement)
    pools = places_in(viewer, partnership, dossier, agreement, today)
    told = told_in(viewer, partnership, dossier, today, now)
    context: dict[str, Any] = around.context() | {
        "duties": duties_of(owed, agreement, around.to, today, own_key(viewer, partnership.pk)),
        "pools": pools,
        "held_known": any(each.held is not None for each in pools),
        "figures": figures_shown(rows_in(told, around.to), FIGURES),
        "money": money_of_year(money, spent, agreement, around.to, today),
        "open": open_of(waiting, row_of(waiting.meeting, viewer) if waiting.meeting else None, around.to, today),
        "lines": f":{LINES}",
        "questions": questions[:QUESTIONS],
        "open_questions": len(questions),
    }
    return render(request, "steering/screen.html", context)
