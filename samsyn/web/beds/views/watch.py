"""The watch writes: the log, a call to the social emergency service, a threat; a guest leaves early or is barred."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.actions import watch
from samsyn.web.beds.evening import Sleeper, State
from samsyn.web.beds.forms.watch import BarForm, EmergencyForm, IncidentForm, LeaveForm, NoteForm
from samsyn.web.beds.models import Site
from samsyn.web.beds.presenters.tonight import nights_to_leave
from samsyn.web.beds.views.ground import Ground, ground_or_404
from samsyn.web.beds.views.tonight import page_of, sleeper_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_POST
def write_note(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    form = NoteForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data["says"]
        watch.write_note(house, said, kept_by=ground.kept_by, night=ground.tonight, by=ground.viewer, now=ground.now)
        return redirect("beds:tonight", organisation=organisation, slug=slug, site=site)
    return render(request, "beds/tonight.html", page_of(ground, house, form), status=422)


@require_http_methods(["GET", "POST"])
def emergency(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)

    def write(form: Form) -> None:
        watch.note_emergency_contact(
            ground.partnership,
            form.cleaned_data["about"],
            kept_by=ground.kept_by,
            night=ground.tonight,
            site=house,
            by=ground.viewer,
            now=ground.now,
        )

    words = {
        "title": gettext("Kontakt med socialjouren"),
        "lead": gettext("Skriv in att ni ringde och vad det gällde. Aldrig om vem."),
        "act": gettext("Skriv in samtalet"),
    }
    return at_site(request, ground, house, EmergencyForm(request.POST or None), write, words)


@require_http_methods(["GET", "POST"])
def incident(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)

    def write(form: Form) -> None:
        watch.note_incident(
            ground.partnership,
            form.cleaned_data["kind"],
            police_called=form.cleaned_data["police_called"],
            kept_by=ground.kept_by,
            night=ground.tonight,
            today=ground.today,
            site=house,
            by=ground.viewer,
            now=ground.now,
        )

    words = {
        "title": gettext("Hot eller våld"),
        "lead": gettext("Ring 112 först om någon är i fara. Samordningen får ett brev när du har skrivit in det."),
        "act": gettext("Skriv in och underrätta samordningen"),
    }
    return at_site(request, ground, house, IncidentForm(request.POST or None), write, words)


@require_http_methods(["GET", "POST"])
def leave(request: ViewerRequest, organisation: str, slug: str, site: UUID, segment: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    sleeper = sleeper_or_404(ground, house, segment)
    came = sleeper.state in (State.ARRIVED, State.OUT)
    nights = nights_to_leave(ground.tonight, sleeper.until, has_arrived=came)
    form = LeaveForm(request.POST or None, nights=nights, initial={"on": str(nights[0][0])} if nights else {})

    def write(form: Form) -> None:
        actions.leave_early(sleeper.segment, form.cleaned_data["on"], by=ground.viewer, now=ground.now)

    words = {
        "title": gettext("%(who)s lämnar i förtid") % {"who": sleeper.called or gettext("Gästen")},
        "lead": gettext("Platsen blir ledig för andra från den natt du väljer. Karensen räknas av sig själv."),
        "act": gettext("Platsen är ledig"),
        "nothing": "" if nights else gettext("Det är gästens sista natt här. Platsen blir ledig av sig själv."),
    }
    return at_site(request, ground, house, form, write, words, sleeper)


@require_http_methods(["GET", "POST"])
def bar(request: ViewerRequest, organisation: str, slug: str, site: UUID, segment: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    sleeper = sleeper_or_404(ground, house, segment)

    def write(form: Form) -> None:
        nights = DateRange(ground.tonight, form.cleaned_data["until"])
        guest = sleeper.segment.guest
        if guest is None:
            raise ValidationError(gettext("Gästen finns inte längre kvar här och kan inte stängas av."))
        actions.bar(guest, house, nights, form.cleaned_data["reason"], by=ground.viewer, now=ground.now)

    words = {
        "title": gettext("Stäng av %(who)s från %(site)s")
        % {"who": sleeper.called or gettext("gästen"), "site": house.name},
        "lead": gettext(
            "Avstängningen gäller bara det här nattstället, från och med i natt, och slutar av sig själv. "
            "Gästen kan överklaga den."
        ),
        "act": gettext("Stäng av"),
    }
    form = BarForm(request.POST or None, tonight=ground.tonight)
    return at_site(request, ground, house, form, write, words, sleeper)


def at_site(
    request: ViewerRequest,
    ground: Ground,
    house: Site,
    form: Form,
    write: Callable[[Form], Any],
    words: dict[str, str],
    sleeper: Sleeper | None = None,
) -> HttpResponse:
    """A form on its own page; when it is written, back to the night."""
    here = f"{ground.home}tonight/{house.pk}/"
    if form.is_valid():
        try:
            write(form)
            messages.success(request, gettext("Det är inskrivet."))
            return redirect(here)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = ground.context(Place(house.name, here)) | {
        "site": house, "form": form, "words": words, "sleeper": sleeper, "back": here,
    }  # fmt: skip
    return render(request, "beds/act.html", context, status=422 if form.is_bound else 200)
