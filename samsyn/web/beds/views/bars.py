"""Bars: who is kept from a site until when and why, the guest's appeal, and the answer to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.forms.watch import AnswerForm
from samsyn.web.beds.models import Bar, Guest
from samsyn.web.beds.permissions import may_work_at
from samsyn.web.beds.views.ground import Ground, ground_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Those that hold. What has gone out is no longer shown, and goes with the guest."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    mine = Bar.objects.visible_to(request.viewer).filter(partnership=ground.partnership)
    holding = list(mine.filter(nights__endswith__gt=ground.tonight).select_related("site").order_by("nights"))
    # Not by a join: at a site the guest is hidden when the stay has ended, and the bar would be hidden with the guest.
    guests = Guest.objects.visible_to(request.viewer).in_bulk([each.guest_id for each in holding])
    bars = [(each, guests[each.guest_id].known_as if each.guest_id in guests else "") for each in holding]
    return render(request, "beds/bars.html", ground.context(room="bars/") | {"bars": bars})


@require_POST
def appeal(request: ViewerRequest, organisation: str, slug: str, bar: UUID) -> HttpResponse:
    """The guest has said that it is wrong. Written down by whoever heard it."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    try:
        actions.appeal(_own_bar_or_404(ground, bar), on=ground.today, by=ground.viewer, now=ground.now)
        messages.success(request, gettext("Överklagandet är inskrivet. Nu ska den som beslutade svara."))
    except ValidationError as trouble:
        messages.info(request, " ".join(trouble.messages))
    return redirect("beds:bars", organisation=organisation, slug=slug)


@require_http_methods(["GET", "POST"])
def answer(request: ViewerRequest, organisation: str, slug: str, bar: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    found = _own_bar_or_404(ground, bar)
    form = AnswerForm(request.POST or None, initial={"until": found.nights.upper})
    if form.is_valid():
        try:
            words, until = form.cleaned_data["words"], form.cleaned_data["until"]
            sooner = until if until != found.nights.upper else None
            actions.answer_appeal(found, words, until=sooner, on=ground.today, by=ground.viewer, now=ground.now)
            messages.success(request, gettext("Svaret är inskrivet."))
            return redirect("beds:bars", organisation=organisation, slug=slug)
        except ValidationError as trouble:
            put_into(form, trouble)
    back = f"{ground.home}bars/"
    words_ = {
        "title": gettext("Svara på överklagandet"),
        "lead": gettext("Svaret skrivs till gästen. Avstängningen kan bli kortare, aldrig längre."),
        "act": gettext("Skriv in svaret"),
    }
    context = ground.context(Place(gettext("Avstängningar"), back)) | {"form": form, "words": words_, "back": back}
    return render(request, "beds/act.html", context, status=422 if form.is_bound else 200)


def _own_bar_or_404(ground: Ground, bar: UUID) -> Bar:
    mine = Bar.objects.visible_to(ground.viewer).filter(partnership=ground.partnership, pk=bar)
    found = mine.select_related("site").first()
    if found is None or not may_work_at(ground.viewer, found):
        raise Http404
    return found
