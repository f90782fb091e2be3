"""When a place whose guest has not come is passed on to the next in line, the same evening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from samsyn.rules.because import Reason
from samsyn.rules.meetings.times import SWEDEN
from samsyn.rules.places.nights import NOON
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.words import spoken
from samsyn.rules.terms import Agreement


@dataclass(frozen=True, slots=True)
class Latest:
    """The time in Sweden from which the place is passed on; None: it is kept all night."""

    at: datetime | None
    reason: Reason


def latest_arrival(agreement: Agreement, pool_id: str, night: date) -> Latest:
    """An hour before noon is after midnight: the morning after the evening that the night has its date from."""
    pool = agreement.pool[pool_id]
    inputs, rests_on = (("night", night.isoformat()),), assumed(pool, "latest_arrival")
    if pool.latest_arrival is None:
        says = "Platsen hålls hela natten också när gästen inte har kommit."
        return Latest(None, Reason(pool.clause, pool.id, says, inputs, rests_on))
    clock = time.fromisoformat(pool.latest_arrival)
    at = datetime.combine(night if clock >= NOON else night + timedelta(days=1), clock, SWEDEN)
    says = f"Kom senast {spoken(at.date())} {at:%H.%M}. Sedan går platsen till nästa i kön."
    return Latest(at, Reason(pool.clause, pool.id, says, inputs, rests_on))
