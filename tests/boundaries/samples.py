"""A partnership with an agreement between the municipality and the association, and one of everything in it.

`SAMPLES` gives the value of each parameter that an address can have, always something of the municipality's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.addresses import clause_slugs
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.partnerships.queries import bodies_of
from samsyn.web.seed.actions import agreement_folders

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Sample:
    cast: Cast
    partnership: Partnership
    colleague: Person
    membership: Membership
    obligation: Obligation
    clause: str
    appointment: Appointment


SAMPLES: dict[str, Callable[[Sample], Any]] = {
    "slug": lambda sample: sample.partnership.slug,
    "person": lambda sample: sample.colleague.pk,
    "membership": lambda sample: sample.membership.pk,
    "body": lambda sample: sample.appointment.body,
    "appointment": lambda sample: sample.appointment.pk,
    "clause": lambda sample: sample.clause,
    "obligation": lambda sample: sample.obligation.pk,
    "pk": lambda sample: 1,
    "uidb36": lambda sample: "1",
    "number": lambda sample: 1,
    "secret": lambda sample: "not-a-secret",
    "key": lambda sample: "not-a-key",
}


def lay_out(cast: Cast) -> Sample:
    colleague = cast.person(cast.municipality, Role.STAFF)
    with acting_as_job(Job.SEED):
        # A partnership without an agreement exists only in tests of access; the pages need the real thing.
        for bare in (cast.partnership, cast.other_partnership):
            bare.parties.all().delete()
            bare.delete()
        partnership = _an_agreement_between(cast.municipality, cast.association)
        return Sample(
            cast,
            partnership,
            colleague,
            Membership.objects.get(person=colleague),
            Obligation.objects.filter(partnership=partnership, due__isnull=False).order_by("due")[0],
            next(iter(clause_slugs(dossier_of(partnership)).values())),
            _a_seat(partnership, cast.municipality, colleague),
        )


def _a_seat(partnership: Partnership, organisation: Organisation, person: Person) -> Appointment:
    body = bodies_of(dossier_of(partnership).agreement)[0]
    return Appointment.objects.create(
        person=person,
        partnership=partnership,
        organisation=organisation,
        body=body.id,
        function=body.seats[0].function,
        since=TODAY,
    )


def _an_agreement_between(municipality: Organisation, association: Organisation) -> Partnership:
    """Whichever of the agreements has just one party on each side."""
    for folder in agreement_folders():
        files = files_in(folder)
        sides = {key: party.kind for key, party in read_files(files).agreement.party.items()}
        if sorted(sides.values()) == ["civil", "public"]:
            both = {"public": municipality, "civil": association}
            organisations = {key: both[side] for key, side in sides.items()}
            return register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY)
    raise LookupError("No agreement has one public and one civil party.")
