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

_UNSHOWN = "calendar_address"


@require_GET
def calendar_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    context: dict[str, Any] = {"key": FeedKey.objects.visible_to(request.viewer).open().first()}
    return render(request, "obligations/calendar_address.html", context | _shown_once(request))


@require_POST
def open_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    named = request.POST.get("named") == "1"
    secret = actions.open_feed(by=request.viewer, now=clock.now(), named=named)
    return _kept_for_the_page(request, secret)


@require_POST
def renew_address(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_read(request.viewer)
    try:
        secret = actions.renew_feed(by=request.viewer, now=clock.now())
    except NoOpenFeed:
        raise Http404 from None
    return _kept_for_the_page(request, secret)


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


def _kept_for_the_page(request: ViewerRequest, secret: str) -> HttpResponse:
    """The page shows it and forgets it, so that loading the page anew opens no new address."""
    request.session[_UNSHOWN] = {"secret": secret, "organisation": str(request.viewer.organisation_id)}
    return redirect("obligations:calendar", organisation=request.viewer.organisation_slug)


def _shown_once(request: ViewerRequest) -> dict[str, str]:
    """The address just opened in this organisation, taken out of the session; nothing the second time."""
    unshown = request.session.pop(_UNSHOWN, None)
    if unshown is None or unshown["organisation"] != str(request.viewer.organisation_id):
        return {}
    address = request.build_absolute_uri(reverse("feed", args=[unshown["secret"]]))
    subscribe = address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1)
    return {"address": address, "subscribe": subscribe}
