"""A pad of the association, with tablets that have been shown two buttons, sex and two age bands."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.tallies.models import ClosedPeriod, Device, Event

NOW = datetime.combine(TODAY, time(16), tzinfo=UTC)
SHOWN = {"buttons": ["visit", "lunch"], "asks": ["sex", "age_band"], "age_bands": ["0-17", "18+"]}
PAD = "huset"


def tap(button: str = "visit", **said: Any) -> dict[str, Any]:
    """As the view hands it to the database."""
    day = said.pop("day", TODAY)
    at = datetime.combine(day, time(12), tzinfo=UTC)
    return {
        "id": str(uuid.uuid4()),
        "button": button,
        "day": day.isoformat(),
        "at": at.isoformat(),
        "offset_minutes": 60,
        "sex": "",
        "age_band": "",
        "undoes": None,
    } | said


def undoing(event: dict[str, Any], **said: Any) -> dict[str, Any]:
    return tap(undoes=event["id"], **said)


def at_once(*acts: Any) -> list[Any]:
    """Each on a connection of its own; an exception is an answer."""
    from concurrent.futures import ThreadPoolExecutor

    def one(act: Any) -> Any:
        try:
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


@dataclass
class Counting:
    cast: Cast
    pad: str = PAD
    _tokens: dict[uuid.UUID, str] = field(default_factory=dict)

    @property
    def partnership(self) -> Partnership:
        return self.cast.partnership

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    def device(self, *, pad: str = PAD, whose: Organisation | None = None, where: Partnership | None = None) -> Device:
        token = uuid.uuid4().hex
        with acting_as_job(Job.SEED):
            made = Device.objects.create(
                partnership=where or self.partnership,
                organisation=whose or self.ours,
                pad=pad,
                name="Plattan",
                token_digest=hashlib.sha256(token.encode()).hexdigest(),
                shown=SHOWN,
                made_at=NOW,
            )
        self._tokens[made.pk] = token
        return made

    def token(self, device: Device) -> str:
        return self._tokens[device.pk]

    def take(self, device: Device, *events: dict[str, Any], now: datetime = NOW) -> Any:
        """What the database answers, in a transaction of its own."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT tallies_take(%s, %s, %s)", [device.token_digest, json.dumps(events), now])
            (answer,) = cursor.fetchone()
        return json.loads(answer) if isinstance(answer, str) else answer

    def states(self, device: Device, *events: dict[str, Any]) -> list[str]:
        results = self.take(device, *events)["results"]
        return [results[each["id"]]["state"] for each in events]

    def sum(self, **said: Any) -> int:
        with acting_as_job(Job.SEED):
            return Event.objects.counted().filter(**said).total()

    def rows(self, **said: Any) -> list[Event]:
        with acting_as_job(Job.SEED):
            return list(Event.objects.filter(**said).order_by("received_at", "id"))

    def close(self, first: date = TODAY - timedelta(days=30), last: date = TODAY) -> ClosedPeriod:
        with acting_as_job(Job.SEED):
            return ClosedPeriod.objects.create(
                partnership=self.partnership,
                organisation=self.ours,
                pad=self.pad,
                days=(first, last + timedelta(days=1)),
                closed_at=NOW,
            )


@pytest.fixture
def counting(cast: Cast) -> Counting:
    return Counting(cast)


@pytest.fixture
def committed(transactional_db: None) -> Counting:
    """For tests with several connections."""
    return Counting(lay_the_table())
