"""A letter as the post wants it: plain text, an address, and the invitation beside it."""

from __future__ import annotations

from email.mime.text import MIMEText
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.body import in_the_post
from samsyn.web.reminders.presenters.invitation import FILE_NAME, method_of


def envelope(letter: Letter) -> EmailMessage:
    """The same letter has the same Message-ID however often it is made: a post office that got it twice can tell."""
    message = EmailMessage(
        letter.subject,
        in_the_post(letter.body, settings.SAMSYN_SITE),
        to=[letter.person.email],
        headers={
            "Message-ID": f"<{letter.pk}@{urlsplit(settings.SAMSYN_SITE).hostname}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's absence is to answer it
        },
    )
    if letter.calendar:
        message.attach(_invitation(letter.calendar))
    return message


def _invitation(calendar: str) -> MIMEText:
    """RFC 6047 §2.4: the method stands in the content type too, so that mail programs offer to answer."""
    part = MIMEText(calendar, "calendar", "utf-8")
    part.set_param("method", method_of(calendar))
    part.add_header("Content-Disposition", "attachment", filename=FILE_NAME)
    return part
