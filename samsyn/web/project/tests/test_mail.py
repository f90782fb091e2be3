"""Letters leave beside the answer, and a post office that is closed breaks nothing."""

from collections.abc import Sequence

import pytest
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from samsyn.web.project import mail

carried: list[EmailMessage] = []


class Carries(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        carried.extend(email_messages)
        return len(email_messages)


class Closed(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError(f"nobody home for {email_messages[0].to}")


def hand_over(settings: Settings, office: type[BaseEmailBackend]) -> None:
    settings.SAMSYN_EMAIL_BACKEND = f"{__name__}.{office.__name__}"
    letter = EmailMessage("Hej", "en hemlig länk", to=["namn@kommunen.example"])
    assert get_connection("samsyn.web.project.mail.Aside").send_messages([letter]) == 1
    mail._carrier.submit(int).result()  # the queue is in order: what was handed over before this has been carried


def test_a_letter_is_carried_by_the_chosen_backend(settings: Settings) -> None:
    carried.clear()
    hand_over(settings, Carries)
    assert [letter.subject for letter in carried] == ["Hej"]


def test_a_letter_that_cannot_be_sent_is_told_without_address_or_words(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    hand_over(settings, Closed)
    assert "could not be sent: ConnectionRefusedError" in caplog.text
    assert "namn@" not in caplog.text
    assert "hemlig" not in caplog.text
