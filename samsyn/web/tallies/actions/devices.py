"""A tablet is made by name, invited by a link that lasts minutes, and revoked for good."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.tallies.models import Device, DeviceInvitation
from samsyn.web.tallies.permissions import check_may_answer_for, check_may_count
from samsyn.web.tallies.queries.ground import own_pad
from samsyn.web.tallies.queries.tablet import as_tablet, digest_of, is_open

LASTS = timedelta(minutes=10)
_TOKEN_BYTES = 32
_CODE_BYTES = 16

acts.register(
    {
        "tally.device": gettext_lazy("lade till en räkneplatta"),
        "tally.invite": gettext_lazy("gjorde en länk till en räkneplatta"),
        "tally.join": gettext_lazy("kopplade en räkneplatta"),
        "tally.revoke": gettext_lazy("kopplade av en räkneplatta"),
    }
)


@transaction.atomic
def make_device(partnership: Partnership, pad: str, name: str, *, by: Viewer, now: datetime, today: date) -> Device:
    """It counts nothing until a tablet has opened a link from `invite`. Made twice by two presses: what is there.

    ValidationError for a name that a tablet which counts has already.
    """
    check_may_count(by, partnership.pk)
    own_pad(by, partnership, pad, today)
    if not name.strip():
        raise ValidationError({"name": _("Skriv ett namn som skiljer plattan från de andra.")})
    take_turns(f"tallies-devices {by.organisation_id} {partnership.pk} {pad}")
    rows = Device.objects.visible_to(by).live().filter(partnership=partnership, pad=pad)
    there = rows.filter(name=name.strip()).first()
    if there is not None and there.token_digest:
        raise ValidationError({"name": _("Ni har redan en platta som heter så. Skriv ett annat namn.")})
    if there is not None:
        return there
    made = Device.objects.create(
        partnership=partnership,
        organisation_id=by.organisation_id,
        pad=pad,
        name=name.strip(),
        made_at=now,
        made_by_id=by.person_id,
    )
    record("tally.device", by=by, now=now, subject=made, partnership=partnership, refers_to={"pad": pad})
    return made


@transaction.atomic
def invite(device: Device, *, by: Viewer, now: datetime) -> str:
    """The code of a link, shown once. Links made before stop working. A tablet that counts already goes on until the
    link is opened: then the credential is the new one's."""
    check_may_count(by, device.partnership_id)
    device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if device.revoked_at is not None:
        raise ValidationError(_("Plattan är avkopplad. Lägg till en ny i stället."))
    code = secrets.token_urlsafe(_CODE_BYTES)
    DeviceInvitation.objects.filter(device=device, used_at=None, expires_at__gt=now).update(used_at=now)
    made = DeviceInvitation.objects.create(
        partnership_id=device.partnership_id,
        organisation_id=device.organisation_id,
        device=device,
        code_digest=digest_of(code),
        made_at=now,
        expires_at=now + LASTS,
    )
    about = {"pad": device.pad, "invitation": made.pk}
    record("tally.invite", by=by, now=now, subject=device, partnership=device.partnership_id, refers_to=about)
    return code


@transaction.atomic
def join(invitation: DeviceInvitation, *, now: datetime, today: date) -> str | None:
    """The tablet's credential, told once; None where the invitation is used or over, also by another a moment ago."""
    with as_tablet(invitation.device, today) as tablet:
        found = DeviceInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        device = Device.objects.select_for_update(of=("self",)).get(pk=found.device_id)
        found.device = device
        if not is_open(found, now):
            return None
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        found.used_at, device.token_digest = now, digest_of(token)
        found.save(update_fields=["used_at"])
        device.save(update_fields=["token_digest"])
        about = {"pad": device.pad, "invitation": found.pk}
        record(
            "tally.join", by=tablet.viewer, now=now, subject=device, partnership=device.partnership_id, refers_to=about
        )
    return token


@transaction.atomic
def revoke_device(device: Device, *, by: Viewer, now: datetime) -> Device:
    """What the tablet has not sent yet stays on it; what it sent is counted. Again: nothing happens."""
    check_may_answer_for(by, device.partnership_id)
    device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if device.revoked_at is not None:
        return device
    device.revoked_at = now
    device.save(update_fields=["revoked_at"])
    about = {"pad": device.pad}
    record("tally.revoke", by=by, now=now, subject=device, partnership=device.partnership_id, refers_to=about)
    return device


def show(device: Device, *, buttons: tuple[str, ...], asks: tuple[str, ...], age_bands: tuple[str, ...]) -> None:
    """Remember what the tablet is given. Only more is ever written; asked for again, nothing."""
    given = {"buttons": buttons, "asks": asks, "age_bands": age_bands}
    if all(set(more) <= set(device.shown.get(name, ())) for name, more in given.items()):
        return
    with transaction.atomic():
        device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
        device.shown = {name: _with(device.shown.get(name, []), more) for name, more in given.items()}
        device.save(update_fields=["shown"])


def _with(before: list[Any], more: tuple[str, ...]) -> list[Any]:
    return [*before, *(each for each in more if each not in before)]
