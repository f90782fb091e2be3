"""One click and you are an invented person. These addresses exist only in a demo."""

from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.organisations.models import Person

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "signin/demo.html", {})


@login_not_required
@require_POST
def sign_in(request: HttpRequest, person: UUID) -> HttpResponse:
    """Only invented people have this door."""
    chosen = get_object_or_404(Person, pk=person, is_demo=True, is_active=True)
    login(request, chosen, backend=_BACKEND)
    return redirect("landing")
