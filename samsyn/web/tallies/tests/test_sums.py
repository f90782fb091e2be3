"""The sum of a day is what its counted events make together, whoever wrote them and in whatever order."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.tallies.models import DaySum, Event
from samsyn.web.tallies.tests.conftest import Counting, at_once, tap, undoing
from samsyn.web.tallies.tests.test_taking import write

_KEY = ("organisation_id", "partnership_id", "pad", "day", "button", "sex", "age_band")


def kept() -> Counter[Any]:
    with acting_as_job(Job.SEED):
        return Counter({tuple(key): n for *key, n in DaySum.objects.values_list(*_KEY, "n") if n})


def counted() -> Counter[Any]:
    found: Counter[Any] = Counter()
    with acting_as_job(Job.SEED):
        for *key, n in Event.objects.counted().values_list(*_KEY, "n"):
            found[tuple(key)] += n
    return Counter({key: n for key, n in found.items() if n})


@pytest.mark.django_db
def test_taps_paper_corrections_and_undoings_are_all_in_the_sum(counting: Counting) -> None:
    device = counting.device()
    taps = [tap(sex="woman"), tap(), tap("lunch", day=TODAY - timedelta(days=1)), tap(age_band="18+")]
    counting.take(device, *taps, undoing(taps[0]))
    write(counting, n=7)
    write(counting, source="correction", n=-2, reason="Fel")
    assert kept() == counted()
    assert sum(kept().values()) == 3 + 7 - 2


@pytest.mark.django_db
def test_what_waits_is_in_no_sum_until_it_is_decided(counting: Counting) -> None:
    counting.close(TODAY, TODAY)
    counting.take(counting.device(), tap(), tap())
    assert kept() == Counter()
    with acting_as_job(Job.SEED):
        for state in ("counted", "refused"):
            first = Event.objects.waiting()[0]
            rows = Event.objects.filter(pk=first.pk)
            rows.update(state=state, decided_at=first.received_at, decided_because="Kom sent")
    assert kept() == counted()
    assert sum(kept().values()) == 1


@pytest.mark.django_db
def test_nobody_writes_a_sum_by_hand(counting: Counting) -> None:
    counting.take(counting.device(), tap())
    tables = ("tallies_daysum", "tallies_monthsum")
    for said in (each.format(table) for table in tables for each in ("UPDATE {} SET n = 100", "DELETE FROM {}")):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(said)
    assert kept() == counted()


@pytest.mark.django_db(transaction=True)
def test_ten_tablets_at_once_and_a_correction_leave_the_sum_right(committed: Counting) -> None:
    batches = [[tap(day=TODAY - timedelta(days=n % 3)) for n in range(40)] for _ in range(8)]
    backs = [[*batch, *(undoing(each) for each in batch[::4])] for batch in batches]
    devices = [committed.device() for _ in batches]
    syncs = [partial(committed.take, device, *batch) for device, batch in zip(devices, backs, strict=True)]
    results = at_once(*syncs, partial(write, committed, n=5), partial(write, committed, n=3))
    assert not [each for each in results if isinstance(each, Exception)], results
    assert kept() == counted()
    assert sum(kept().values()) == 8 * 30 + 8
