"""What signing in leaves in the history, and forgetting the factors of someone who has lost them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import NO_ONE, Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.project import clock

acts.register(
    {
        "signin.done": _("loggade in"),
        "signin.forget_factors": _("tog bort en persons kodapp, nycklar och reservkoder"),
    }
)


@transaction.atomic
def note_sign_in(person: Person, *, today: date, now: datetime) -> None:
    """In the history of each organisation where the person holds a role that day; each sees its own.

    Without a role it is noted for nobody to see but whoever runs the machine. Under Job.SIGN_IN.
    """
    for organisation_id in _organisations(person, today) or [NO_ONE]:
        someone = Viewer(person_id=person.pk, organisation_id=organisation_id, job=Job.SIGN_IN)
        record("signin.done", by=someone, now=now)


@transaction.atomic
def forget_factors(person: Person, *, today: date, now: datetime) -> int:
    """For someone who has lost both phone and reserve codes; gives how many were removed. Under Job.INSTALLATION.

    1. the factors; 2. the person's open sessions; 3. history. The password still stands, and opens only the page
    where a new factor is added.
    """
    with also_as_job(Job.SIGN_IN):
        count, _tables = Authenticator.objects.filter(user=person).delete()
    for session in Session.objects.all():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()
    concerned: list[UUID | None] = [*_organisations(person, today)]
    for organisation_id in concerned or [None]:
        record("signin.forget_factors", by=Job.INSTALLATION, now=now, subject=person, organisation=organisation_id)
    return int(count)


def someone_has_signed_in(user: Person, **_: Any) -> None:
    """allauth's signal, after every step of the way in."""
    note_sign_in(user, today=clock.today(), now=clock.now())


def _organisations(person: Person, today: date) -> list[UUID]:
    held = Membership.objects.on(today).filter(person=person)
    return list(held.order_by("organisation_id").values_list("organisation_id", flat=True).distinct())
