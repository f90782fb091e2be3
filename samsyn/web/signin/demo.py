"""One click and you are an invented person. These addresses exist only in a demo."""

from collections.abc import Iterable
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
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock
from samsyn.web.signin.actions import note_sign_in

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Side = tuple[Organisation, list[Membership]]


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
    return [
        (partnership, _sides(of_it, members))
        for partnership, of_it in groupby(places, key=lambda place: place.partnership)
    ]


def _members() -> dict[UUID, list[Membership]]:
    """The invented people who hold a role today, by organisation."""
    held = Membership.objects.on(clock.today()).filter(person__is_demo=True, person__is_active=True)
    found: dict[UUID, list[Membership]] = {}
    for membership in held.select_related("person").order_by("role", "person__display_name"):
        found.setdefault(membership.organisation_id, []).append(membership)
    return found


def _sides(places: Iterable[PartnershipParty], members: dict[UUID, list[Membership]]) -> list[Side]:
    return [(place.organisation, members[place.organisation_id]) for place in places]
