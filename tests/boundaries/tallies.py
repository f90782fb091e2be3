"""A pad of the municipality's, and one of everything that is written of it; and one of each for the other party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.partnerships.models import Partnership
from samsyn.web.tallies.models import ClosedPeriod, Closure, Device, DeviceInvitation, Event, HeldDay

PAD = """
[pad.provplatta]
clause = "räkning"
says = "Kommunen räknar besök."
name = "Receptionen"
by = "{public}"
services = ["stod"]
asks = ["sex", "age_band"]
age_bands = ["0-17", "18+"]
"""
PAD_ANSWERED = """
## räkning · Räkning
Besök räknas.

Terms: `provplatta`
"""
_PAD = "provplatta"


@dataclass
class Tallies:
    device: Device
    period: ClosedPeriod
    marked: HeldDay
    closure: Closure
    event: Event


def tallies(partnership: Partnership, cast: Cast, now: datetime) -> Tallies:
    """The municipality's, of which an event waits for `TODAY`."""
    _of({"partnership": partnership, "organisation": cast.association}, now)
    return _of({"partnership": partnership, "organisation": cast.municipality}, now)


def _of(whose: dict[str, Any], now: datetime) -> Tallies:
    at = {**whose, "pad": _PAD}
    device = Device.objects.create(**at, name="Plattan", made_at=now)
    DeviceInvitation.objects.create(
        **whose, device=device, code_digest=device.pk.hex * 2, made_at=now, expires_at=now + timedelta(minutes=10)
    )
    days = DateRange(TODAY - timedelta(days=30), TODAY + timedelta(days=1))
    paper = {"button": "visit", "source": "paper", "reason": "Lappen", "received_at": now}
    Event.objects.create(**at, **paper, day=TODAY, n=3)
    period = ClosedPeriod.objects.create(**at, days=days, closed_at=now)
    return Tallies(
        device,
        period,
        HeldDay.objects.create(**at, day=TODAY, state="held", said_at=now),
        Closure.objects.create(**at, days=days, why="Stängt", made_at=now),
        Event.objects.create(**at, **paper, day=TODAY, n=2),
    )
