"""The gallery, the accessibility statement and the choice of light or dark."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.ui import gallery as specimens
from samsyn.web.ui.context import COLOR_SCHEMES, SCHEME_COOKIE

_A_YEAR = 365 * 24 * 3600
_MANY_DIGITS = 10


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery.html", specimens.content(request))


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """The gallery's long work: each look finds it a third further."""
    asked = request.GET.get("done", "")
    is_a_count = asked.isdecimal() and len(asked) < _MANY_DIGITS
    done = min(specimens.LONG_WORK, int(asked) + specimens.LONG_WORK // 3) if is_a_count else 0
    return render(request, "ui/gallery/progress.html", specimens.long_work(done))


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/accessibility.html", {"contact": getattr(settings, "SAMSYN_CONTACT", "")})


@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """Remember light, dark or auto in a cookie, so that the server draws the right page at once."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    response = HttpResponseRedirect(target)  # not `redirect`, which takes a word for the name of a page
    chosen = request.POST.get("color_scheme", "auto")
    if chosen in COLOR_SCHEMES:
        response.set_cookie(
            SCHEME_COOKIE, chosen, max_age=_A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    return response
