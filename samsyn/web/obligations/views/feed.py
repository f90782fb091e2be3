"""`/feeds/<secret>.ics`: a calendar program asks with nothing but the address."""

from __future__ import annotations

import hashlib
from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from samsyn.web.access.entrance import acting_as
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.actions.feed import hash_of
from samsyn.web.obligations.models import FeedKey
from samsyn.web.obligations.permissions import check_may_read
from samsyn.web.obligations.presenters.feed import calendar_of
from samsyn.web.organisations.models import Organisation
from samsyn.web.project import clock

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="samsyn.ics"',
    "Referrer-Policy": "no-referrer",
}


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """404 for an address that is unknown or closed, and when the person's role has ended. No trace is kept of it.

    1. find the key, under the one job that may; 2. enter as its person in its organisation, as that stands today;
    3. write the calendar; 4. answer 304 if the program has it already.
    """
    today = clock.today()
    with acting_as_job(Job.CALENDAR_FEED):
        key = FeedKey.objects.open().filter(secret_sha256=hash_of(secret)).first()
    if key is None:
        raise Http404
    body = _calendar(key, today, request.build_absolute_uri("/"))
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"ETag": etag, **_HEADERS})
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _calendar(key: FeedKey, today: date, site: str) -> bytes:
    with acting_as(key.person_id, _slug_of(key, today), today=today) as viewer:
        if viewer.is_demo and not settings.SAMSYN_DEMO:
            raise Http404
        check_may_read(viewer)
        return calendar_of(viewer, key, today, site)


def _slug_of(key: FeedKey, today: date) -> str | None:
    """A person sees the organisations they belong or have belonged to; whether they still do is asked next."""
    with acting_as(key.person_id, None, today=today):
        return Organisation.objects.filter(pk=key.organisation_id).values_list("slug", flat=True).first()
