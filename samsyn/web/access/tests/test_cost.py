"""What a request costs before the page's own work."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership, PartnershipParty

_OF_THE_TEST = ("SAVEPOINT", "RELEASE", "coalesce(current_setting", "SELECT set_config")


def queries_of(cast: Cast, address: str) -> list[str]:
    client = cast.client(cast.municipality, Role.ADMINISTRATOR)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    found = [each["sql"] for each in captured.captured_queries]
    return [sql for sql in found if not any(mark in sql for mark in _OF_THE_TEST)]


def test_knowing_who_asks_takes_the_session_one_call_and_the_person(cast: Cast) -> None:
    first, second, third, *_ = queries_of(cast, "/as/kommunen/people/invite/")
    assert "django_session" in first
    assert "samsyn_enter" in second
    assert "organisations_person" in third


def test_entering_costs_the_same_with_a_thousand_partnerships(cast: Cast) -> None:
    few = len(queries_of(cast, "/as/kommunen/people/invite/"))
    with acting_as_job(Job.SEED):
        made = Partnership.objects.bulk_create(Partnership(slug=f"p-{n}", name=f"P {n}") for n in range(1_000))
        PartnershipParty.objects.bulk_create(
            PartnershipParty(partnership=each, organisation=cast.municipality, key="municipality") for each in made
        )
    assert len(queries_of(cast, "/as/kommunen/people/invite/")) == few
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        assert len(viewer.partnerships) == 1_001
        assert Partnership.objects.visible_to(viewer).count() == Partnership.objects.count() == 1_001
        assert not viewer.partnership_choices
