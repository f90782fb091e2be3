"""One click and you are an invented person. These addresses exist only in a demo."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership, PartnershipParty
from samsyn.web.project import clock
from samsyn.web.signin.actions import note_sign_in

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Side = tuple[Organisation, list["Invented"]]


@dataclass(frozen=True, slots=True)
class Invented:
    """A person who can be chosen. `seat`: what one of the staff is for the whole partnership, in its own words."""

    membership: Membership
    seat: str

    @property
    def called(self) -> str:
        role = str(self.membership.get_role_display())
        return f"{role}, {self.seat[:1].lower()}{self.seat[1:]}" if self.seat else role


@login_not_required
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Who can be chosen, by partnership and side. Also for someone who is another person just now."""
    with acting_as_job(Job.SIGN_IN):
        found = _by_partnership()
        groups = [
            (gettext("Påhittade parter, levande exempel"), [each for each in found if each[0].is_demo]),
            (
                gettext("Verkliga överenskommelser, bara det som följer av texten"),
                [each for each in found if not each[0].is_demo],
            ),
        ]
        return render(request, "signin/demo.html", {"partnerships": groups, "anyone": bool(found)})


@login_not_required
@require_POST
def sign_in(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Only invented people have this door."""
    with acting_as_job(Job.SIGN_IN):
        invented = Membership.objects.on(clock.today()).filter(person__is_demo=True, person__is_active=True)
        chosen = get_object_or_404(invented.select_related("person", "organisation"), pk=membership)
        request.session.flush()
        login(request, chosen.person, backend=_BACKEND)
        note_sign_in(chosen.person, today=clock.today(), now=clock.now())
    return redirect("day", organisation=chosen.organisation.slug)


def _by_partnership() -> list[tuple[Partnership, list[Side]]]:
    members = _members()
    places = (
        PartnershipParty.objects.filter(organisation_id__in=members)
        .select_related("partnership", "organisation")
        .order_by("-partnership__is_demo", "partnership__name", "-organisation__kind", "organisation__name")
    )
    seats = _seats()
    return [
        (partnership, _sides(partnership, of_it, members, seats))
        for partnership, of_it in groupby(places, key=lambda place: place.partnership)
    ]


def _seats() -> dict[tuple[UUID, UUID], str]:
    """Partnership and person → the function, as «Samordnare»."""
    with acting_as_job(Job.ENTRY):
        held = Appointment.objects.on(clock.today()).filter(person__is_demo=True, partnership__is_demo=True)
        return {(each.partnership_id, each.person_id): each.function for each in held}


def _members() -> dict[UUID, list[Membership]]:
    """The invented people who hold a role today, by organisation."""
    held = Membership.objects.on(clock.today()).filter(person__is_demo=True, person__is_active=True)
    found: dict[UUID, list[Membership]] = {}
    for membership in held.select_related("person").order_by("role", "person__display_name"):
        found.setdefault(membership.organisation_id, []).append(membership)
    return found


def _sides(
    partnership: Partnership,
    places: Iterable[PartnershipParty],
    members: dict[UUID, list[Membership]],
    seats: dict[tuple[UUID, UUID], str],
) -> list[Side]:
    return [
        (place.organisation, [_invented(each, partnership, seats) for each in members[place.organisation_id]])
        for place in places
    ]


def _invented(membership: Membership, partnership: Partnership, seats: dict[tuple[UUID, UUID], str]) -> Invented:
    """The seats of others are in meetings: their roles say that already."""
    seat = seats.get((partnership.pk, membership.person_id), "") if membership.role == Role.STAFF else ""
    return Invented(membership, seat)
