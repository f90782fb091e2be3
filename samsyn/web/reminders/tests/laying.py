"""One partnership with one duty, and one person on each side who can be reached by letter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from samsyn.rules.reading import Dossier
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reminders.models import Letter, Wish
from tests.boundaries.samples import Sample, lay_out

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
POST = "django.core.mail.backends.locmem.EmailBackend"


@dataclass
class Table:
    cast: Cast
    partnership: Partnership
    dossier: Dossier
    duty: Obligation
    ours: Person
    theirs: Person
    sample: Sample


def lay(cast: Cast) -> Table:
    """Also for tests that commit."""
    return lay_on(lay_out(cast))


def lay_on(sample: Sample) -> Table:
    """The duty is a report from the association to the municipality, due a week after MONDAY; nothing else is owed."""
    cast = sample.cast
    with acting_as_job(Job.SEED):
        Letter.objects.all().delete()
        Wish.objects.all().delete()
        owed, owner = [cast.association.pk], [cast.municipality.pk]
        duty = sample.obligation
        others = Obligation.objects.filter(partnership=sample.partnership).exclude(pk=duty.pk)
        others.update(fell_away_on=MONDAY)
        due = MONDAY + timedelta(days=7)
        changed = {
            "kind": "report",
            "due": due,
            "due_stated": True,
            "window_start": MONDAY,
            "window_end": due + timedelta(days=1),
            "evidence": "report",
            "owed_by": owed,
            "owed_to": owner,
            "disputed_on": None,
            "met_on": None,
            "fell_away_on": None,
        }
        Obligation.objects.filter(pk=duty.pk).update(**changed)
        duty.refresh_from_db()
        people = cast.person(cast.municipality, Role.HEAD), cast.person(cast.association, Role.HEAD)
        Person.objects.filter(pk__in=[each.pk for each in people]).update(is_demo=False)
        return Table(cast, sample.partnership, dossier_of(sample.partnership), duty, *people, sample)


def letters(**only: Any) -> list[Letter]:
    with acting_as_job(Job.SEED):
        return list(Letter.objects.filter(**only).select_related("person").order_by("made_at", "pk"))


def wish(person: Person, organisation: Any, how: str) -> None:
    with acting_as_job(Job.SEED):
        Wish.objects.update_or_create(person=person, organisation=organisation, defaults={"how": how, "chosen_at": NOW})


def change(duty: Obligation, **fields: Any) -> None:
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(pk=duty.pk).update(**fields)


def write_letter(person: Person, organisation: Any, about: str = "x", **fields: Any) -> Letter:
    given = {"kind": "news", "subject": "Samsyn: nytt", "body": "Något har hänt.", "made_at": NOW} | fields
    with acting_as_job(Job.SEED):
        return Letter.objects.create(person=person, organisation=organisation, about=about, **given)


@contextmanager
def as_seed() -> Iterator[None]:
    with acting_as_job(Job.SEED):
        yield
