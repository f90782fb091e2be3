"""The ground that tests share is as new for each of them."""

from __future__ import annotations

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import NOTHING, acting_as_job, current
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from tests.boundaries.samples import Sample


@pytest.mark.parametrize("time", [1, 2])
def test_what_one_test_does_the_next_does_not_see(sample: Sample, time: int) -> None:
    assert current() == NOTHING
    with acting_as_job(Job.SEED):
        assert Organisation.objects.count() == 4
        assert Organisation.objects.get(slug="kommunen").name == sample.cast.municipality.name == "Socialnämnden"
        Organisation.objects.create(slug="den-nya", name="Den nya", kind="civil")
        sample.cast.municipality.name = "Ett annat namn"
        sample.cast.municipality.save()
        person = sample.cast.person(sample.cast.municipality, Role.CONTROLLER)
        assert type(person).objects.filter(pk=person.pk).exists()


def test_whoever_lays_a_table_of_their_own_finds_the_room_empty(cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        assert cast.partnership.parties.count() == 2
        assert Organisation.objects.count() == 4


def test_whoever_commits_finds_the_room_empty(transactional_db: None) -> None:
    with acting_as_job(Job.SEED):
        assert not Organisation.objects.exists()


def test_and_then_it_is_laid_again(sample: Sample) -> None:
    with acting_as_job(Job.SEED):
        assert Organisation.objects.get(slug="kommunen").name == "Socialnämnden"
