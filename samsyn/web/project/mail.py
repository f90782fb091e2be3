"""Letters leave beside the answer: how long the post office takes tells nobody whether there was a letter."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

log = logging.getLogger(__name__)
_carrier = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
"""Its queue is emptied before the process ends. A letter that cannot be sent is not tried again."""


class Aside(BaseEmailBackend):
    """Hands every letter to SAMSYN_EMAIL_BACKEND, in order, in a thread of its own."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for letter in email_messages:
            _carrier.submit(_send, letter)
        return len(email_messages)


def _send(letter: EmailMessage, **options: Any) -> None:
    try:
        get_connection(settings.SAMSYN_EMAIL_BACKEND).send_messages([letter])
    except Exception as error:
        # Neither the address nor the words: the letter may hold a way in.
        log.error("A letter could not be sent: %s", type(error).__name__)
