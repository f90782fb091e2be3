"""Who sees which rows of the night places: three organisations, the coordination, and someone outside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions import arrive, bar, give
from samsyn.web.beds.models import Bar, Block, Card, Entitlement, Guest, Night, Segment, Site
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, ORDINARY, Laid, a_guest, lay
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TABLES = [Guest, Segment, Night, Bar, Entitlement, Block, Card]


@pytest.fixture
def laid(cast: Cast) -> Laid:
    """Ion sleeps at Kajen, Dan at Vinden; each has come, has a card and is barred from the other house."""
    laid = lay(cast)
    with laid.coordination() as viewer:
        for name, site, other in [("Ion", laid.kajen, laid.vinden), ("Dan", laid.vinden, laid.kajen)]:
            guest = a_guest(laid, name)
            given = give(laid.partnership, guest, pool=ORDINARY, site=site, night=NIGHT, by=viewer, now=NOW)
            arrive(given.segment, NIGHT, by=viewer, now=NOW)
            bar(guest, other, DateRange(NIGHT, NIGHT + DAY), "Hot", by=viewer, now=NOW)
            Card.objects.create(
                partnership=laid.partnership, kept_by=BODY, guest=guest, code=f"KOD{name}", made_on=NIGHT
            )
    return laid


def _seen(viewer: Viewer) -> dict[str, int]:
    """By the query and, without any filter, by the policies alone: the wall holds twice."""
    filtered = {each.__name__: each.objects.visible_to(viewer).count() for each in TABLES}  # type: ignore[attr-defined]
    bare = {each.__name__: each.objects.count() for each in TABLES}  # type: ignore[attr-defined]
    assert filtered == bare
    return {name: count for name, count in filtered.items() if count}


def test_the_coordination_sees_all_of_its_guests(laid: Laid) -> None:
    with laid.coordination() as viewer:
        assert set(_seen(viewer).values()) == {2}
        assert len(_seen(viewer)) == len(TABLES)


@pytest.mark.parametrize(("house", "name"), [("kajen", "Ion"), ("vinden", "Dan")])
def test_a_house_sees_who_sleeps_there_and_nothing_of_the_others(laid: Laid, house: str, name: str) -> None:
    with laid.staff(getattr(laid, house)) as viewer:
        assert _seen(viewer) == {"Guest": 1, "Segment": 1, "Night": 1, "Bar": 1}
        assert Guest.objects.get().known_as == name


@pytest.mark.parametrize(
    ("day", "known"),
    [(NIGHT - DAY, 0), (NIGHT, 1), (NIGHT + 4 * DAY, 1), (NIGHT + 5 * DAY, 1), (NIGHT + 6 * DAY, 0)],
)
def test_a_house_knows_a_guest_from_the_first_night_to_the_day_after_the_last(
    laid: Laid, day: date, known: int
) -> None:
    with laid.staff(laid.kajen, today=day) as viewer:
        assert Guest.objects.visible_to(viewer).count() == known
        assert Guest.objects.count() == known


def test_a_party_without_a_house_and_someone_outside_see_no_guest(laid: Laid, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.STAFF) as viewer:
        assert _seen(viewer) == {}
        assert Site.objects.visible_to(viewer).count() == 3
    with cast.as_(cast.other_board, Role.STAFF) as viewer:
        assert _seen(viewer) == {}
        assert not Site.objects.exists()


def test_an_auditor_sees_the_houses_and_no_one_who_sleeps_there(laid: Laid, cast: Cast) -> None:
    with cast.as_(cast.association, Role.AUDITOR) as viewer:
        assert all(not each.objects.visible_to(viewer).exists() for each in TABLES)  # type: ignore[attr-defined]
        assert Site.objects.visible_to(viewer).count() == 3


def test_who_works_at_the_coordinating_organisation_without_a_seat_sees_nothing(laid: Laid, cast: Cast) -> None:
    with cast.as_(laid.coordinating, Role.CASE_OFFICER) as viewer:
        assert _seen(viewer) == {}


def test_a_house_cannot_write_what_the_coordination_keeps(laid: Laid) -> None:
    with laid.staff(laid.kajen), connection.cursor() as cursor:
        for table in ("guest", "block", "entitlement", "card"):
            cursor.execute(f"UPDATE beds_{table} SET kept_by = 'annat'")
            assert cursor.rowcount == 0
    with acting_as_job(Job.PLACES):
        assert not Guest.objects.filter(kept_by="annat").exists()
