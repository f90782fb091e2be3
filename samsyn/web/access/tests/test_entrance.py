"""Who a person is here, and what that opens."""

from datetime import date

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.scope import current
from samsyn.web.organisations.models import Membership, Organisation
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Partnership


def test_a_party_sees_its_own_partnership_and_no_other(cast: Cast) -> None:
    with cast.as_(cast.association, Role.STEERING) as viewer:
        assert viewer.partnerships == {cast.partnership.pk}
        assert [p.slug for p in Partnership.objects.all()] == ["partnerskapet"]
        assert {o.slug for o in Organisation.objects.all()} == {"kommunen", "foreningen"}


def test_two_boards_of_one_city_have_a_wall_between_them(cast: Cast) -> None:
    with cast.as_(cast.other_board, Role.CONTROLLER) as viewer:
        assert viewer.partnerships == {cast.other_partnership.pk}
        assert not Organisation.objects.filter(pk=cast.municipality.pk).exists()


def test_an_administrator_opens_no_partnership(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        assert viewer.permissions == {Permission.MANAGE_PEOPLE}
        assert not viewer.known_partnerships
        assert not Partnership.objects.exists()


def test_a_role_that_has_ended_opens_nothing(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD, today=date(2019, 12, 31)) as viewer:
        assert viewer.is_known
        assert not viewer.acts
        assert (
            not Membership.objects.filter(organisation=cast.municipality).exclude(person_id=viewer.person_id).exists()
        )


def test_what_was_set_for_one_is_gone_for_the_next(cast: Cast) -> None:
    before = current()
    with cast.as_(cast.municipality, Role.HEAD):
        assert current().organisation == str(cast.municipality.pk)
    assert current() == before


def test_the_day_page_opens_for_a_member_and_does_not_exist_for_others(cast: Cast) -> None:
    client = cast.client(cast.association, Role.STAFF)
    assert client.get("/as/foreningen/").status_code == 200
    assert client.get("/as/kommunen/").status_code == 404
    assert client.get("/as/ingen-sadan/").status_code == 404
