"""A guest's own page for the coordination: what is known, the cards, the stays, other records of the same person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions.cards import new_card, revoke_card
from samsyn.web.beds.actions.guests import change_guest, open_guest, records_of
from samsyn.web.beds.actions.merging import merge, unmerge
from samsyn.web.beds.codes import in_groups
from samsyn.web.beds.finding import Found, card_of, likely_duplicates
from samsyn.web.beds.forms.desk import GuestForm, MergeForm
from samsyn.web.beds.models import Bar, Block, Card, Guest, Merge, Override, Segment
from samsyn.web.beds.presenters.stays import picture_of
from samsyn.web.beds.views.ground import Ground, coordinating_or_404
from samsyn.web.beds.views.placing import desk_trail, guest_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def guest(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    if found.pk != guest:
        return redirect("beds:guest", organisation=organisation, slug=slug, guest=found.pk)
    open_guest(found, by=request.viewer, now=ground.now)
    return render(request, "beds/guest.html", _page(ground, found))


@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    initial = {"known_as": found.known_as, "sex": found.sex, "born": found.born}
    form = GuestForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            change_guest(
                found, typed["known_as"], typed["sex"], typed["born"], by=request.viewer, now=ground.now,
                tonight=ground.tonight,
            )  # fmt: skip
            return redirect("beds:guest", organisation=organisation, slug=slug, guest=found.pk)
        except ValidationError as trouble:
            form.add_error(None, trouble)
    if request.method == "GET":
        open_guest(found, by=request.viewer, now=ground.now)
    back = Place(gettext("Gäst"), _address(ground, found))
    context = ground.context(desk_trail(ground), back) | {"form": form, "back": back.url, "changing": True}
    return render(request, "beds/new_guest.html", context, status=422 if form.is_bound else 200)


@require_POST
def make_card(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    made = new_card(found, by=request.viewer, now=ground.now, tonight=ground.tonight)
    return redirect("beds:card", organisation=organisation, slug=slug, guest=found.pk, card=made.pk)


@require_POST
def revoke(request: ViewerRequest, organisation: str, slug: str, guest: UUID, card: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    mine = Card.objects.visible_to(request.viewer).filter(guest__in=records_of(found))
    revoke_card(get_object_or_404(mine, pk=card), by=request.viewer, now=ground.now, tonight=ground.tonight)
    messages.success(request, gettext("Kortet är spärrat. Koden öppnar inget mer."))
    return redirect("beds:guest", organisation=organisation, slug=slug, guest=found.pk)


@require_POST
def merge_with(request: ViewerRequest, organisation: str, slug: str, guest: UUID) -> HttpResponse:
    """The record whose page it is on is the one that is kept."""
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    form = _merge_form(ground, likely_duplicates(request.viewer, found), request.POST)
    if form.is_valid():
        try:
            other = _other(ground, form)
            said = form.cleaned_data["because"]
            merge(found, other, said, by=request.viewer, now=ground.now, tonight=ground.tonight)
            messages.success(request, gettext("Gästerna är nu en. Allt som hörde till dem är kvar."))
            return redirect("beds:guest", organisation=organisation, slug=slug, guest=found.pk)
        except ValidationError as trouble:
            form.add_error(None, trouble.messages)
    return render(request, "beds/guest.html", _page(ground, found) | {"merging": form, "merge_open": True}, status=422)


@require_POST
def part(request: ViewerRequest, organisation: str, slug: str, guest: UUID, merge: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    mine = Merge.objects.visible_to(request.viewer).filter(absorbed__in=records_of(found))
    undone = unmerge(get_object_or_404(mine, pk=merge), by=request.viewer, now=ground.now)
    messages.success(request, gettext("Gästerna är åtskilda. Var och en har sitt."))
    return redirect("beds:guest", organisation=organisation, slug=slug, guest=undone.kept_id)


def _page(ground: Ground, guest: Guest) -> dict[str, Any]:
    viewer, records = ground.viewer, records_of(guest)
    stays = Segment.objects.visible_to(viewer).filter(guest__in=records, nights__isempty=False)
    stays = stays.select_related("site", "place", "entitlement").order_by("-nights")
    blocks = Block.objects.visible_to(viewer).filter(guest__in=records)
    alike = likely_duplicates(viewer, guest)
    cards = Card.objects.visible_to(viewer).filter(guest__in=records).order_by("revoked_on", "-made_on")
    merges = Merge.objects.visible_to(viewer).filter(absorbed__in=records, undone_at=None).select_related("absorbed")
    return ground.context(desk_trail(ground)) | {
        "guest": guest,
        "here": _address(ground, guest),
        "picture": picture_of(stays, blocks, ground.tonight),
        "stays": stays,
        "bars": Bar.objects.visible_to(viewer).filter(guest__in=records).select_related("site").order_by("-nights"),
        "overrides": Override.objects.visible_to(viewer)
        .filter(guest__in=records)
        .select_related("decided_by")
        .order_by("-night"),
        "cards": [(each, in_groups(each.code)) for each in cards],
        "has_card": any(each.revoked_on is None for each in cards),
        "merges": merges,
        "alike": alike,
        "merging": _merge_form(ground, alike),
    }


def _address(ground: Ground, guest: Guest) -> str:
    return f"{ground.home}intake/guests/{guest.pk}/"


def _merge_form(ground: Ground, alike: list[Found], typed: Any = None) -> MergeForm:
    return MergeForm(typed, others=[(each.guest.pk, _called(each.guest)) for each in alike])


def _called(guest: Guest) -> str:
    return ", ".join([guest.known_as, str(guest.get_sex_display()), *([str(guest.born)] if guest.born else [])])


def _other(ground: Ground, form: MergeForm) -> Guest:
    """The one that was chosen, or whose card's code was written."""
    mine = Guest.objects.visible_to(ground.viewer).filter(partnership=ground.partnership)
    if code := form.cleaned_data["code"]:
        card = card_of(ground.viewer, ground.partnership, code)
        if not isinstance(card, Card):
            raise ValidationError(gettext("Ingen gäst har ett kort med den koden. Läs den igen."))
        return card.guest.merged_into or card.guest
    if chosen := form.cleaned_data.get("other"):
        return get_object_or_404(mine, pk=chosen)
    raise ValidationError(gettext("Välj den andra gästen, eller skriv koden på kortet."))
