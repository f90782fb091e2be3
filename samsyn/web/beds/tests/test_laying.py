"""The table that the other tests eat from."""

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds.models import Guest, Place
from samsyn.web.beds.tests.laying import a_guest, lay

pytestmark = pytest.mark.django_db


def test_the_coordination_sees_its_guests_and_every_party_the_places(cast: Cast) -> None:
    laid = lay(cast)
    guest = a_guest(laid, "Ana", sex="woman")
    with laid.coordination() as viewer:
        assert list(Guest.objects.visible_to(viewer)) == [guest]
    with laid.staff(laid.vinden) as viewer:
        assert not Guest.objects.visible_to(viewer)
        assert not Guest.objects.filter(pk=guest.pk)
        assert Place.objects.visible_to(viewer).count() == 13
