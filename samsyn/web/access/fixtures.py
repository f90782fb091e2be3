"""The people in every test: the municipality, the association and the other association.

A pytest plugin (named in the root conftest). `cast` lays the table; `cast.as_(…)` acts without a browser,
`cast.client(…)` is a signed-in browser.

    def test_…(cast: Cast) -> None:
        with cast.as_(cast.association, Role.STEERING) as viewer: …
        page = cast.client(cast.municipality, Role.CONTROLLER).get("/as/kommunen/")
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from samsyn.web.access.jobs import Job

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.organisations.models import Organisation, Person
    from samsyn.web.organisations.roles import Role
    from samsyn.web.partnerships.models import Partnership

SINCE = date(2020, 1, 1)
TODAY = date(2026, 3, 2)


@dataclass
class Cast:
    """Kommunen and Föreningen share `partnership`; the other board and the other association share another.

    The two boards are of one city: same org_nr and legal name, and a wall between them.
    """

    municipality: Organisation
    association: Organisation
    other_association: Organisation
    other_board: Organisation
    partnership: Partnership
    other_partnership: Partnership
    _people: dict[tuple[str, str], Person] = field(default_factory=dict)

    def person(self, organisation: Organisation, role: Role) -> Person:
        """The one who holds just this role just there; the same each time."""
        key = (organisation.slug, str(role))
        if key not in self._people:
            self._people[key] = _make_person(organisation, role)
        return self._people[key]

    @contextmanager
    def as_(self, organisation: Organisation, role: Role, *, today: date = TODAY) -> Iterator[Viewer]:
        """Under that person's scope, as in a request."""
        from samsyn.web.access.entrance import acting_as

        with acting_as(self.person(organisation, role).pk, organisation.slug, today=today) as viewer:
            yield viewer

    def client(self, organisation: Organisation, role: Role) -> Client:
        """A browser in which that person is signed in."""
        return signed_in(self.person(organisation, role))


def signed_in(person: Person) -> Client:
    from samsyn.web.access.scope import acting_as_job

    client = Client()
    with acting_as_job(Job.SIGN_IN):
        client.force_login(person)
    return client


@pytest.fixture
def cast(db: None) -> Cast:
    return lay_the_table()


def lay_the_table() -> Cast:
    """Also for tests that commit (`transactional_db`)."""
    from samsyn.web.access.scope import acting_as_job
    from samsyn.web.organisations.models import Organisation
    from samsyn.web.partnerships.models import Partnership

    city = {"kind": "public", "legal_name": "Exempelstads kommun", "org_nr": "212000-0001"}
    with acting_as_job(Job.SEED):
        make = Organisation.objects.create
        table = Cast(
            municipality=make(slug="kommunen", name="Socialnämnden", **city),
            association=make(slug="foreningen", name="Föreningen", kind="civil"),
            other_association=make(slug="andra-foreningen", name="Andra föreningen", kind="civil"),
            other_board=make(slug="andra-namnden", name="Fritidsnämnden", **city),
            partnership=Partnership.objects.create(slug="partnerskapet", name="Partnerskapet"),
            other_partnership=Partnership.objects.create(slug="andra-partnerskapet", name="Andra partnerskapet"),
        )
        _join(table.partnership, table.municipality, table.association)
        _join(table.other_partnership, table.other_board, table.other_association)
    return table


def _join(partnership: Partnership, *organisations: Organisation) -> None:
    from samsyn.web.partnerships.models import PartnershipParty

    for organisation in organisations:
        PartnershipParty.objects.create(partnership=partnership, organisation=organisation, key=organisation.slug)


def _make_person(organisation: Organisation, role: Role) -> Person:
    from samsyn.web.access.scope import acting_as_job
    from samsyn.web.organisations.models import Membership, Person

    with acting_as_job(Job.SEED):
        person = Person(
            email=f"{role}@{organisation.slug}.example",
            display_name=f"{role.label} i {organisation.name}",
            is_demo=True,
        )
        person.set_unusable_password()
        person.save()
        Membership.objects.create(person=person, organisation=organisation, role=role, since=SINCE)
    return person
