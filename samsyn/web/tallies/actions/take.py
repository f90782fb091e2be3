"""What a pad sends is read here, and taken by the database in one call."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from samsyn.web.access.scope import apply, current
from samsyn.web.project.clock import SWEDEN
from samsyn.web.tallies.queries.tablet import digest_of

SKEW = timedelta(minutes=5)
"""A smaller difference between the tablet's clock and ours is left alone: a network takes its time."""
_LONGEST = 60
_MOST_OFFSET = 14 * 60
_TAKE = "SELECT tallies_take(%s, %s, %s)"


@dataclass(frozen=True, slots=True)
class Tap:
    """One event as it was sent, read. `at` has the tablet's own offset."""

    id: UUID
    button: str
    at: datetime
    sex: str
    age_band: str
    undoes: UUID | None

    def row(self, shift: timedelta) -> dict[str, Any]:
        """The civil day is Sweden's at the corrected instant, the date that a tablet with the right time shows.

        One that stands on another time zone, or whose clock is a day wrong, counts on the right day all the same.
        """
        offset = self.at.utcoffset() or timedelta()
        at = self.at.astimezone(UTC) + shift
        return {
            "id": str(self.id),
            "button": self.button,
            "day": at.astimezone(SWEDEN).date().isoformat(),
            "at": at.isoformat(),
            "offset_minutes": int(offset.total_seconds() // 60),
            "sex": self.sex,
            "age_band": self.age_band,
            "undoes": str(self.undoes) if self.undoes else None,
        }


def tap_from(sent: Mapping[str, Any]) -> Tap:
    """Raises ValueError for what is no event."""
    texts = {name: sent.get(name) or "" for name in ("button", "sex", "age_band")}
    if not all(isinstance(each, str) and len(each) <= _LONGEST and "\0" not in each for each in texts.values()):
        raise ValueError("long")
    at, undoes = datetime.fromisoformat(_text(sent, "at")), sent.get("undoes")
    offset = at.utcoffset()
    if offset is None or abs(offset) > timedelta(minutes=_MOST_OFFSET):
        raise ValueError("offset")
    at.astimezone(SWEDEN)  # the first and last years have no instant in every zone
    return Tap(UUID(_text(sent, "id")), at=at, undoes=UUID(str(undoes)) if undoes else None, **texts)


def take(token: str, taps: Sequence[Tap], *, sent_at: datetime | None, now: datetime) -> dict[str, Any] | None:
    """{"today", "counts", "results": {id: {"state", "why"}}}; None for a credential that is revoked or unknown.

    `sent_at`: the tablet's clock when it sent. If it differs from ours by more than `SKEW`, every event is moved by the
    difference: what was queued while the tablet was offline was counted by the same wrong clock.
    """
    shift = now - sent_at if sent_at is not None and abs(now - sent_at) > SKEW else timedelta()
    rows = json.dumps([row for each in taps if (row := _shifted(each, shift)) is not None])
    # The call sets the tablet's scope for its own transaction. Where there is one around it, that scope is put back.
    before = current() if connection.in_atomic_block else None
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [digest_of(token), rows, now])
        (answer,) = cursor.fetchone()
    if before is not None:
        apply(before)
    found: dict[str, Any] | None = json.loads(answer) if isinstance(answer, str) else answer
    return found


def _shifted(tap: Tap, shift: timedelta) -> dict[str, Any] | None:
    try:
        return tap.row(shift)
    except OverflowError:
        return None


def _text(sent: Mapping[str, Any], name: str) -> str:
    found = sent.get(name)
    if not isinstance(found, str):
        raise ValueError(name)
    return found
