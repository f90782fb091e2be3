"""`/pad/…` of the tablet itself: it joins by a link, asks what it counts, and sends what it has counted.

No person is signed in. The cookie is the tablet's credential: HttpOnly, SameSite=Strict, sent only below /pad/.
Sending takes no CSRF token, for a queue lives longer than any token; instead the cookie's SameSite, a header that no
form can send and the request's Origin each keep other sites out.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samsyn.web.agreements.queries import dossier_of
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.actions.take import Tap, tap_from
from samsyn.web.tallies.models import Device
from samsyn.web.tallies.presenters.door import invited_words, state_of, why_words
from samsyn.web.tallies.queries.ground import pads_in, terms_here
from samsyn.web.tallies.queries.tablet import as_tablet, device_with, invitation_with, is_open

COOKIE = "samsyn_pad"
MOST_EVENTS = 500
_LASTS = timedelta(days=400)
_GONE = 410
_HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow, noarchive"}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Who invites, and a button. With the press the tablet gets its credential, once."""
    invitation = invitation_with(code)
    if invitation is None:
        raise Http404
    now, today = clock.now(), clock.today()
    with as_tablet(invitation.device, today):
        said = invited_words(invitation.device, today, counts_already=_another(request, invitation.device))
    if request.method == "POST" and (token := actions.join(invitation, now=now, today=today)):
        return _with_cookie(redirect(reverse("pad:pad")), token)
    usable = request.method != "POST" and is_open(invitation, now)
    status = 200 if usable else _GONE
    answer = render(request, "tallies/join.html", said | {"usable": usable}, status=status)
    for header, value in _HEADERS.items():
        answer.headers[header] = value
    return answer


@login_not_required
@require_safe
def state(request: HttpRequest) -> JsonResponse:
    """What the tablet counts, and how many it is so far today."""
    device = device_with(_token(request))
    if device is None:
        return _revoked()
    today = clock.today()
    with as_tablet(device, today) as tablet:
        terms = terms_here(tablet.viewer, device.partnership, dossier_of(device.partnership), today)
        pad = next((each for each in pads_in(terms) if each.id == device.pad), None)
        if pad is not None:
            actions.show(device, buttons=pad.buttons, asks=pad.asks, age_bands=pad.age_bands)
        said = state_of(tablet, terms, pad, today)
    return JsonResponse(said | {"language": get_language(), "now": clock.now().isoformat()}, headers=_HEADERS)


@csrf_exempt
@login_not_required
@require_POST
def sync(request: HttpRequest) -> JsonResponse:
    """Takes what was counted: each event once, however often it is sent. What cannot be read is refused by itself."""
    if not _is_our_own(request):
        return JsonResponse({"error": "origin"}, status=403, headers=_HEADERS)
    try:
        sent = _sent(request)
    except ValueError as trouble:
        return JsonResponse({"error": str(trouble)}, status=400, headers=_HEADERS)
    now = clock.now()
    taps, unread = _read(sent["events"])
    answer = actions.take(_token(request), taps, sent_at=_instant(sent.get("sent_at")), now=now)
    if answer is None:
        return _revoked()
    left = {str(each.id) for each in taps} - set(answer["results"])
    results = answer["results"] | {key: {"state": "refused", "why": "unreadable"} for key in unread | left}
    said = {key: each | {"why": why_words(each["why"])} for key, each in results.items()}
    whole = {"results": said, "counts": answer["counts"], "today": answer["today"], "now": now.isoformat()}
    return JsonResponse(whole, headers=_HEADERS)


def _sent(request: HttpRequest) -> dict[str, Any]:
    """ValueError, in a word, for what is no batch of events."""
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig):
        raise ValueError("json") from None
    if not isinstance(sent, dict) or not isinstance(sent.get("events"), list):
        raise ValueError("events")
    if len(sent["events"]) > MOST_EVENTS:
        raise ValueError("too-many")
    return sent


def _read(events: list[Any]) -> tuple[list[Tap], set[str]]:
    """The events, and the ids (as they were sent) of those that are none."""
    taps: dict[str, Tap] = {}
    unread = set()
    for each in events:
        key = each.get("id") if isinstance(each, dict) else None
        try:
            found = tap_from(each if isinstance(each, dict) else {})
            taps.setdefault(str(found.id), found)
        except (ValueError, OverflowError):
            unread |= {key[:60]} if isinstance(key, str) else set()
    return list(taps.values()), unread - set(taps)


def _instant(sent: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(sent) if isinstance(sent, str) else None
    except ValueError:
        return None
    return found if found is not None and found.utcoffset() is not None else None


def _is_our_own(request: HttpRequest) -> bool:
    """A browser asks first before another site may send the header, and says itself in Origin which site it is."""
    origin = request.headers.get("Origin", "")
    here = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("X-Samsyn-Pad") == "1" and (origin == here or origin in _trusted())


def _trusted() -> list[str]:
    return [each for each in settings.CSRF_TRUSTED_ORIGINS if "*" not in urlsplit(each).netloc]


def _token(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def _another(request: HttpRequest, device: Device) -> Device | None:
    """The tablet counts already, elsewhere: what it has not sent should be sent first."""
    found = device_with(_token(request))
    return found if found is not None and found.pk != device.pk else None


def _revoked() -> JsonResponse:
    return JsonResponse({"error": "revoked"}, status=401, headers=_HEADERS)


def _with_cookie(answer: HttpResponse, token: str) -> HttpResponse:
    answer.set_cookie(
        COOKIE,
        token,
        max_age=_LASTS,
        path=reverse("pad:pad"),
        secure=settings.SAMSYN_TLS,
        httponly=True,
        samesite="Strict",
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
