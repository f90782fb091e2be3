"""An address that only takes forms, fetched as a page: says so in our words, where the browser would say its own."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render


class NotAllowedInWords:
    """Innermost, so that the page knows who reads it. The answer stays 405 and keeps its Allow header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        return _in_words(request, response) if isinstance(response, HttpResponseNotAllowed) else response


def _in_words(request: HttpRequest, response: HttpResponseNotAllowed) -> HttpResponse:
    page = render(request, "ui/not_allowed.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
    page.headers["Allow"] = response.headers["Allow"]
    return page
