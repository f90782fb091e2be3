"""A threat that the night watch marked is written up from the log, and never counted twice."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.models import Incident as Mark
from samsyn.web.incidents.models import Incident
from samsyn.web.incidents.tests.conftest import NOW, House
from samsyn.web.organisations.models import Organisation

NIGHT = date(2026, 3, 1)


def a_mark(house: House, whose: Organisation, *, told: bool = True) -> Mark:
    with acting_as_job(Job.SEED):
        return Mark.objects.create(
            partnership=house.partnership,
            organisation=whose,
            kept_by="samordning",
            night=NIGHT,
            kind="threat",
            police_called=True,
            coordination_told_at=NOW if told else None,
            noted_at=NOW,
        )


@pytest.fixture
def mark(house: House) -> Mark:
    return a_mark(house, house.ours)


def test_the_form_knows_what_the_log_knows(house: House, mark: Mark) -> None:
    page = house.client().get(house.at(f"report/?mark={mark.pk}")).content.decode()
    assert f'value="{NIGHT}"' in page
    assert 'value="threat"' in page


def test_one_mark_is_one_incident_whoever_writes_it_up(house: House, mark: Mark) -> None:
    address = house.at(f"report/?mark={mark.pk}")
    staff = house.client()
    assert staff.post(address, house.typed()).status_code == 302
    again = staff.post(address, house.typed(made=uuid4()))
    with acting_as_job(Job.SEED):
        (incident,) = Incident.objects.all()
    assert incident.mark_id == mark.pk
    assert again.headers["Location"] == house.at(f"{incident.pk}/")
    assert staff.get(address).headers["Location"] == house.at(f"{incident.pk}/")


def test_anothers_mark_does_not_exist(house: House) -> None:
    theirs = a_mark(house, house.cast.municipality)
    for wrong in (theirs.pk, uuid4(), "x"):
        assert house.client().get(house.at(f"report/?mark={wrong}")).status_code == 404
        assert house.client().post(house.at(f"report/?mark={wrong}"), house.typed()).status_code == 404
    with acting_as_job(Job.SEED):
        assert not Incident.objects.exists()


def test_the_coordination_that_the_log_has_told_is_not_to_be_told_again(house: House) -> None:
    from samsyn.web.incidents.models import Kind
    from samsyn.web.incidents.queries import standings, untold
    from samsyn.web.incidents.tests.conftest import lay_house_with_coordination

    there = lay_house_with_coordination(house.cast)
    row = Incident(kind=Kind.THREAT, happened_on=NIGHT, coordination_told_at=None)
    before = untold(standings(there.dossier, "foreningen", row, [], there.today))
    row.coordination_told_at = NOW
    after = untold(standings(there.dossier, "foreningen", row, [], there.today))
    assert [each.to for each in before] == ["samordning", "kommunen"]
    assert [each.to for each in after] == ["kommunen"]
