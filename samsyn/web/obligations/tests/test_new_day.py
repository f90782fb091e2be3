"""The night's bell: what silence has decided is written down, once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from samsyn.rules.reading.skeleton import skeleton
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.history.models import Act
from samsyn.web.obligations.jobs import derive_the_new_day
from samsyn.web.obligations.models import Obligation, Outlook
from samsyn.web.partnerships.models import Partnership

TACIT = skeleton("tyst").replace('form = "written_agreement"', 'form = "tacit"')
NOW = datetime(2028, 9, 1, 8, tzinfo=UTC)


@pytest.fixture
def tacit(cast: Cast) -> Partnership:
    """2027-01-01–2028-12-31, last day for notice 2028-09-30, one year at a time."""
    with acting_as_job(Job.SEED):
        return register_partnership(
            {"agreement.toml": TACIT.encode()},
            {"namnden": cast.municipality, "foreningen": cast.association},
            by=Job.SEED,
            now=NOW,
            today=date(2028, 9, 1),
        )


def _last_days(partnership: Partnership) -> tuple[date, date | None]:
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=partnership, kind="meeting").order_by("-due").first()
        return Outlook.objects.get(partnership=partnership).last_day, owed.due if owed else None


def test_the_night_after_the_last_day_for_notice_the_agreement_goes_on(tacit: Partnership) -> None:
    with override_settings(SAMSYN_TODAY=date(2028, 9, 30)):
        derive_the_new_day()
    assert _last_days(tacit) == (date(2028, 12, 31), date(2028, 12, 31))

    with override_settings(SAMSYN_TODAY=date(2028, 10, 1)):
        derive_the_new_day()
    assert _last_days(tacit) == (date(2029, 12, 31), date(2029, 12, 31))


def test_the_bell_may_ring_twice(tacit: Partnership) -> None:
    with override_settings(SAMSYN_TODAY=date(2028, 10, 1)):
        derive_the_new_day()
        with acting_as_job(Job.SEED):
            before = set(Obligation.objects.values_list("pk")), Act.objects.count()
        derive_the_new_day()
        with acting_as_job(Job.SEED):
            assert (set(Obligation.objects.values_list("pk")), Act.objects.count()) == before
