"""Two workers at the same time, each on a connection of its own: nobody gets the same letter twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import patch

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.reminders import jobs
from samsyn.web.reminders.actions import make_digests, send, send_letters
from samsyn.web.reminders.tests.laying import MONDAY, NOW, Table, lay, letters, wish, write_letter

pytestmark = pytest.mark.django_db(transaction=True)

_PATIENCE = 1.0
carried: list[EmailMessage] = []


class Carries(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        carried.extend(email_messages)
        return len(email_messages)


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_EMAIL_BACKEND = f"{__name__}.Carries"
    carried.clear()
    return lay(lay_the_table())


def at_once(act: Callable[[], Any], times: int = 2) -> list[Any]:
    """All begin together."""
    barrier = threading.Barrier(times, timeout=_PATIENCE)

    def one(_: int) -> Any:
        try:
            barrier.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times)))


def test_two_who_remind_at_once_write_each_letter_once(table: Table) -> None:
    written = at_once(lambda: jobs.remind_all(now=NOW, today=MONDAY), times=3)
    assert sum(written) == 2
    assert len(letters()) == 2
    with acting_as_job(Job.SEED):
        assert Act.objects.filter(name="reminders.remind").count() == 1


def test_two_who_send_at_once_send_each_letter_once(table: Table) -> None:
    """Both have read the same list before either claims a letter."""
    for number in range(20):
        write_letter(table.ours, table.cast.municipality, str(number))
    barrier, read = threading.Barrier(2, timeout=_PATIENCE), send._waiting

    def both_have_read(today: Any) -> Any:
        found = read(today)
        barrier.wait()
        return found

    with patch.object(send, "_waiting", both_have_read):
        sent = at_once(lambda: send_letters(now=NOW, today=MONDAY))
    assert sum(sent) == 20
    assert len({each.extra_headers["Message-ID"] for each in carried}) == len(carried) == 20


def test_two_who_gather_at_once_make_one_digest_with_everything_in_it(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "daily")
    for number in range(5):
        write_letter(table.ours, table.cast.municipality, str(number), waits=True)
    made = at_once(lambda: make_digests(now=NOW, today=MONDAY), times=3)
    assert sum(made) == 1
    (digest,) = letters(kind="digest")
    assert {each.taken_up_by_id for each in letters(kind="news")} == {digest.pk}


def test_the_bells_rung_twice_after_each_other_send_what_was_due_once(table: Table) -> None:
    for _ in range(2):
        jobs.remind_all(now=NOW, today=MONDAY)
        make_digests(now=NOW, today=MONDAY)
        send_letters(now=NOW, today=MONDAY)
    assert sorted(each.to[0] for each in carried) == sorted([table.ours.email, table.theirs.email])


def test_a_worker_that_dies_between_claim_and_post_leaves_a_letter_that_is_not_sent_again(table: Table) -> None:
    """What was claimed is committed before the post is asked: the letter is uncertain whatever happens then."""
    write_letter(table.ours, table.cast.municipality)

    def dies(*_: Any) -> None:
        raise SystemExit

    with patch.object(Carries, "send_messages", dies), pytest.raises(SystemExit):
        send_letters(now=NOW, today=MONDAY)
    connection.close()
    assert send_letters(now=NOW, today=MONDAY) == 0
    (letter,) = letters()
    assert (letter.claimed_at, letter.sent_at) == (NOW, None)
