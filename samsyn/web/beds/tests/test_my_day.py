"""The ways into the night places from My day, each for whom it is."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.models import Site
from samsyn.web.beds.tests.laying import NIGHT, NOW, Laid, lay
from samsyn.web.beds.tests.test_tonight import at
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


def doors(laid: Laid, who: Organisation, role: Role = Role.STAFF) -> list[str]:
    page = laid.cast.client(who, role).get(f"/as/{who.slug}/").content.decode()
    found = re.search(r'<nav class="doors".*?</nav>', page, re.DOTALL)
    return re.findall(rf'href="/as/{who.slug}/partnerships/{laid.partnership.slug}/([^"]+)"', found[0] if found else "")


def test_the_coordinator_has_a_door_to_the_desk_and_the_night_worker_one_to_tonight(laid: Laid) -> None:
    assert doors(laid, laid.coordinating) == ["intake/"]
    assert doors(laid, laid.kajen.organisation) == ["tonight/"]
    assert doors(laid, laid.vinden.organisation) == ["tonight/"]


def test_each_door_can_be_opened_by_the_one_who_has_it(laid: Laid) -> None:
    for who in (laid.coordinating, laid.kajen.organisation):
        client = laid.cast.client(who, Role.STAFF)
        for door in doors(laid, who):
            url = f"/as/{who.slug}/partnerships/{laid.partnership.slug}/{door}"
            assert client.get(url, follow=True).status_code == 200


def test_who_neither_coordinates_nor_has_a_house_has_no_door(laid: Laid) -> None:
    assert doors(laid, laid.cast.municipality, Role.CASE_OFFICER) == []
    assert doors(laid, laid.cast.other_board, Role.CASE_OFFICER) == []
    for role in (Role.CONTROLLER, Role.STEERING, Role.AUDITOR, Role.ADMINISTRATOR):
        assert doors(laid, laid.kajen.organisation, role) == []


def test_a_house_that_has_closed_leads_nowhere(laid: Laid) -> None:
    yesterday: date = NIGHT - timedelta(days=1)
    with acting_as_job(Job.SEED):
        Site.objects.filter(organisation=laid.vinden.organisation).update(closed_on=yesterday)
    assert doors(laid, laid.vinden.organisation) == []
