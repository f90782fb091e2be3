"""A person's calendar address: opened, renewed, given other titles, revoked. One open address per organisation."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.models import FeedKey
from samsyn.web.organisations.models import Person

SECRET_BYTES = 32
"""256 bits: the address is the only key to the calendar."""

acts.register(
    {
        "feed.open": _("öppnade en kalenderadress"),
        "feed.renew": _("bytte sin kalenderadress mot en ny"),
        "feed.title": _("valde vad kalendern ska visa"),
        "feed.revoke": _("stängde sin kalenderadress"),
    }
)


class NoOpenFeed(Exception):
    """There is no open address to renew, retitle or revoke."""


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain SHA-256 cannot be turned back."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def open_feed(*, by: Viewer, now: datetime, named: bool = False) -> str:
    """Open an address for this person in this organisation; gives the secret, which is not kept.

    An address that is already open is closed: the person cannot read its secret again and asks for a new one.
    """
    _one_at_a_time(by)
    _close_open(by, now)
    key, secret = _new_key(by, now, named=named)
    record("feed.open", by=by, now=now, subject=key)
    return secret


@transaction.atomic
def renew_feed(*, by: Viewer, now: datetime) -> str:
    """A new secret with the same titles; the old address stops at once. Raises NoOpenFeed."""
    old = _close_open(by, now)
    if old is None:
        raise NoOpenFeed
    key, secret = _new_key(by, now, named=old.named)
    record("feed.renew", by=by, now=now, subject=key, refers_to={"instead_of": old.pk})
    return secret


@transaction.atomic
def title_feed(*, named: bool, by: Viewer, now: datetime) -> None:
    """Neutral titles, or the duty's own sentence and the partnership's name. Raises NoOpenFeed."""
    key = _open_key(by)
    if key is None:
        raise NoOpenFeed
    if key.named != named:
        key.named = named
        key.titled_at = now
        key.save(update_fields=["named", "titled_at"])
        record("feed.title", by=by, now=now, subject=key, refers_to={"named": int(named)})


@transaction.atomic
def revoke_feed(*, by: Viewer, now: datetime) -> None:
    """Close the address at once. Raises NoOpenFeed."""
    key = _close_open(by, now)
    if key is None:
        raise NoOpenFeed
    record("feed.revoke", by=by, now=now, subject=key)


def _one_at_a_time(by: Viewer) -> None:
    """A second click in the same instant waits here: there may be no open key yet to wait for."""
    Person.objects.select_for_update(no_key=True).get(pk=by.person_id)


def _open_key(by: Viewer) -> FeedKey | None:
    return FeedKey.objects.visible_to(by).open().select_for_update().first()


def _close_open(by: Viewer, now: datetime) -> FeedKey | None:
    key = _open_key(by)
    if key is not None:
        key.revoked_at = now
        key.save(update_fields=["revoked_at"])
    return key


def _new_key(by: Viewer, now: datetime, *, named: bool) -> tuple[FeedKey, str]:
    secret = secrets.token_urlsafe(SECRET_BYTES)
    key = FeedKey.objects.create(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        secret_sha256=hash_of(secret),
        named=named,
        opened_at=now,
        titled_at=now,
    )
    return key, secret
