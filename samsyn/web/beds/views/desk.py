"""The intake desk: one field, and what comes of it. Also the way into the night places for everyone else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules import places as rules
from samsyn.rules.terms.places import IntakePoint
from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions.guests import in_use
from samsyn.web.beds.actions.refusals import refuse
from samsyn.web.beds.actions.watch import note_emergency_contact
from samsyn.web.beds.codes import Misread, read_code
from samsyn.web.beds.finding import card_of, find
from samsyn.web.beds.forms.desk import FindForm, GuestForm, KeyForm
from samsyn.web.beds.models import Card, EmergencyContact, Refusal, Sex, Site
from samsyn.web.beds.offers import for_a_whole_stay
from samsyn.web.beds.overview import overview_of
from samsyn.web.beds.presenters.pools import night_pools, pool_names
from samsyn.web.beds.presenters.tonight import is_jour, who_to_ring
from samsyn.web.beds.views.ground import Ground, coordinating_or_404, ground_or_404
from samsyn.web.beds.waiting import lines_of
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.permissions import may_keep
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place

ELSEWHERE = "-"
"""Places are given also outside the named points, where the agreement allows it."""


@dataclass(frozen=True)
class Intake:
    """Where the coordinator sits. `point` is None until it is chosen; `key` is what acts are told."""

    points: tuple[IntakePoint, ...]
    point: IntakePoint | None
    elsewhere: bool
    may_be_elsewhere: bool
    open: rules.Open

    @property
    def chosen(self) -> bool:
        return self.point is not None or self.elsewhere or not self.points

    @property
    def key(self) -> str:
        return self.point.id if self.point else ""


def intake_of(request: ViewerRequest, ground: Ground) -> Intake:
    """Remembered for the session; where there is only one point, that one."""
    pools = [each.id for each in night_pools(ground.terms)]
    points = tuple(each for each in ground.terms.intake_point.values() if each.applies and set(each.pools) & set(pools))
    remembered = request.session.get(_remembers(ground), "")
    free = bool(pools) and rules.open_at(ground.terms, pools[0], ground.now).allowed
    may = free and not ground.terms.pool[pools[0]].intake_only_there
    elsewhere = may and remembered == ELSEWHERE
    alone = points[0] if len(points) == 1 and not elsewhere else None
    point = next((each for each in points if each.id == remembered), alone)
    pool = next((each for each in pools if point and each in point.pools), pools[0] if pools else "")
    opened = rules.open_at(ground.terms, pool, ground.now, point.id if point else None)
    return Intake(points, point, elsewhere, may, opened)


@require_GET
def landing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The tab leads each to the own work: the desk, tonight, or the question about a card."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    own = Site.objects.visible_to(request.viewer).filter(partnership=ground.partnership)
    own = own.filter(organisation_id=request.viewer.organisation_id)
    to = "beds:desk" if ground.coordinates else "beds:tonight_choose" if own.exists() else "beds:code"
    return redirect(to, organisation=organisation, slug=slug)


@require_GET
def desk(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    request.session.pop(_searches(ground), None)
    return render(request, "beds/desk.html", _page(request, ground) | {"form": FindForm()})


@require_POST
def choose_point(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """«Here I sit». An empty choice asks again."""
    ground = coordinating_or_404(request.viewer, slug)
    wanted = request.POST.get("point", "")
    if wanted in {*(each.id for each in ground.terms.intake_point.values()), ELSEWHERE, ""}:
        request.session[_remembers(ground)] = wanted
    return redirect("beds:desk", organisation=organisation, slug=slug)


@require_http_methods(["GET", "POST"])
def look_up(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """What was typed stands in no address, which a browser remembers, but in the session until the desk is opened.

    So Back from a guest shows the hits again. A card leads straight to its guest.
    """
    ground = coordinating_or_404(request.viewer, slug)
    if request.method == "POST":
        form = FindForm(request.POST)
        if not form.is_valid():
            return render(request, "beds/desk.html", _page(request, ground) | {"form": form}, status=422)
        request.session[_searches(ground)] = form.cleaned_data["text"]
        return redirect("beds:find", organisation=organisation, slug=slug)
    text = request.session.get(_searches(ground), "")
    if not text:
        return redirect("beds:desk", organisation=organisation, slug=slug)
    card = card_of(request.viewer, ground.partnership, text)
    if isinstance(card, Card) and card.revoked_on is None:
        return redirect("beds:place", organisation=organisation, slug=slug, guest=in_use(card.guest).pk)
    no_code = read_code(text) is None
    found = {
        "misread": isinstance(card, Misread),
        "revoked": card if isinstance(card, Card) else None,
        "unknown": card is None and not no_code,
        "found": find(request.viewer, ground.partnership, text) if card is None else [],
        "typed": text,
        "is_name": no_code and any(each.isalpha() for each in text),
        "has_digits": no_code and any(each.isdigit() for each in text),
    }
    new = GuestForm.empty(text if found["is_name"] and not found["has_digits"] else "")
    context = _page(request, ground) | found | {"form": FindForm(initial={"text": text}), "new": new}
    return render(request, "beds/desk.html", context)


@require_http_methods(["GET", "POST"])
def minor(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Never a place: whom to ring, and that it was done."""
    ground = coordinating_or_404(request.viewer, slug)
    if request.method == "POST":
        said: dict[str, Any] = {"by": request.viewer, "now": ground.now}
        note_emergency_contact(
            ground.partnership, EmergencyContact.About.MINOR, kept_by=ground.kept_by, night=ground.tonight, **said
        )
        pool = night_pools(ground.terms)[0].id
        key = KeyForm.sent_in(request.POST)
        refuse(ground.partnership, pool, ground.tonight, Sex.NOT_STATED, Refusal.Reason.MINOR, key=key, **said)
        messages.success(request, gettext("Kontakten med socialjouren är inskriven. Inget är sparat om den unge."))
        return redirect("beds:desk", organisation=organisation, slug=slug)
    urgent = Contact.objects.visible_to(request.viewer).filter(partnership=ground.partnership, topic="urgent")
    numbers = list(urgent.on(ground.today).select_related("organisation").order_by("-organisation__kind", "function"))
    context = ground.context(Place(gettext("Inskrivning"), f"{ground.home}intake/")) | {
        "ring": who_to_ring(ground.terms, Site(), numbers),
        "jour_known": any(is_jour(each) for each in numbers),
        "may_write": may_keep(request.viewer, ground.partnership.pk),
        "once": KeyForm.empty(),
        "back": f"{ground.home}intake/",
    }
    return render(request, "beds/minor.html", context)


def _page(request: ViewerRequest, ground: Ground) -> dict[str, object]:
    night = ground.tonight
    tonight = overview_of(request.viewer, ground.partnership, night, further=0)
    names = pool_names(ground.terms)
    free = {each: tonight.of(night, pool=each).free for each in names}
    whole = for_a_whole_stay(ground.partnership, ground.terms, night)
    return ground.context() | {
        "intake": intake_of(request, ground),
        "here": f"{ground.home}intake/",
        "free": [(each, free[each.id], max(0, free[each.id] - whole[each.id])) for each in names.values()],
        "lines": [each for each in lines_of(request.viewer, ground.partnership, ground.terms, night) if each.waiting],
        "pools": names,
    }


def _remembers(ground: Ground) -> str:
    return f"beds.point.{ground.partnership.pk}"


def _searches(ground: Ground) -> str:
    return f"beds.search.{ground.partnership.pk}"
