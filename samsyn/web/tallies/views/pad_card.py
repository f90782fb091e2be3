"""`/pad/card/`: a visitor who carries a card shows it, typed or with a reader that types. A page of its own, so that
it is never mixed up with a tap; it forgets what was typed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samsyn.web.project import clock
from samsyn.web.tallies.actions.cards import show_card
from samsyn.web.tallies.forms.cards import CardForm
from samsyn.web.tallies.queries.tablet import as_tablet, device_with
from samsyn.web.tallies.views.pad_door import COOKIE
from samsyn.web.ui.troubles import put_into


@login_not_required
@require_http_methods(["GET", "POST"])
def card(request: HttpRequest) -> HttpResponse:
    device = device_with(request.COOKIES.get(COOKIE, ""))
    form = CardForm(request.POST or None)
    if device is not None and form.is_valid():
        today = clock.today()
        try:
            with as_tablet(device, today) as tablet:
                show_card(tablet, form.cleaned_data["card"], today=today)
            return redirect(f"{request.path}?shown")
        except ValidationError as trouble:
            put_into(form, trouble)
    wrong = form.is_bound and device is not None
    context = {"form": form, "coupled": device is not None, "shown": "shown" in request.GET and not wrong}
    answer = render(request, "tallies/pad_card.html", context, status=422 if wrong else 200)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer
