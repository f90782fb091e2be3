"""A secret address to the participant's own page: made, made anew, revoked."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import remember, turns_about
from samsyn.web.placements.models import OwnPage, Participant
from samsyn.web.placements.permissions import check_may_change
from samsyn.web.placements.queries.own import hash_of

SECRET_BYTES = 32
"""256 bits: the address is the only key to the page."""


@transaction.atomic
def make_own_page(participant: Participant, *, by: Viewer, now: datetime) -> str:
    """Gives the secret, which is not kept. An address that is open stops at once."""
    check_may_change(by, participant)
    turns_about(participant.pk)
    _revoke(participant, by, now)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    page = OwnPage.objects.create(
        partnership_id=participant.partnership_id,
        organisation_id=by.organisation_id,
        participant=participant,
        secret_sha256=hash_of(secret),
        made_at=now,
    )
    remember("own_page.make", page, by=by, now=now, refers_to={"participant": participant.pk})
    return secret


@transaction.atomic
def revoke_own_page(participant: Participant, *, by: Viewer, now: datetime) -> None:
    """The address stops at once. Nothing happens where there is none."""
    check_may_change(by, participant)
    turns_about(participant.pk)
    _revoke(participant, by, now)


def _revoke(participant: Participant, by: Viewer, now: datetime) -> None:
    page = OwnPage.objects.visible_to(by).open().filter(participant=participant).first()
    if page is not None:
        page.revoked_at = now
        page.save(update_fields=["revoked_at"])
        remember("own_page.revoke", page, by=by, now=now, refers_to={"participant": participant.pk})
