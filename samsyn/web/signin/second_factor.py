"""A password alone opens nothing but the page where the second factor is added."""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from samsyn.web.access.middleware import is_open
from samsyn.web.access.request import ViewerRequest
from samsyn.web.signin.urls import ABOUT_ONE_S_OWN_SIGN_IN, REACHED_WITHOUT_SECOND_FACTOR


class SecondFactorRequired:
    """Everybody has an app or a key before anything else opens, except invented people: they have no sign-in at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: ViewerRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if request.viewer.is_demo and _name(request) in ABOUT_ONE_S_OWN_SIGN_IN:
            raise Http404
        if not request.viewer.is_known or request.viewer.is_demo or _is_about_signing_in(request, view):
            return None
        return None if _has_second_factor(request) else redirect("mfa_index")


def _is_about_signing_in(request: HttpRequest, view: Callable[..., Any]) -> bool:
    name = _name(request)
    return name in REACHED_WITHOUT_SECOND_FACTOR or (is_open(request, view) and name != "landing")


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _has_second_factor(request: HttpRequest) -> bool:
    """Used when signing in, or added since."""
    if any(record["method"] == "mfa" for record in get_authentication_records(request, request.user)):
        return True
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists())
