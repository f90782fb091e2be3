"""Tonight at a site, on a phone: who is expected, who has come, who has not; and the morning after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.actions.known import said
from samsyn.web.beds.evening import Evening, Sleeper, State, calls_of, gone_by, log_of, sites_of, tonight_of
from samsyn.web.beds.forms.watch import NoteForm
from samsyn.web.beds.models import ExtraNight, Incident, Site
from samsyn.web.beds.overview import overview_of
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.presenters.tonight import passing, who_to_ring
from samsyn.web.beds.views.ground import Ground, ground_or_404
from samsyn.web.contacts.models import Contact
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place


@require_GET
def choose(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The sites where the viewer may act; with just one of them, that is the page."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    mine = [each for each in sites_of(request.viewer, ground.partnership, ground.tonight) if ground.runs(each)]
    if len(mine) == 1:
        return redirect("beds:tonight", organisation=organisation, slug=slug, site=mine[0].pk)
    found = overview_of(request.viewer, ground.partnership, ground.tonight, further=0)
    gone = Counter[UUID]()
    for (there, _), number in gone_by(request.viewer, ground.partnership, ground.tonight).items():
        gone[there] += number
    counts = [(each, found.of(ground.tonight, site=each.pk)) for each in mine]
    houses = [(each, number, number.occupied - gone[each.pk], gone[each.pk]) for each, number in counts]
    return render(request, "beds/tonight_choose.html", ground.context(room="tonight/") | {"houses": houses})


@require_GET
def tonight(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    return render(request, "beds/tonight.html", page_of(ground, house, NoteForm()))


def page_of(ground: Ground, house: Site, form: NoteForm) -> dict[str, Any]:
    viewer, night = ground.viewer, ground.tonight
    evening = tonight_of(viewer, house, night)
    late = [each for each in evening.expected if _late(ground, house, each)]
    return ground.context(Place(gettext("I natt"), f"{ground.home}tonight/")) | {
        "site": house,
        "here": f"{ground.home}tonight/{house.pk}/",
        "evening": evening,
        "late": late,
        "late_ids": {each.segment.pk for each in late},
        "rule": _rule(ground, house, evening),
        "extra_nights": extra_nights(ground),
        "ring": who_to_ring(ground.terms, house, _contacts(ground)),
        "log": log_of(viewer, house, night),
        "calls": calls_of(viewer, house, night),
        "incidents": Incident.objects.visible_to(viewer).filter(site=house, night=night).order_by("-noted_at"),
        "pools": pool_names(ground.terms),
        "form": form,
    }


def extra_nights(ground: Ground) -> list[ExtraNight]:
    mine = ExtraNight.objects.visible_to(ground.viewer).filter(partnership=ground.partnership, night=ground.tonight)
    return list(mine.order_by("decided_at"))


def _late(ground: Ground, house: Site, sleeper: Sleeper) -> bool:
    return passing(ground.terms, house, sleeper.segment.pool, ground.tonight, ground.now).passed


def _rule(ground: Ground, house: Site, evening: Evening) -> Any:
    """The latest hour, as it is for those who are expected; for an empty list, as it is in the first pool."""
    pools = [each.segment.pool for each in evening.expected] or list(pool_names(ground.terms))
    return passing(ground.terms, house, pools[0], ground.tonight, ground.now) if pools else None


def _contacts(ground: Ground) -> list[Contact]:
    """Those that the parties have written for what is urgent."""
    urgent = (
        Contact.objects.visible_to(ground.viewer)
        .on(ground.today)
        .filter(partnership=ground.partnership, topic=Contact.Topic.URGENT)
    )
    return list(urgent.select_related("organisation").order_by("function"))


# ── One press each ───────────────────────────────────────────────────────────────────────────────────────────


def _press(act: Callable[[Ground, Site, Sleeper], str]) -> Callable[..., HttpResponse]:
    """A button on the row of one guest. Pressed twice it says that it is done, and does nothing."""

    @require_POST
    def pressed(request: ViewerRequest, organisation: str, slug: str, site: UUID, segment: UUID) -> HttpResponse:
        ground = ground_or_404(request.viewer, slug, Permission.WORK)
        house = ground.own_site_or_404(site)
        if (told := _of_another_night(request, ground, house)) is not None:
            return told
        sleeper = sleeper_or_404(ground, house, segment)
        try:
            messages.success(request, act(ground, house, sleeper))
        except ValidationError as trouble:
            messages.info(request, " ".join(trouble.messages))
        return redirect(f"{ground.home}tonight/{house.pk}/{_row_before(ground, house, sleeper)}")

    return pressed


def _of_another_night(request: ViewerRequest, ground: Ground, house: Site) -> HttpResponse | None:
    """A page that was left open over noon: what is pressed on it was meant for the night that it shows."""
    if request.POST.get("night", str(ground.tonight)) == str(ground.tonight):
        return None
    messages.info(request, gettext("Sidan visade en annan natt. Inget är ändrat. Här är natten som är nu."))
    return redirect(f"{ground.home}tonight/{house.pk}/")


def _row_before(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    """Where the thumb was: the row above the one that was pressed, as a fragment of the page's address."""
    if sleeper.state is not State.EXPECTED:
        return ""
    still = tonight_of(ground.viewer, house, ground.tonight).expected
    above = [each for each in still if each.called.casefold() <= sleeper.called.casefold()]
    return f"#stay-{above[-1].segment.pk}" if above else ""


def sleeper_or_404(ground: Ground, house: Site, segment: UUID) -> Sleeper:
    evening = tonight_of(ground.viewer, house, ground.tonight)
    found = next((each for each in evening.sleepers if each.segment.pk == segment), None)
    if found is None:
        raise Http404
    return found


def _arrive(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    actions.arrive(sleeper.segment, ground.tonight, by=ground.viewer, now=ground.now)
    return gettext("Plats %(place)s: gästen har kommit.") % {"place": sleeper.place.label}


def _undo_arrival(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    actions.undo_arrival(sleeper.segment, ground.tonight, by=ground.viewer, now=ground.now)
    return gettext("Plats %(place)s: gästen väntas igen.") % {"place": sleeper.place.label}


def _no_show(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    rule = passing(ground.terms, house, sleeper.segment.pool, ground.tonight, ground.now)
    if not rule.passed and sleeper.state is State.EXPECTED:
        raise ValidationError(said(rule.says, rule.clause))
    actions.no_show(sleeper.segment, ground.tonight, by=ground.viewer, now=ground.now)
    return gettext("Plats %(place)s är släppt. Den går till nästa i kön.") % {"place": sleeper.place.label}


def _check_out(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    if sleeper.night is None:
        raise ValidationError(gettext("Gästen är inte inskriven som kommen. Tryck «Har kommit» först."))
    actions.check_out(sleeper.night, by=ground.viewer, now=ground.now)
    return gettext("Plats %(place)s: gästen har gått.") % {"place": sleeper.place.label}


def _undo_check_out(ground: Ground, house: Site, sleeper: Sleeper) -> str:
    if sleeper.night is not None:
        actions.undo_check_out(sleeper.night, by=ground.viewer, now=ground.now)
    return gettext("Plats %(place)s: gästen är kvar i huset.") % {"place": sleeper.place.label}


arrive = _press(_arrive)
undo_arrival = _press(_undo_arrival)
no_show = _press(_no_show)
check_out = _press(_check_out)
undo_check_out = _press(_undo_check_out)


@require_POST
def release(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    """All places whose guests have not come by the latest hour go to the line."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    if (told := _of_another_night(request, ground, house)) is not None:
        return told
    try:
        released = actions.release(house, ground.tonight, by=ground.viewer, now=ground.now)
        number = len(released)
        words = ngettext("%(n)s plats är släppt till kön.", "%(n)s platser är släppta till kön.", number)
        messages.success(request, words % {"n": number})
    except ValidationError as trouble:
        messages.info(request, " ".join(trouble.messages))
    return redirect("beds:tonight", organisation=organisation, slug=slug, site=site)


@require_POST
def check_out_all(request: ViewerRequest, organisation: str, slug: str, site: UUID) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    if (told := _of_another_night(request, ground, house)) is not None:
        return told
    if not ground.is_morning:
        messages.info(request, gettext("Gästerna skrivs ut på morgonen. Inget är ändrat."))
        return redirect("beds:tonight", organisation=organisation, slug=slug, site=site)
    left = actions.check_out_all(house, ground.tonight, by=ground.viewer, now=ground.now)
    words = ngettext("%(n)s gäst har gått.", "%(n)s gäster har gått.", left) % {"n": left}
    messages.success(request, words if left else gettext("Alla hade redan gått."))
    return redirect("beds:tonight", organisation=organisation, slug=slug, site=site)
