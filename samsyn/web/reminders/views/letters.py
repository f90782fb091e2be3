"""What Samsyn has written to the one who looks, and how they want it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.reminders import actions
from samsyn.web.reminders.forms import WishForm
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.reminders.permissions import may_see_steps
from samsyn.web.reminders.presenters.invitation import FILE_NAME, method_of
from samsyn.web.reminders.presenters.letters import blocks_of, line_of
from samsyn.web.ui.components.words import Place

PER_PAGE = 30


@require_GET
def letters(request: ViewerRequest, organisation: str) -> HttpResponse:
    wish = Wish.objects.visible_to(request.viewer).first()
    return _listed(request, WishForm(initial={"how": wish.how if wish else Wish.How.SINGLE}))


@require_POST
def choose(request: ViewerRequest, organisation: str) -> HttpResponse:
    form = WishForm(request.POST)
    if not form.is_valid():
        return _listed(request, form, status=422)
    actions.choose(Wish.How(form.cleaned_data["how"]), by=request.viewer, now=clock.now())
    messages.success(request, gettext("Valet är sparat och gäller från och med nu."))
    return redirect("reminders:letters", organisation=organisation)


@require_GET
def letter(request: ViewerRequest, organisation: str, letter: UUID) -> HttpResponse:
    found = _own(request, letter)
    trail = [Place(gettext("Brev"), f"/as/{organisation}/letters/")]
    context = {"line": line_of(found, organisation), "blocks": blocks_of(found.body), "trail": trail, "letter": found}
    return render(request, "reminders/letter.html", context | {"file_size": len(found.calendar.encode())})


@require_GET
def invitation(request: ViewerRequest, organisation: str, letter: UUID) -> HttpResponse:
    found = _own(request, letter)
    if not found.calendar:
        raise Http404
    answer = HttpResponse(
        found.calendar, content_type=f"text/calendar; charset=utf-8; method={method_of(found.calendar)}"
    )
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


def _own(request: ViewerRequest, letter: UUID) -> Letter:
    return get_object_or_404(Letter.objects.visible_to(request.viewer).select_related("partnership"), pk=letter)


def _listed(request: ViewerRequest, form: WishForm, status: int = 200) -> HttpResponse:
    viewer = request.viewer
    found = (
        Letter.objects.visible_to(viewer).select_related("partnership").defer("calendar").order_by("-made_at", "-pk")
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [line_of(each, viewer.organisation_slug) for each in page],
        "form": form,
        "today": clock.today(),
        "may_see_steps": may_see_steps(viewer),
    }
    return render(request, "reminders/letters.html", context, status=status)
