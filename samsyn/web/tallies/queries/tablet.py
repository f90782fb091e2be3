"""A tablet is known by its credential and by nothing else. From there on its organisation's own walls hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job, within
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies.models import Device, DeviceInvitation


@dataclass(frozen=True, slots=True)
class Tablet:
    """`viewer` stands for the organisation whose tablet it is, and for no person."""

    viewer: Viewer
    device: Device


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain SHA-256 cannot be turned back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def device_with(token: str) -> Device | None:
    """The live device with the credential."""
    if not token:
        return None
    with acting_as_job(Job.PAD):
        return Device.objects.live().filter(token_digest=digest_of(token)).first()


def invitation_with(code: str) -> DeviceInvitation | None:
    """Also one that is used or over: to whoever has its code that may be said."""
    with acting_as_job(Job.PAD):
        return DeviceInvitation.objects.filter(code_digest=digest_of(code)).select_related("device").first()


def is_open(invitation: DeviceInvitation, now: datetime) -> bool:
    usable = invitation.used_at is None and invitation.expires_at > now
    return usable and invitation.device.revoked_at is None


@contextmanager
def as_tablet(device: Device, today: date) -> Iterator[Tablet]:
    viewer = Viewer(
        organisation_id=device.organisation_id,
        roles=frozenset({Role.STAFF}),
        partnerships=frozenset({device.partnership_id}),
        day=today,
        job=Job.PAD,
    )
    with within(viewer.scope()):
        yield Tablet(viewer, device)
