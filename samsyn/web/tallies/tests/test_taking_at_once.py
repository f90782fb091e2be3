"""Ten tablets, lost answers and a period that is closed in the middle of it, each on a connection of its own."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from functools import partial
from typing import Any

import psycopg
import pytest
from django.db import connection

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.tallies.models import Device, Event
from samsyn.web.tallies.tests.conftest import NOW, Counting, at_once, tap, undoing
from samsyn.web.tallies.tests.test_taking import write

pytestmark = pytest.mark.django_db(transaction=True)


def test_ten_tablets_that_send_a_week_at_once_are_counted_to_the_last_tap(committed: Counting) -> None:
    weeks = [[tap(day=TODAY - timedelta(days=n % 7)) for n in range(70)] for _ in range(10)]
    devices = [committed.device() for _ in weeks]
    results = at_once(*(partial(committed.take, *one) for one in _each(devices, weeks)))
    assert not [each for each in results if isinstance(each, Exception)], results
    assert committed.sum() == 700


def test_ten_senders_of_the_same_taps_in_any_order_count_them_once(committed: Counting) -> None:
    events = [tap() for _ in range(60)]
    backs = [undoing(each) for each in events[:10]]
    mixed = [random.Random(n).sample([*events, *backs], 70) for n in range(10)]
    devices = [committed.device() for _ in range(5)] * 2
    results = at_once(*(partial(committed.take, *one) for one in _each(devices, mixed)))
    assert not [each for each in results if isinstance(each, Exception)], results
    counted = [r["state"] for each in results for r in each["results"].values() if r["state"] == "counted"]
    assert len(counted) == 70
    assert {r["state"] for each in results for r in each["results"].values()} == {"counted", "known"}
    assert committed.sum() == 50


def test_two_tablets_that_undo_the_same_tap_undo_it_once(committed: Counting) -> None:
    event = tap()
    devices = [committed.device() for _ in range(6)]
    committed.take(devices[0], event, tap())
    results = at_once(*(partial(committed.take, each, undoing(event)) for each in devices))
    states = sorted(next(iter(each["results"].values()))["state"] for each in results)
    assert states == ["counted"] + ["refused"] * 5
    assert committed.sum() == 1


def test_a_period_closed_while_taps_arrive_has_the_same_sum_for_ever(committed: Counting) -> None:
    """Whoever reads the sum after closing and once all is quiet reads the same."""
    for turn in range(4):
        day = TODAY - timedelta(days=turn)
        batches = [[tap(day=day) for _ in range(40)] for _ in range(6)]
        devices = [committed.device() for _ in batches]

        def close(day: date = day) -> int:
            committed.close(day, day)
            return committed.sum(day=day)

        syncs = [partial(committed.take, *one) for one in _each(devices, batches)]
        results = at_once(*syncs[:3], close, *syncs[3:])
        assert not [each for each in results if isinstance(each, Exception)], results
        assert committed.sum(day=day) == results[3]
        assert len(committed.rows(day=day)) == 240, "what came after waits; nothing is lost"


def test_corrections_at_once_never_bring_a_sum_below_nothing(committed: Counting) -> None:
    write(committed, n=5)
    results = at_once(*(partial(write, committed, source="correction", n=-2, reason="Fel") for _ in range(6)))
    assert len([each for each in results if isinstance(each, Exception)]) == 4
    assert committed.sum() == 1


def test_a_sender_killed_before_the_end_and_tried_again_loses_and_doubles_nothing(committed: Counting) -> None:
    device = committed.device()
    events = [tap() for _ in range(30)]
    settings = connection.get_connection_params()
    raw = psycopg.connect(
        **{key: settings[key] for key in ("dbname", "user", "password", "host", "port") if key in settings}
    )
    raw.execute("SELECT tallies_take(%s, %s, %s)", [device.token_digest, json.dumps(events), NOW])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [raw.info.backend_pid])
    with pytest.raises(psycopg.OperationalError):
        raw.commit()
    raw.close()
    assert committed.rows() == []
    assert set(committed.states(device, *events)) == {"counted"}
    assert set(committed.states(device, *events)) == {"known"}
    assert committed.sum() == 30


def test_an_answer_that_never_came_and_a_retry_at_the_same_time_count_once(committed: Counting) -> None:
    device = committed.device()
    events = [tap() for _ in range(50)]
    results = at_once(*[partial(committed.take, device, *events)] * 8)
    assert not [each for each in results if isinstance(each, Exception)], results
    assert committed.sum() == 50
    with acting_as_job(Job.SEED):
        assert Event.objects.count() == 50


def _each(devices: list[Device], batches: list[list[Any]]) -> list[tuple[Any, ...]]:
    return [(device, *batch) for device, batch in zip(devices, batches, strict=True)]
