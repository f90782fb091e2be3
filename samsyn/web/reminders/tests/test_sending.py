"""A letter is sent once. What nobody knows the fate of is said to be uncertain, and is not sent again."""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes
from email.policy import default

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.reminders.actions import send_letters
from samsyn.web.reminders.actions.send import claim
from samsyn.web.reminders.tests.laying import MONDAY, NOW, POST, Table, letters, write_letter

CALL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Samsyn//SV\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


class Breaks(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise ConnectionResetError(f"lost {email_messages[0].to}")


class Closed(BaseEmailBackend):
    def open(self) -> bool | None:
        raise ConnectionRefusedError("nobody home")


@pytest.fixture(autouse=True)
def post(settings: Settings) -> None:
    settings.SAMSYN_EMAIL_BACKEND = POST
    settings.SAMSYN_SITE = "https://samsyn.example"


def send() -> int:
    return send_letters(now=NOW, today=MONDAY)


def test_a_letter_is_sent_once_however_often_the_bell_rings(table: Table) -> None:
    write_letter(table.ours, table.cast.municipality)
    assert [send(), send()] == [1, 0]
    assert [each.to for each in mail.outbox] == [[table.ours.email]]
    assert letters()[0].sent_at == NOW


def test_what_waits_or_is_read_here_is_not_sent(table: Table) -> None:
    write_letter(table.ours, table.cast.municipality, "1", waits=True)
    write_letter(table.ours, table.cast.municipality, "2", only_here=True)
    assert send() == 0
    assert mail.outbox == []


def test_a_letter_claimed_and_never_sent_is_left_alone(table: Table) -> None:
    """As after a crash between the two."""
    letter = write_letter(table.ours, table.cast.municipality)
    assert claim(letter.pk, now=NOW) is not None
    assert claim(letter.pk, now=NOW) is None
    assert send() == 0
    assert letters()[0].sent_at is None


def test_a_post_that_breaks_leaves_one_letter_uncertain_and_the_rest_for_the_next_ring(
    table: Table, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    for about in ("1", "2", "3"):
        write_letter(table.ours, table.cast.municipality, about)
    settings.SAMSYN_EMAIL_BACKEND = f"{__name__}.Breaks"
    assert send() == 0
    assert [each.claimed_at is not None for each in letters()] == [True, False, False]
    assert "ConnectionResetError" in caplog.text
    assert table.ours.email not in caplog.text
    settings.SAMSYN_EMAIL_BACKEND = POST
    assert send() == 2


def test_a_closed_post_claims_nothing(table: Table, settings: Settings) -> None:
    write_letter(table.ours, table.cast.municipality)
    settings.SAMSYN_EMAIL_BACKEND = f"{__name__}.Closed"
    assert send() == 0
    assert letters()[0].claimed_at is None
    settings.SAMSYN_EMAIL_BACKEND = POST
    assert send() == 1


def test_someone_who_has_left_since_it_was_written_gets_no_letter(table: Table) -> None:
    write_letter(table.ours, table.cast.municipality)
    write_letter(table.theirs, table.cast.association)
    with acting_as_job(Job.SEED):
        Membership.objects.filter(person=table.ours).update(until=MONDAY)
        Person.objects.filter(pk=table.theirs.pk).update(is_active=False)
    assert send() == 0
    assert [each.only_here for each in letters()] == [True, True]


def test_the_letter_is_plain_text_of_short_lines_with_whole_addresses(table: Table) -> None:
    body = "Ord " * 60 + "\n\n/as/kommunen/partnerships/" + "långt-namn-".replace("å", "a") * 9 + "/"
    write_letter(table.ours, table.cast.municipality, body=body)
    send()
    (letter,) = mail.outbox
    text, _, address = letter.body.rstrip().rpartition("\n")
    assert max(len(line) for line in text.splitlines()) <= 76
    assert address.startswith("https://samsyn.example/as/kommunen/partnerships/")


def test_an_invitation_goes_with_its_method_in_the_content_type(table: Table) -> None:
    write_letter(table.ours, table.cast.municipality, kind="call", calendar=CALL)
    send()
    parsed = message_from_bytes(mail.outbox[0].message().as_bytes(), policy=default)
    (attached,) = parsed.iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    assert attached.get_param("method") == "REQUEST"
    assert attached.get_filename() == "mote.ics"
    assert attached.get_content() == CALL


def test_the_same_letter_has_the_same_message_id_and_asks_for_no_automatic_answer(table: Table) -> None:
    letter = write_letter(table.ours, table.cast.municipality)
    send()
    headers = mail.outbox[0].message()
    assert headers["Message-ID"] == f"<{letter.pk}@samsyn.example>"
    assert headers["Auto-Submitted"] == "auto-generated"
