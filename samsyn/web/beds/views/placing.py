"""A guest at the desk: place or no place, and what is done about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules import places as rules
from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions.give import Given, age_is_unclear, give
from samsyn.web.beds.actions.guests import make_guest, open_guest
from samsyn.web.beds.actions.line import join_line, leave_line
from samsyn.web.beds.actions.override import override
from samsyn.web.beds.actions.refusals import refuse
from samsyn.web.beds.forms.desk import GuestForm, KeyForm, OverrideForm
from samsyn.web.beds.models import Bar, Guest, Override, Refusal, Site, Standing, Waiting
from samsyn.web.beds.offers import Outlook, outlook, own_place
from samsyn.web.beds.presenters.pools import pool_names
from samsyn.web.beds.views.desk import intake_of
from samsyn.web.beds.views.ground import Ground, coordinating_or_404
from samsyn.web.ui.components.words import Place

_REFUSED = {
    rules.Hindrance.FULL: Refusal.Reason.FULL,
    rules.Hindrance.QUARANTINE: Refusal.Reason.QUARANTINE,
    rules.Hindrance.BARRED_HERE: Refusal.Reason.BARRED,
    rules.Hindrance.MINOR: Refusal.Reason.MINOR,
}
"""What the unmet need is counted under. With a place to offer: declined."""


def guest_or_404(ground: Ground, guest: UUID) -> Guest:
    """The record in use of a guest that the coordination keeps."""
    mine = Guest.objects.visible_to(ground.viewer).filter(partnership=ground.partnership)
    found = get_object_or_404(mine.select_related("merged_into", "partnership", "merged_into__partnership"), pk=guest)
    return found.merged_into or found


def desk_trail(ground: Ground) -> Place:
    return Place(gettext("Inskrivning"), f"{ground.home}intake/")


@require_http_methods(["GET", "POST"])
def new(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    form = GuestForm(request.POST) if request.method == "POST" else GuestForm.empty()
    if form.is_valid():
        typed = form.cleaned_data
        try:
            guest = make_guest(
                ground.partnership, typed["known_as"], typed["sex"], typed["born"], key=typed["key"],
                by=request.viewer, now=ground.now, tonight=ground.tonight,
            )  # fmt: skip
        except ValidationError as trouble:
            if getattr(trouble, "code", "") == "minor":
                return redirect("beds:minor", organisation=organisation, slug=slug)
            form.add_error(None, trouble)
        else:
            return redirect("beds:place", organisation=organisation, slug=slug, guest=guest.pk)
    context = ground.context(desk_trail(ground)) | {"form": form, "back": f"{ground.home}intake/"}
    return render(request, "beds/new_guest.html", context, status=422 if form.is_bound else 200)


@require_GET
def place(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    """One answer. That the guest's record was opened is written down."""
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    if found.pk != guest:
        return redirect("beds:place", organisation=organisation, slug=slug, guest=found.pk)
    open_guest(found, by=request.viewer, now=ground.now)
    return render(request, "beds/place.html", page_of(request, ground, found))


@require_POST
def give_place(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    """One call: the record in use is found and held by the act itself."""
    ground = coordinating_or_404(request.viewer, slug)
    is_adult = bool(request.POST.get("is_adult"))
    try:
        pool, kind, site = _offer(request.POST.get("offer", ""))
        given = give(
            ground.partnership, guest, pool=pool, kind=kind, site=site, night=ground.tonight,
            intake=intake_of(request, ground).key, is_adult=is_adult, with_card=True,
            by=request.viewer, now=ground.now, scene=ground.scene,
        )  # fmt: skip
    except ValidationError as trouble:
        return _no(request, ground, guest, trouble, is_adult=is_adult)
    return _to_slip(organisation, slug, given)


@require_POST
def set_aside(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    """A quarantine or a bar, for a reason. After a quarantine the page offers what there is; a bar is one place's."""
    ground = coordinating_or_404(request.viewer, slug)
    found, form = guest_or_404(ground, guest), OverrideForm(request.POST)
    if not form.is_valid():
        context = page_of(request, ground, found) | {"override": form, "override_open": True}
        return render(request, "beds/place.html", context, status=422)
    typed = form.cleaned_data
    who: dict[str, Any] = {"by": request.viewer, "now": ground.now, "scene": ground.scene}
    try:
        with transaction.atomic():
            decided = override(found, typed["what"], ground.tonight, typed["reason"], pool=typed["pool"], **who)
            if typed["what"] != Override.What.BAR:
                messages.success(request, gettext("Undantaget är gjort. Här står vad som kan ges nu."))
                return redirect("beds:place", organisation=organisation, slug=slug, guest=found.pk)
            site = get_object_or_404(Site.objects.visible_to(request.viewer), pk=typed["site"])
            given = give(
                ground.partnership, found, pool=typed["pool"], site=site, night=ground.tonight, override=decided,
                intake=intake_of(request, ground).key, is_adult=not age_is_unclear(found, ground.tonight),
                with_card=True, **who,
            )  # fmt: skip
    except ValidationError as trouble:
        return _no(request, ground, found, trouble, reason=typed["reason"])
    return _to_slip(organisation, slug, given)


@require_POST
def refuse_place(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    """Counted without a name. Who waits in the line waits no more."""
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    said: dict[str, Any] = {"by": request.viewer, "now": ground.now}
    try:
        refuse(
            ground.partnership, request.POST.get("pool", ""), ground.tonight, found.sex,
            request.POST.get("reason", ""), key=KeyForm.sent_in(request.POST), **said,
        )  # fmt: skip
    except ValidationError as trouble:
        return _no(request, ground, found, trouble)
    for each in Waiting.objects.visible_to(request.viewer).filter(guest=found, night=ground.tonight):
        leave_line(each, Waiting.State.REFUSED, **said)
    messages.success(request, gettext("Inskrivet: en person utan plats, utan namn."))
    return redirect("beds:desk", organisation=organisation, slug=slug)


@require_POST
def wait(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    try:
        join_line(
            ground.partnership, found, pool=request.POST.get("pool", ""), night=ground.tonight,
            by=request.viewer, now=ground.now,
        )  # fmt: skip
    except ValidationError as trouble:
        return _no(request, ground, found, trouble)
    messages.success(request, gettext("%(who)s står i kön.") % {"who": found.known_as})
    return redirect("beds:desk", organisation=organisation, slug=slug)


def page_of(request: ViewerRequest, ground: Ground, guest: Guest) -> dict[str, Any]:
    intake = intake_of(request, ground)
    found = outlook(ground.scene, guest, intake=intake.key, by=request.viewer, now=ground.now)
    barred = _set_aside_able(found, ground)
    line = Waiting.objects.visible_to(request.viewer).filter(guest=guest, night=ground.tonight, state="waits").first()
    return ground.context(desk_trail(ground)) | {
        "guest": guest,
        "here": f"{ground.home}intake/guests/{guest.pk}/",
        "desk": f"{ground.home}intake/",
        "intake": intake,
        "outlook": found,
        "age_unclear": age_is_unclear(guest, ground.tonight),
        "override": _override_form(ground, found, barred),
        "barred": barred,
        "refusal": _reason(found),
        "once": KeyForm.empty(),
        "may_wait": found.answer.hindrance is rules.Hindrance.FULL and line is None,
        "waiting": line,
        "pools": pool_names(ground.terms),
    }


def _reason(found: Outlook) -> Refusal.Reason | None:
    """Who has a place already is not without one."""
    if found.offers:
        return Refusal.Reason.DECLINED
    if found.answer.hindrance is rules.Hindrance.HAS_A_PLACE:
        return None
    return _REFUSED.get(found.answer.hindrance, Refusal.Reason.OTHER) if found.answer.hindrance else None


def _set_aside_able(found: Outlook, ground: Ground) -> Bar | None:
    """The bar that an exception would be from; a quarantine comes before it."""
    if found.answer.hindrance is rules.Hindrance.QUARANTINE:
        return None
    return next((each for each in found.bars if each.nights.lower <= ground.tonight), None)


def _override_form(ground: Ground, found: Outlook, barred: Bar | None) -> OverrideForm | None:
    """Only for who has the mandate, and only where there is something to set aside."""
    if barred is None and found.answer.hindrance is not rules.Hindrance.QUARANTINE:
        return None
    seats = {each.body for each in ground.viewer.seats if each.partnership_id == ground.partnership.pk}
    if not rules.may_override(ground.terms, found.pool, None, seats).allowed:
        return None
    if barred is None:
        return OverrideForm(initial={"what": Override.What.QUARANTINE, "pool": found.pool})
    there = (
        Standing.objects.filter(site=barred.site_id, nights__contains=ground.tonight).order_by("place__rank").first()
    )
    pool = there.pool if there else found.pool
    return OverrideForm(initial={"what": Override.What.BAR, "pool": pool, "site": barred.site_id})


def _offer(text: str) -> tuple[str, rules.Kind, UUID]:
    """«pool/kind/site», as the page wrote it. ValidationError for anything else."""
    try:
        pool, kind, site = text.split("/")
        return pool, rules.Kind(kind), UUID(site)
    except ValueError:
        raise ValidationError(gettext("Välj ett nattställe.")) from None


def _row(ground: Ground, guest: Guest | UUID) -> Guest:
    return guest if isinstance(guest, Guest) else guest_or_404(ground, guest)


def _to_slip(organisation: str, slug: str, given: Given) -> HttpResponse:
    given_by = given.entitlement
    return redirect("beds:slip", organisation=organisation, slug=slug, guest=given_by.guest_id, entitlement=given_by.pk)


def _no(
    request: ViewerRequest,
    ground: Ground,
    guest: Guest | UUID,
    trouble: ValidationError,
    *,
    is_adult: bool = False,
    reason: str = "",
) -> HttpResponse:
    """The page shows how things stand now, and what was ticked or typed is still there.

    A second press of «give» leads to what the first one gave.
    """
    desk = f"{ground.home}intake/guests/{guest.pk if isinstance(guest, Guest) else guest}/"
    if getattr(trouble, "code", "") == rules.Hindrance.HAS_A_PLACE:
        own = own_place(_row(ground, guest), ground.tonight)
        if own is not None and own.nights.lower == ground.tonight:
            return redirect(f"{desk}slip/{own.pk}/")
    for text in trouble.messages:
        messages.warning(request, text)
    if not is_adult and not reason:
        return redirect(f"{desk}place/")
    context = page_of(request, ground, _row(ground, guest)) | {"is_adult": is_adult}
    if reason and context["override"]:
        context["override"].initial["reason"] = reason
        context["override_open"] = True
    return render(request, "beds/place.html", context, status=422)
