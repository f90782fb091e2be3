"""One's own shifts in one's own calendar, by a secret address."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from samsyn.web.access.entrance import acting_as
from samsyn.web.access.jobs import Job
from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Organisation
from samsyn.web.project import clock
from samsyn.web.roster.own import opened_to, rows_of
from samsyn.web.shifts import actions
from samsyn.web.shifts.actions.feed import digest_of
from samsyn.web.shifts.models import FeedKey, Shift
from samsyn.web.shifts.presenters.feed import calendar_of
from samsyn.web.shifts.views.scene import ones_own_or_404

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="pass.ics"',
    "Referrer-Policy": "no-referrer",
}
_BEHIND = timedelta(days=60)


@require_POST
def open_address(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The address is shown once. One that was open stops."""
    scene = ones_own_or_404(request.viewer, slug)
    secret = actions.open_feed(by=scene.viewer, now=clock.now())
    address = request.build_absolute_uri(f"/feeds/shifts/{secret}.ics")
    context = scene.sheet_context() | {"address": address, "back": scene.home}
    answer = render(request, "shifts/address.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def revoke_address(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    closed = actions.revoke_feed(by=scene.viewer, now=clock.now())
    messages.success(request, gettext("Adressen är stängd.") if closed else gettext("Adressen var redan stängd."))
    return redirect(scene.home)


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """404 for an address that is unknown or closed, and when the person is on no roster any more."""
    today = clock.today()
    with acting_as_job(Job.CALENDAR_FEED):
        key = FeedKey.objects.open().filter(secret_sha256=digest_of(secret)).first()
    if key is None:
        raise Http404
    body = _calendar(key, today)
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"ETag": etag, **_HEADERS})
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _calendar(key: FeedKey, today: date) -> bytes:
    with acting_as(key.person_id, _slug_of(key, today), today=today) as viewer:
        workers = rows_of(viewer, today) if viewer.acts else []
        if not workers or (viewer.is_demo and not settings.SAMSYN_DEMO):
            raise Http404
        seeing = opened_to(viewer, workers)
        rows = Shift.objects.of_organisation(seeing).filter(worker__in=[each.pk for each in workers])
        return calendar_of(rows.filter(ends_at__gt=clock.now() - _BEHIND).select_related("occasion"))


def _slug_of(key: FeedKey, today: date) -> str | None:
    with acting_as(key.person_id, None, today=today):
        return Organisation.objects.filter(pk=key.organisation_id).values_list("slug", flat=True).first()
