"""What a tablet sends takes a way of its own, past all that is about a signed-in person."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from django.http import HttpRequest, HttpResponseBase
from django.urls import ResolverMatch, resolve, reverse


class PadLane:
    """A sync needs no session, no messages and no page's words, and the call that takes it is a transaction of its own.

    It stands inside what every answer has (headers, TLS, language) and outside the request's transaction. Every other
    address, and everything that is no POST, goes the ordinary way.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or request.path_info != self._path:
            return self.get_response(request)
        request.resolver_match = self._match
        answer: HttpResponseBase = self._match.func(request)
        return answer

    @cached_property
    def _path(self) -> str:
        return reverse("pad:sync")

    @cached_property
    def _match(self) -> ResolverMatch:
        return resolve(self._path)
