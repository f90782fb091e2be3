"""The printed list: what the night is worked from when nothing else works, and how it is entered afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.evening import State, tonight_of
from samsyn.web.beds.forms.watch import PaperForm
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.presenters.tonight import passing
from samsyn.web.beds.templatetags.beds_words import morning_after
from samsyn.web.beds.views.ground import Ground, ground_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_BACK = 3
"""Nights that a paper may be entered for: the guests of a weekend are still known to the coordination."""


@require_GET
def printed(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    evening = tonight_of(request.viewer, house, ground.tonight)
    pools = pool_names(ground.terms)
    rules = {key: passing(ground.terms, house, key, ground.tonight, ground.now) for key in pools}
    context = ground.context(Place(house.name, f"{ground.home}tonight/{house.pk}/")) | {
        "site": house, "evening": evening, "rules": rules, "here": f"{ground.home}tonight/{house.pk}/",
    }  # fmt: skip
    return render(request, "beds/list.html", context)


@require_http_methods(["GET", "POST"])
def enter(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    """Who came, from the paper of a night that has been. What was noted at the time stands."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    night = _night(ground, request.GET.get("night", ""))
    evening = tonight_of(request.viewer, house, night)
    form = PaperForm(request.POST or None, sleepers=evening.those(State.EXPECTED))
    if request.method == "POST" and form.is_valid() and (said := _entered(ground, night, form)):
        messages.success(request, said)
        return redirect(f"{ground.home}tonight/{house.pk}/paper/?night={night}")
    here = f"{ground.home}tonight/{house.pk}/"
    context = ground.context(Place(house.name, here)) | {
        "site": house, "night": night, "evening": evening, "form": form, "here": here,
        "ways": _ways(ground, here, night), "unnamed": _unnamed(ground, form),
    }  # fmt: skip
    return render(request, "beds/paper.html", context, status=422 if request.method == "POST" else 200)


def _unnamed(ground: Ground, form: PaperForm) -> int:
    """How many of the guests the house may no longer know by name. To the coordination they are known."""
    return 0 if ground.coordinates else sum(not each.called for each in form.sleepers)


def _night(ground: Ground, asked: str) -> date:
    """The night before, unless another is asked for; one that has not begun or is too long ago does not exist."""
    try:
        night = date.fromisoformat(asked) if asked else ground.tonight - timedelta(days=1)
    except ValueError:
        raise Http404 from None
    if not ground.tonight - timedelta(days=_BACK) <= night <= ground.tonight:
        raise Http404
    return night


def _ways(ground: Ground, here: str, night: date) -> list[Place]:
    """By the morning that each leads to, as the heading has it."""
    nights = [ground.tonight - timedelta(days=each) for each in range(_BACK + 1)]
    words = {each: gettext("mot %(morning)s") % {"morning": morning_after(each)} for each in nights}
    return [Place(words[each], f"{here}paper/?night={each}", current=each == night) for each in nights]


def _entered(ground: Ground, night: date, form: PaperForm) -> str:
    """What was done in words; nothing where something was in the way, which is then said above the form."""
    came = form.who_came()
    try:
        with transaction.atomic():  # all of the paper or nothing of it
            for each in came:
                actions.arrive(each.segment, night, on_paper=True, by=ground.viewer, now=ground.now)
    except ValidationError as trouble:
        put_into(form, trouble)
        return ""
    number = len(came)
    if not number:
        return gettext("Ingen var ikryssad. Inget är ändrat.")
    return ngettext("%(n)s gäst är införd från papperet.", "%(n)s gäster är införda från papperet.", number) % {
        "n": number
    }
