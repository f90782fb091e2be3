"""A table is written in, corrected, or taken away."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.indices import actions
from samsyn.web.indices.forms import TableForm, WithdrawForm, initial_of
from samsyn.web.indices.models import IndexTable
from samsyn.web.indices.queries import Standing, series_known, standing_of
from samsyn.web.indices.views.listing import home_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest, organisation: str) -> HttpResponse:
    """A table that comes with Samsyn is corrected here too: the address then says which."""
    require(request.viewer, Permission.MANAGE_MONEY)
    return _written(request, _asked(request))


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: ViewerRequest, organisation: str, table: UUID) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_MONEY)
    found = get_object_or_404(IndexTable, pk=table)
    return _written(request, standing_of(found.series, found.published))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: ViewerRequest, organisation: str, table: UUID) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_MONEY)
    found, home = get_object_or_404(IndexTable, pk=table), home_of(request)
    known = standing_of(found.series, found.published)
    form = WithdrawForm(request.POST or None, initial={"seen": known.number if known else 0})
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.withdraw(
                found.series, found.published, typed["because"], seen=typed["seen"], by=request.viewer, now=clock.now()
            )
            messages.success(request, gettext("Tabellen räknas inte längre. Den står kvar i registret med skälet."))
            return redirect(home)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = {"form": form, "table": found, "back": f"{home}{found.pk}/", "trail": [Place(gettext("Index"), home)]}
    return render(request, "indices/withdraw.html", context, status=422 if form.is_bound else 200)


def _asked(request: ViewerRequest) -> Standing | None:
    try:
        published = date.fromisoformat(request.GET.get("published", ""))
    except ValueError:
        return None
    return standing_of(request.GET.get("series", ""), published)


def _written(request: ViewerRequest, known: Standing | None) -> HttpResponse:
    today, home = clock.today(), home_of(request)
    initial: dict[str, Any] = {"seen": 0, "series": request.GET.get("series", "")[:60]}
    if known is not None:
        initial = initial_of(known.series, known.published, known.source, known.figures) | {"seen": known.number}
    form = TableForm(request.POST or None, initial=initial, around=today.year, corrects=known is not None)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            table = actions.enter(
                form.said(),
                seen=typed["seen"],
                because=typed.get("because", ""),
                by=request.viewer,
                now=clock.now(),
                today=today,
            )
            says = gettext("Tabellen är inskriven. Beloppen i partnerskapen räknas om inom några minuter.")
            messages.success(request, says)
            return redirect(f"{home}{table.pk}/")
        except ValidationError as trouble:
            put_into(form, trouble)
    context = {"form": form, "known": series_known(), "back": home, "trail": [Place(gettext("Index"), home)]}
    return render(request, "indices/write.html", context, status=422 if form.is_bound else 200)
