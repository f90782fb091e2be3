"""Sites and their places: what there is, set up by the organisation that runs the site or by the coordination."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import parties_of
from samsyn.web.beds import actions
from samsyn.web.beds.evening import site_or_404, sites_of
from samsyn.web.beds.forms.houses import CloseForm, MoveForm, OutageForm, PlacesForm, SiteForm
from samsyn.web.beds.models import Outage, Place, Standing
from samsyn.web.beds.permissions import may_open_site
from samsyn.web.beds.presenters.houses import beds_of, capacity_of
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.views.ground import Ground, coordinating_or_404, ground_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place as Way
from samsyn.web.ui.troubles import put_into


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Every party sees which houses there are."""
    ground = ground_or_404(request.viewer, slug)
    houses = sites_of(request.viewer, ground.partnership, ground.tonight)
    context = ground.context(room="sites/") | {"houses": houses, "may_open": _may_open(ground)}
    return render(request, "beds/houses.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug)
    house = site_or_404(request.viewer, ground.partnership, site)
    pools, coming = pool_names(ground.terms), _still(ground.tonight)
    standings = list(Standing.objects.visible_to(request.viewer).filter(coming, site=house))
    outages = Outage.objects.visible_to(request.viewer).filter(coming, place__site=house)
    places = list(Place.objects.visible_to(request.viewer).filter(site=house).order_by("rank", "label"))
    context = ground.context(Way(gettext("Nattställen"), f"{ground.home}sites/")) | {
        "site": house,
        "here": f"{ground.home}sites/{house.pk}/",
        "beds": beds_of(places, standings, outages, pools, ground.tonight),
        "capacity": capacity_of(standings, pools),
        "runs": ground.runs(house),
        "may_move": ground.coordinates and len(pools) > 1,
    }
    return render(request, "beds/house.html", context)


def _still(night: Any) -> Q:
    """Rows that hold tonight or later."""
    return Q(nights__endswith__gt=night) | Q(nights__endswith=None)


@require_http_methods(["GET", "POST"])
def open_site(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """A house that the acting organisation runs."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    if not _may_open(ground):
        raise Http404

    def write(form: Form) -> str:
        made = actions.open_site(
            ground.partnership,
            organisation=_acting(ground),
            key="",
            **form.cleaned_data,
            by=ground.viewer,
            now=ground.now,
        )
        return f"{ground.home}sites/{made.pk}/"

    words = {
        "title": gettext("Ett nytt nattställe"),
        "lead": gettext("Din organisation driver det. Lägg till platserna när det finns."),
        "act": gettext("Lägg till nattstället"),
    }
    return _set_up(request, ground, SiteForm(request.POST or None), write, words, f"{ground.home}sites/")


def _may_open(ground: Ground) -> bool:
    mine, parties = ground.viewer.organisation_id, parties_of(ground.partnership)
    own = {key for key, each in parties.items() if each.organisation_id == mine}
    return may_open_site(ground.viewer, ground.terms, own, coordinates=ground.coordinates)


def _acting(ground: Ground) -> Any:
    from samsyn.web.organisations.models import Organisation

    return get_object_or_404(Organisation, pk=ground.viewer.organisation_id)


@require_http_methods(["GET", "POST"])
def change_site(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    here = f"{ground.home}sites/{house.pk}/"
    initial = {name: getattr(house, name) for name in SiteForm.base_fields}

    def write(form: Form) -> str:
        actions.change_site(house, **form.cleaned_data, by=ground.viewer, now=ground.now)
        return here

    words = {
        "title": gettext("Ändra %(site)s") % {"site": house.name},
        "lead": gettext("Lappar som redan är utskrivna ändras inte."),
        "act": gettext("Spara"),
    }
    return _set_up(request, ground, SiteForm(request.POST or None, initial=initial), write, words, here)


@require_http_methods(["GET", "POST"])
def close_site(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    """With a yes of its own: it is not opened again."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    form = CloseForm(request.POST or None, initial={"on": ground.tonight + timedelta(days=1)})

    def write(form: Form) -> str:
        actions.close_site(house, form.cleaned_data["on"], by=ground.viewer, now=ground.now)
        return f"{ground.home}sites/{house.pk}/"

    words = {
        "title": gettext("Stäng %(site)s") % {"site": house.name},
        "lead": gettext(
            "Det går inte medan någon har en plats där. Nätterna som har varit står kvar. "
            "Ett stängt nattställe öppnas inte igen: lägg till ett nytt."
        ),
        "act": gettext("Stäng nattstället"),
    }
    return _set_up(request, ground, form, write, words, f"{ground.home}sites/{house.pk}/")


@require_http_methods(["GET", "POST"])
def add_places(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    here = f"{ground.home}sites/{house.pk}/"
    form = PlacesForm(request.POST or None, pools=pool_names(ground.terms), initial={"from_night": ground.tonight})

    def write(form: Form) -> str:
        assert isinstance(form, PlacesForm)
        first, *others = form.spells()
        typed = form.cleaned_data
        made = actions.add_places(
            house,
            pool=typed["pool"],
            labels=typed["labels"],
            from_night=first[0],
            kind=typed["kind"],
            until=first[1],
            by=ground.viewer,
            now=ground.now,
        )
        if others:
            turns = [DateRange(start, end) for start, end in others if end]
            actions.roll(made, turns, pool=typed["pool"], by=ground.viewer, now=ground.now)
        return here

    words = {
        "title": gettext("Nya platser på %(site)s") % {"site": house.name},
        "lead": gettext("De räknas från och med den första natten, i det slag du väljer."),
        "act": gettext("Lägg till platserna"),
    }
    return _set_up(request, ground, form, write, words, here)


@require_http_methods(["GET", "POST"])
def out_of_order(request: ViewerRequest, organisation: str, slug: str, site: UUID, place: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    bed = get_object_or_404(Place.objects.visible_to(request.viewer), pk=place, site=house)
    here = f"{ground.home}sites/{house.pk}/"
    form = OutageForm(request.POST or None, initial={"first": ground.tonight})

    def write(form: Form) -> str:
        assert isinstance(form, OutageForm)
        first, until = form.nights()
        because = form.cleaned_data["because"]
        actions.take_out_of_order(bed, from_night=first, until=until, because=because, by=ground.viewer, now=ground.now)
        return here

    words = {
        "title": gettext("Plats %(label)s ur bruk") % {"label": bed.label},
        "lead": gettext("Ingen får platsen de nätterna. Sover någon där flyttas gästen först."),
        "act": gettext("Ta ur bruk"),
    }
    return _set_up(request, ground, form, write, words, here)


@require_POST
def back_in_order(request: ViewerRequest, organisation: str, slug: str, site: UUID, outage: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    # Where the outage had not begun, nothing is left of it after the first press.
    broken = Outage.objects.visible_to(request.viewer).filter(pk=outage, place__site=house).first()
    if broken is None or (broken.nights.upper is not None and broken.nights.upper <= ground.tonight):
        messages.info(request, gettext("Platsen är redan i bruk igen."))
        return redirect("beds:site", organisation=organisation, slug=slug, site=site)
    try:
        actions.back_in_order(broken, ground.tonight, by=ground.viewer, now=ground.now)
        messages.success(request, gettext("Plats %(label)s är i bruk igen.") % {"label": broken.place.label})
    except ValidationError as trouble:
        messages.info(request, " ".join(trouble.messages))
    return redirect("beds:site", organisation=organisation, slug=slug, site=site)


@require_http_methods(["GET", "POST"])
def move(request: ViewerRequest, organisation: str, slug: str, site: UUID, place: UUID) -> HttpResponse:
    """A bed to another pool, some nights. From a reserved pool the form asks for a yes of its own."""
    ground = coordinating_or_404(request.viewer, slug)
    house = ground.own_site_or_404(site)
    bed = get_object_or_404(Place.objects.visible_to(request.viewer), pk=place, site=house)
    pools, standings = pool_names(ground.terms), Standing.objects.visible_to(request.viewer)
    coming = set(standings.filter(_still(ground.tonight), place=bed).values_list("pool", flat=True))
    if len(pools) < 2 or not coming:
        raise Http404
    here = f"{ground.home}sites/{house.pk}/"
    form = MoveForm(
        request.POST or None,
        pools=pools,
        now_in=[each for key, each in pools.items() if key in coming],
        initial={"first": ground.tonight},
    )

    def write(form: Form) -> str:
        assert isinstance(form, MoveForm)
        typed = form.cleaned_data
        actions.move_to_pool(bed, typed["pool"], form.moved(), typed["because"], by=ground.viewer, now=ground.now)
        return here

    words = {
        "title": gettext("Flytta plats %(label)s till ett annat slag") % {"label": bed.label},
        "lead": gettext("Beslutet gäller de nätter du skriver och syns för alla parter, med skälet."),
        "act": gettext("Flytta platsen"),
    }
    return _set_up(request, ground, form, write, words, here)


def _set_up(
    request: ViewerRequest, ground: Ground, form: Form, write: Callable[[Form], str], words: dict[str, str], back: str
) -> HttpResponse:
    """A form on a page of its own; `write` gives where to go when it is done."""
    if form.is_valid():
        try:
            there = write(form)
            messages.success(request, gettext("Det är sparat."))
            return redirect(there)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = ground.context(Way(gettext("Nattställen"), f"{ground.home}sites/")) | {
        "form": form, "words": words, "back": back,
    }  # fmt: skip
    return render(request, "beds/act.html", context, status=422 if form.is_bound else 200)
