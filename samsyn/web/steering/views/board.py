"""`steering/board/`: the few words and the three pictures that a board member needs."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, obligations_of, own_key, partnership_or_404
from samsyn.web.economy.presenters.plan import lead
from samsyn.web.economy.queries import money_of
from samsyn.web.indicators.queries import series_of
from samsyn.web.indices.queries import register
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.steering.presenters.duties import duties_of
from samsyn.web.steering.presenters.pictures import picture_by, picture_by_month, picture_of_duties
from samsyn.web.steering.queries import latest_report
from samsyn.web.steering.told import told_in


@require_GET
def board(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    viewer = request.viewer
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership, today, now = partnership_or_404(viewer, slug), clock.today(), clock.now()
    dossier = dossier_of(partnership)
    agreement = terms_on(dossier, today, today)
    around = frame(viewer, partnership, dossier, today, "steering")
    figures = [each.figure for each in told_in(viewer, partnership, dossier, today, now)]
    own = [each.indicator for each in figures if each.contracted][:3]
    year = DateRange.through(today.replace(month=1, day=1), today)
    series = series_of(viewer, partnership, dossier, year, now=now, only=own) if own else []
    duties = duties_of(
        obligations_of(viewer, partnership), agreement, around.to, today, own_key(viewer, partnership.pk)
    )
    plans = money_of(viewer, partnership, dossier, today, register()).of(today.year)
    over_time = picture_by_month(series) or picture_by("organisation", figures, agreement)
    pictures = [picture_by("sex", figures, agreement), over_time, picture_of_duties(duties)]
    context = around.context() | {
        "pictures": [each for each in pictures if each is not None],
        "report": latest_report(viewer, partnership),
        "money": lead(plans, today.year) if plans else "",
        "back": around.to.steering,
    }
    return render(request, "steering/board.html", context)
