"""What the desk counts and remembers: places for a whole stay, and the hits of the last search."""

from __future__ import annotations

from datetime import timedelta

from psycopg.types.range import DateRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.models import Outage
from samsyn.web.beds.tests.laying import NIGHT, a_guest
from samsyn.web.beds.tests.test_desk import Desk, desk, laid, said

__all__ = ["desk", "laid"]  # fixtures


def test_a_bed_that_is_free_tonight_alone_is_counted_apart_at_the_desk_and_on_the_board(desk: Desk) -> None:
    """A stay is seven nights there: the page of a woman offers only what she can have for all of them."""
    bed = desk.laid.places(desk.laid.lyktan)[0]
    own = {"partnership": desk.laid.partnership, "organisation": desk.laid.lyktan.organisation}
    with acting_as_job(Job.PLACES):
        Outage.objects.create(**own, place=bed, nights=DateRange(NIGHT + timedelta(days=1), None), because="målas")
    counted = "lediga i natt, platser för kvinnor, varav 1 bara i natt"
    assert f"<b>3</b> {counted}" in said(desk.get("intake/"))
    assert "varav 1 bara i natt" in said(desk.get("overview/"))
    woman = a_guest(desk.laid, "Ana", sex="woman")
    assert "2 lediga" in said(desk.get(desk.at(woman)))


def test_back_from_a_guest_shows_the_hits_again_until_the_desk_is_opened(desk: Desk) -> None:
    a_guest(desk.laid, "Gheorghe")
    answer = desk.post("intake/find/", follow=False, text="George")
    assert (answer.status_code, answer.url) == (302, f"{desk.home}intake/find/")
    for _ in range(2):
        assert "som liknar" in said(desk.get("intake/find/"))
    desk.get("intake/")
    gone = desk.get("intake/find/")
    assert (gone.status_code, gone["Location"]) == (302, f"{desk.home}intake/")
