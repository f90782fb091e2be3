"""A password alone opens nothing but the page where the second factor is added."""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core import context as allauth_context
from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from samsyn.web.access.middleware import is_open, to_sign_in
from samsyn.web.access.request import ViewerRequest
from samsyn.web.signin.urls import ABOUT_ONE_S_OWN_SIGN_IN

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
_ADDED_HERE = "samsyn_added_factor"
"""In the session: the id of the person who added a factor in it."""


class SecondFactorRequired:
    """Everybody has an app or a key before anything else opens, except invented people: they have no sign-in at all.

    A session is proved by the factor it was opened with, or by having added one itself. One that was opened with the
    password alone ends when the person has got a factor elsewhere: whoever knows only the password is then outside.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: ViewerRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if request.viewer.is_demo and name in ABOUT_ONE_S_OWN_SIGN_IN:
            raise Http404
        if not request.viewer.is_known or request.viewer.is_demo or _needs_nobody(request, view, name):
            return None
        if _was_used_to_sign_in(request):
            return None
        if not _has_a_factor(request):
            return None if name in ABOUT_ONE_S_OWN_SIGN_IN else redirect("mfa_index")
        if request.session.get(_ADDED_HERE) == str(request.viewer.person_id):
            return None
        logout(request)
        return to_sign_in(request)


def remember_where_it_was_added(instance: Authenticator, created: bool, **_: Any) -> None:
    """Signal: a factor was stored. In the same transaction, so that the very next page opens."""
    request = allauth_context.request
    if created and request is not None and instance.type in KINDS and request.user.pk == instance.user_id:
        request.session[_ADDED_HERE] = str(instance.user_id)


def _needs_nobody(request: HttpRequest, view: Callable[..., Any], name: str) -> bool:
    return is_open(request, view) and name != "landing"


def _was_used_to_sign_in(request: ViewerRequest) -> bool:
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def _has_a_factor(request: ViewerRequest) -> bool:
    return bool(Authenticator.objects.filter(user_id=request.viewer.person_id, type__in=KINDS).exists())
