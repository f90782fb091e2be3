"""The overview of the money of a partnership: what comes next, the plan by year, and why each sum is what it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.claims.queries import notices_in
from samsyn.web.economy.presenters.coming import sides_of
from samsyn.web.economy.presenters.picture import key_of, pictures
from samsyn.web.economy.presenters.plan import lead, year_tables
from samsyn.web.economy.presenters.reasons import sums_of
from samsyn.web.economy.queries import Money, money_of
from samsyn.web.indices.queries import register
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def overview(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    viewer = request.viewer
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership, today = partnership_or_404(viewer, slug), clock.today()
    dossier = dossier_of(partnership)
    around = frame(viewer, partnership, dossier, today, "economy")
    money = money_of(viewer, partnership, dossier, today, register())
    mine = own_key(viewer, partnership.pk)
    context = around.context() | _shown(dossier, money, around, request.GET.get("year", ""), today, mine)
    context |= notices_in(viewer, partnership.pk, terms_on(dossier, today, today))
    return render(request, "economy/page.html", context)


def _shown(dossier: Dossier, money: Money, around: Frame, asked: str, today: date, mine: str | None) -> dict[str, Any]:
    span = life(dossier, today)
    years = sorted({*range(span.start.year, span.last.year + 1), *money.numbers()})
    year = next((each for each in years if str(each) == asked), _nearest(today.year, years))
    terms, now = _terms_of(dossier, year, span, today), terms_on(dossier, today, today)
    plans = money.of(year)
    return {
        "year": year,
        "years": [Place(str(each), f"?year={each}", current=each == year) for each in years] if len(years) > 1 else [],
        "lead": lead(plans, year),
        "sides": sides_of(money.parts(), dossier, now, around.to, today, mine) if money.parts() else [],
        "tables": year_tables(plans, terms, around.to, today),
        "drawings": pictures(money, span, year, today),
        "key": key_of(money),
        "sums": sums_of(terms, year, money.register, span, today),
        "indices": f"/as/{around.to.home.split('/')[2]}/indices/",
    }


def _nearest(wanted: int, years: list[int]) -> int:
    return min(max(wanted, years[0]), years[-1])


def _terms_of(dossier: Dossier, year: int, span: DateRange, today: date) -> Any:
    """As they hold on the last day of the year that the agreement lives."""
    last = min(max(date(year, 12, 31), span.start), span.last)
    return terms_on(dossier, last, today)
