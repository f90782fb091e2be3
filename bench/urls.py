"""The project's addresses, and two more: one that does nothing, what every page must cost at least, and one insert."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from samsyn.web.project.urls import urlpatterns as project


def bare(request: HttpRequest, organisation: str) -> HttpResponse:
    return HttpResponse("ok")


@csrf_exempt
@login_not_required
def insert(request: HttpRequest) -> HttpResponse:
    """One tap in a table without walls, history or triggers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_tap (id, button, day, at) VALUES (%s, 'visit', current_date, now())",
            [request.body.decode()],
        )
    return HttpResponse("ok")


urlpatterns = [path("as/<slug:organisation>/bare/", bare), path("bench/insert/", insert), *project]
