"""Demo people: one for each role, named for the role. They sign in with one click and have no password."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import override

from samsyn.rules.meetings.seats import behind
from samsyn.rules.terms import Agreement
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership

_IN_A_BOARD = tuple(each for each in Role if each is not Role.VOLUNTEER)
_IN_AN_ASSOCIATION = (Role.HEAD, Role.CONTROLLER, Role.STAFF, Role.STEERING, Role.ADMINISTRATOR, Role.VOLUNTEER)
_IN_A_REAL_ORGANISATION = (Role.STEERING,)
_IN_A_PARTICIPANT = (Role.HEAD, Role.CONTROLLER, Role.STEERING)
_SEATS = (
    (Role.CONTROLLER, ("controller", "ekonom")),
    (Role.HEAD, ("chef", "direktör", "ansvarig")),
    (Role.STAFF, ("samordnare",)),
)
"""Which demo person takes a seat, by a word in the name of the function; anybody else is the representative."""


def people_in(organisation: Organisation, since: date) -> dict[Role, Person]:
    """One demo person for each role that the demo needs there. Made if new."""
    return {role: _person(organisation, role, since) for role in _roles(organisation)}


def _roles(organisation: Organisation) -> tuple[Role, ...]:
    if not organisation.is_demo:
        return _IN_A_REAL_ORGANISATION
    if not organisation.org_nr and not organisation.legal_name:
        return _IN_A_PARTICIPANT
    return _IN_A_BOARD if organisation.kind == Organisation.Kind.PUBLIC else _IN_AN_ASSOCIATION


def seat(
    partnership: Partnership, agreement: Agreement, organisations: Mapping[str, Organisation], since: date
) -> None:
    """Demo people take the seats that the agreement gives their organisation. Only in twins."""
    for body in agreement.body.values():
        for place in body.members:
            organisation = behind(agreement, place, organisations)
            if organisation is None or not organisation.is_demo:
                continue
            Appointment.objects.get_or_create(
                person=people_in(organisation, since)[_role_for(place.function)],
                partnership=partnership,
                organisation=organisation,
                body=body.id,
                function=place.function,
                defaults={"since": since},
            )


def for_both(first: Organisation, second: Organisation, since: date) -> Person:
    """Someone who acts for two organisations, to show the switch in the header."""
    with override("sv"):
        email = f"two@{first.slug}.demo.invalid"
        person = _get_or_make(email, f"Revisor, {first.name} och {second.name}")
    for organisation in (first, second):
        Membership.objects.get_or_create(
            person=person, organisation=organisation, role=Role.AUDITOR, defaults={"since": since}
        )
    return person


def _person(organisation: Organisation, role: Role, since: date) -> Person:
    with override("sv"):
        name = f"{capfirst(str(role.label))}, {organisation.name}"
    person = _get_or_make(email_of(organisation, role), name)
    held, _ = Membership.objects.get_or_create(
        person=person, organisation=organisation, role=role, defaults={"since": since}
    )
    if held.since > since:
        # An organisation is a party to several agreements: its people were there when the first of them began.
        held.since = since
        held.save(update_fields=["since"])
    return person


def email_of(organisation: Organisation, role: Role) -> str:
    """How the demo person of a role in an organisation is found again."""
    return f"{role.replace('_', '-')}@{organisation.slug}.demo.invalid"


def _get_or_make(email: str, name: str) -> Person:
    known: Person | None = Person.objects.filter(email=email).first()
    if known:
        return known
    person = Person(email=email, display_name=name[:120], is_demo=True)
    person.set_unusable_password()
    person.save(force_insert=True)
    return person


def _role_for(function: str) -> Role:
    name = function.lower()
    return next((role for role, words in _SEATS if any(word in name for word in words)), Role.STEERING)
