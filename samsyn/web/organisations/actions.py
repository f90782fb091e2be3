"""What can happen to people and their roles. Each act is one transaction with its history inside."""

from __future__ import annotations

from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.permissions import check_may_manage_people
from samsyn.web.organisations.roles import Role
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "people.invite": _("bjöd in en person"),
        "people.give_role": _("gav en person en roll"),
        "people.end_role": _("avslutade en persons roll"),
        "organisation.found": _("lade till organisationen"),
    }
)


@transaction.atomic
def invite(email: str, display_name: str, role: Role, since: date, *, by: Viewer, now: datetime) -> Membership:
    """A person with a verified address and a first role; the same answer if the address is known already.

    1. the person, unless there is one with that address; 2. its address; 3. the role; 4. history.
    The letter is the caller's to send.
    """
    check_may_manage_people(by)
    with also_as_job(Job.INVITATION):
        person = _person_with(email.lower(), display_name)
    membership = _give(person, role, since, by=by)
    record(
        "people.invite",
        by=by,
        now=now,
        subject=person,
        refers_to={"membership": membership.pk, "role": str(role)},
    )
    return membership


@transaction.atomic
def give_role(person: Person, role: Role, since: date, *, by: Viewer, now: datetime) -> Membership:
    """One more role for someone who already holds one here. Raises ValidationError if it is held at that time."""
    check_may_manage_people(by)
    membership = _give(person, role, since, by=by)
    record(
        "people.give_role",
        by=by,
        now=now,
        subject=person,
        refers_to={"membership": membership.pk, "role": str(role)},
    )
    return membership


@transaction.atomic
def end_role(membership: Membership, until: date, *, by: Viewer, now: datetime) -> Membership:
    """`until` is the first day without the role. Raises ValidationError if nobody would be left to manage people."""
    check_may_manage_people(by)
    _check_someone_is_left(membership, until)
    membership.until = until
    membership.full_clean()
    with refusals_of(Membership):
        membership.save(update_fields=["until"])
    record(
        "people.end_role",
        by=by,
        now=now,
        subject=membership.person,
        refers_to={"membership": membership.pk, "role": membership.role, "until": until},
    )
    return membership


@transaction.atomic
def found(organisation: Organisation, administrator: Person, since: date, *, now: datetime) -> Organisation:
    """A new organisation with its first administrator, from the command line, under Job.INSTALLATION."""
    organisation.full_clean()
    organisation.save()
    person = _person_with(administrator.email.lower(), administrator.display_name)
    Membership.objects.create(person=person, organisation=organisation, role=Role.ADMINISTRATOR, since=since)
    record("organisation.found", by=Job.INSTALLATION, now=now, subject=organisation, organisation=organisation)
    return organisation


def _person_with(email: str, display_name: str) -> Person:
    """The one with that address, or a new one that cannot sign in until it has chosen a password."""
    return _known(email) or _new_person(email, display_name)


def _known(email: str) -> Person | None:
    found: Person | None = Person.objects.filter(email=email).first()
    return found


def _new_person(email: str, display_name: str) -> Person:
    """If another administrator makes the same person in this instant, theirs."""
    person = Person(email=email, display_name=display_name)
    person.set_unusable_password()
    person.clean_fields()
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    except IntegrityError:
        if theirs := _known(email):
            return theirs
        raise
    return person


def _give(person: Person, role: Role, since: date, *, by: Viewer) -> Membership:
    membership = Membership(person=person, organisation_id=by.organisation_id, role=role, since=since)
    # The person may not be visible here until the row exists, so only the role and its time are validated.
    membership.clean_fields(exclude=["person", "organisation"])
    membership.validate_constraints()
    with refusals_of(Membership):
        membership.save(force_insert=True)
    return membership


def _check_someone_is_left(membership: Membership, until: date) -> None:
    if membership.role != Role.ADMINISTRATOR:
        return
    # All of them are locked, in one order, before any is counted: two who end each other's role meet here.
    held = Membership.objects.filter(organisation_id=membership.organisation_id, role=Role.ADMINISTRATOR)
    locked = [each.pk for each in held.select_for_update().order_by("pk")]
    if not held.on(until).filter(pk__in=locked).exclude(pk=membership.pk).exists():
        raise ValidationError(
            _("Ingen administratör skulle finnas kvar från den dagen. Ge rollen till någon annan först.")
        )
