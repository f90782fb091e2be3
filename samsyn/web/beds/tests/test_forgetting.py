"""A guest is erased a month after the last night; what was given stays as figures that point at nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions import arrive, give, override
from samsyn.web.beds.models import Block, Entitlement, Guest, Night, Override, Segment
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, a_guest, lay, nights
from samsyn.web.privacy.actions import purge

DAY = timedelta(days=1)


@pytest.mark.django_db(transaction=True, databases=["default", "retention"])
def test_a_guest_is_forgotten_thirty_nights_after_the_last_and_the_figures_stay() -> None:
    laid = lay(lay_the_table())
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer:
        given = give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
        arrive(given.segment, NIGHT, by=viewer, now=NOW)
    with laid.coordination(today=NIGHT + 5 * DAY) as viewer:
        override(guest, "quarantine", NIGHT + 5 * DAY, "Kallt", pool=ORDINARY, by=viewer, now=NOW + 5 * DAY)
    purge(NOW + 34 * DAY)
    with acting_as_job(Job.PLACES):
        assert Guest.objects.count() == 1
    purge(NOW + 35 * DAY)
    with acting_as_job(Job.PLACES):
        assert not Guest.objects.exists()
        assert Segment.objects.get().nights == nights(NIGHT, 5)
        rows: list[Any] = [
            Segment.objects.get(),
            Entitlement.objects.get(),
            Block.objects.get(),
            Override.objects.get(),
        ]
        assert [each.guest_id for each in rows] == [None] * 4
        assert Night.objects.count() == 1
