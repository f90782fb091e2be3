"""The project's addresses, and one more that does nothing: what every page must cost at least."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from samsyn.web.project.urls import urlpatterns as project


def bare(request: HttpRequest, organisation: str) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("as/<slug:organisation>/bare/", bare), *project]
