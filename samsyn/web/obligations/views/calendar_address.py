"""A person's calendar address: opening it, getting a new one, choosing titles, closing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations import actions
from samsyn.web.obligations.actions.feed import NoOpenFeed
from samsyn.web.obligations.models import FeedKey
from samsyn.web.obligations.permissions import check_may_read
from samsyn.web.project import clock


@require_GET
def calendar_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    return render(request, "obligations/calendar_address.html", _context(request))


@require_POST
def open_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    named = request.POST.get("named") == "1"
    secret = actions.open_feed(by=request.viewer, now=clock.now(), named=named)
    return _shown_once(request, secret)


@require_POST
def renew_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    try:
        secret = actions.renew_feed(by=request.viewer, now=clock.now())
    except NoOpenFeed:
        raise Http404 from None
    return _shown_once(request, secret)


@require_POST
def title_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    try:
        actions.title_feed(named=request.POST.get("named") == "1", by=request.viewer, now=clock.now())
    except NoOpenFeed:
        raise Http404 from None
    messages.success(request, gettext("Valet är sparat. Din kalender hämtar det inom ett halvt dygn."))
    return redirect("obligations:calendar", organisation=organisation)


@require_POST
def revoke_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    try:
        actions.revoke_feed(by=request.viewer, now=clock.now())
    except NoOpenFeed:
        raise Http404 from None
    messages.success(request, gettext("Adressen är stängd. Ta också bort prenumerationen i din kalender."))
    return redirect("obligations:calendar", organisation=organisation)


def _shown_once(request: ViewerRequest, secret: str) -> HttpResponse:
    """The answer to the form itself, so that the secret is stored nowhere on the way to the reader."""
    address = request.build_absolute_uri(reverse("feed", args=[secret]))
    subscribe = address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1)
    return render(
        request,
        "obligations/calendar_address.html",
        _context(request) | {"address": address, "subscribe": subscribe},
    )


def _context(request: ViewerRequest) -> dict[str, Any]:
    return {"key": FeedKey.objects.visible_to(request.viewer).open().first()}
