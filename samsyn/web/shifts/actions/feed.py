"""A person's secret address to her own shifts, opened and closed. One is open at a time."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import take_turns
from samsyn.web.shifts.models import FeedKey

SECRET_BYTES = 32
"""256 bits: the address is the only key to the calendar."""

acts.register(
    {
        "shift_feed.open": _("öppnade en kalenderadress till sina pass"),
        "shift_feed.revoke": _("stängde kalenderadressen till sina pass"),
    }
)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain SHA-256 cannot be turned back."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def open_feed(*, by: Viewer, now: datetime) -> str:
    """The secret, which is not kept. An address that is open already stops at once."""
    take_turns(f"shift-feed {by.person_id} {by.organisation_id}")
    FeedKey.objects.of_oneself(by).open().update(revoked_at=now)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    whose = {"person_id": by.person_id, "organisation_id": by.organisation_id}
    key = FeedKey.objects.create(**whose, secret_sha256=digest_of(secret), opened_at=now)
    record("shift_feed.open", by=by, now=now, subject=key)
    return secret


@transaction.atomic
def revoke_feed(*, by: Viewer, now: datetime) -> bool:
    """Whether there was one to close."""
    key = FeedKey.objects.of_oneself(by).open().select_for_update(of=("self",)).first()
    if key is None:
        return False
    key.revoked_at = now
    key.save(update_fields=["revoked_at"])
    record("shift_feed.revoke", by=by, now=now, subject=key)
    return True
