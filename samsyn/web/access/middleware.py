"""Every request is one transaction, under the scope of one Viewer, and only for the invited."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from samsyn.web.access.entrance import enter
from samsyn.web.access.jobs import Job
from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.scope import NOTHING, Scope, apply, current
from samsyn.web.access.viewer import NOBODY, Viewer
from samsyn.web.project import clock

Handler = Callable[[HttpRequest], HttpResponseBase]

_ACTING = re.compile(r"^/as/(?P<slug>[-a-zA-Z0-9_]+)/")
_WAYS_IN = ("/accounts/",)
_WAYS_IN_OF_A_DEMO = (*_WAYS_IN, "/demo/")
_SERVER_ERROR = 500
OPEN_NAMESPACES = ("ui",)


class _Held:
    """The request's transaction. After an exception it is rolled back and a fresh one serves the error page."""

    def __init__(self) -> None:
        # Only a test has a transaction around the request; then what it had set is put back.
        self._before: Scope | None = current() if connection.in_atomic_block else None
        self._begin()
        if self._before is not None:
            apply(NOTHING)

    def _begin(self) -> None:
        self._atomic = transaction.atomic()
        self._atomic.__enter__()

    def restart(self, error: BaseException, scope: Scope) -> None:
        self._atomic.__exit__(type(error), error, error.__traceback__)
        self._begin()
        apply(scope)

    def end(self, *, undo: bool) -> None:
        if undo:
            transaction.set_rollback(True)
        self._atomic.__exit__(None, None, None)
        if self._before is not None:
            apply(self._before)


class RequestTransaction:
    """Commit what a view did, unless it raised (a 404 too) or answered 500 or worse: then nothing has happened.

    A streamed answer is written after this; it opens its own transaction.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        held = _Held()
        request.held_transaction = held  # type: ignore[attr-defined]
        try:
            response = self.get_response(request)
        except BaseException:
            held.end(undo=True)
            raise
        held.end(undo=response.status_code >= _SERVER_ERROR)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        viewer: Viewer = getattr(request, "viewer", NOBODY)
        request.held_transaction.restart(exception, viewer.scope())  # type: ignore[attr-defined]


class Doorman:
    """Finds out who is asking and for whom, once, and opens exactly that in PostgreSQL."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.viewer = self._recognise(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def _recognise(self, request: HttpRequest) -> Viewer:
        person_id = _person_in(request)
        viewer = enter(person_id, _slug_in(request), today=clock.today()) if person_id else NOBODY
        if viewer.is_known and self._still_valid(request, viewer):
            return viewer
        return self._unknown(request, was_entered=person_id is not None)

    def _still_valid(self, request: HttpRequest, viewer: Viewer) -> bool:
        """The session's hash fits the person's password, and demo people exist only in a demo."""
        return request.user.is_authenticated and (settings.SAMSYN_DEMO or not viewer.is_demo)

    def _unknown(self, request: HttpRequest, *, was_entered: bool) -> Viewer:
        ways_in = _WAYS_IN_OF_A_DEMO if settings.SAMSYN_DEMO else _WAYS_IN
        on_the_way_in = request.path_info.startswith(ways_in)
        viewer = Viewer(job=Job.SIGN_IN) if on_the_way_in else NOBODY
        if was_entered or on_the_way_in:
            apply(viewer.scope())
        return viewer


class OnlyTheInvited:
    """Every view asks for a signed-in person unless it says `login_not_required`.

    Under /as/<organisation>/ the person must also hold a role there today; otherwise the page does not exist.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: ViewerRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if is_open(request, view):
            return None
        if not request.viewer.is_known:
            return to_sign_in(request)
        if "organisation" in kwargs and request.viewer.organisation_slug != kwargs["organisation"]:
            raise Http404
        return None


def is_open(request: HttpRequest, view: Callable[..., Any]) -> bool:
    """Sign-in pages and the like say so themselves; all of `ui` (language, light, accessibility) is open."""
    in_ui = request.resolver_match is not None and request.resolver_match.namespace in OPEN_NAMESPACES
    return in_ui or not getattr(view, "login_required", True)


def _person_in(request: HttpRequest) -> UUID | None:
    """The id in the session, not yet believed."""
    try:
        return UUID(request.session[SESSION_KEY])
    except (KeyError, ValueError):
        return None


def _slug_in(request: HttpRequest) -> str | None:
    found = _ACTING.match(request.path_info)
    return found["slug"] if found else None


def to_sign_in(request: ViewerRequest) -> HttpResponseBase:
    """A page fragment cannot show the sign-in page: tell htmx to load it as a page."""
    response = redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
    if not request.htmx:
        return response
    return HttpResponse(status=204, headers={"HX-Redirect": response.url})
