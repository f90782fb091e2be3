"""A borrowed computer: signed out after a while without a request, and at the end of the working day."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBase

SEEN = "samsyn_seen"
BEGAN = "samsyn_began"
BY_ITSELF = "X-By-Itself"
"""A header: the page asks, not the person. A board that keeps itself fresh does not keep anyone signed in."""
_WRITE_EVERY = 60
"""Seconds. Written at most once a minute, so that most requests leave the session row alone."""


class IdleTimeout:
    """Real seconds, also in a demo whose day is fixed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if SESSION_KEY in request.session:
            self._look_at_the_clock(request, int(time.time()))
        return self.get_response(request)

    def _look_at_the_clock(self, request: HttpRequest, now: int) -> None:
        began = request.session.setdefault(BEGAN, now)
        seen = request.session.get(SEEN, now)
        too_idle = now - seen > settings.SAMSYN_IDLE_MINUTES * 60
        too_long = now - began > settings.SAMSYN_SESSION_HOURS * 3600
        if too_idle or too_long:
            request.session.flush()
        elif SEEN not in request.session or (now - seen >= _WRITE_EVERY and BY_ITSELF not in request.headers):
            request.session[SEEN] = now
