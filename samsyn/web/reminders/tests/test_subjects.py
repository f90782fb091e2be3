"""A subject is read on locked screens and by post offices. It says nothing of whom or what it is about."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.reminders.actions import make_digests, send_letters
from samsyn.web.reminders.actions.write import Message, write
from samsyn.web.reminders.jobs import remind_all
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.body import subject_of
from samsyn.web.reminders.queries import Receiver
from samsyn.web.reminders.tests.laying import MONDAY, NOW, POST, Table, letters, wish

ALLOWED = {
    "Samsyn: påminnelse",
    "Samsyn: samlat brev",
    "Samsyn: kallelse till möte",
    "Samsyn: ett möte är inställt",
    "Samsyn: något nytt att ta ställning till",
}
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=4, max_size=40)


@given(kind=st.sampled_from(Letter.Kind), calendar=words | st.just("METHOD:CANCEL") | st.just(""))
def test_a_subject_is_one_of_five_whatever_is_told(kind: Letter.Kind, calendar: str) -> None:
    assert subject_of(kind, calendar) in ALLOWED
    assert re.fullmatch(r"Samsyn: [a-zåäö ]+", subject_of(kind, calendar))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(says=words, kind=st.sampled_from(Letter.Kind), calendar=words | st.just(""))
def test_nothing_of_what_is_told_reaches_the_subject(table: Table, says: str, kind: Letter.Kind, calendar: str) -> None:
    receiver = Receiver(table.ours.pk, table.cast.municipality.pk)
    message = Message(
        kind, says[:100], says, "partnerships/", frozenset([receiver]), table.partnership.pk, None, calendar
    )
    with acting_as_job(Job.POST):
        write([message], now=NOW)
    assert {each.subject for each in letters()} <= ALLOWED


def test_all_that_leaves_has_such_a_subject_and_no_secret_in_any_other_header(table: Table, settings: Any) -> None:
    settings.SAMSYN_EMAIL_BACKEND = POST
    wish(table.ours, table.cast.municipality, "daily")
    remind_all(now=NOW, today=MONDAY)
    make_digests(now=NOW, today=MONDAY)
    assert send_letters(now=NOW, today=MONDAY) == 2
    assert {each.subject for each in mail.outbox} == {"Samsyn: påminnelse", "Samsyn: samlat brev"}
    secrets = [table.partnership.name, table.cast.association.name, table.duty.says, str(table.duty.pk)]
    for each in mail.outbox:
        headers = "\n".join(f"{name}: {value}" for name, value in each.message().items())
        assert not [secret for secret in secrets if secret in headers]
