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

_KEPT = Reason("", "", "Platsen hålls hela natten också när gästen inte har kommit.")


@dataclass(frozen=True, slots=True)
class Latest:
    """The time in Sweden from which the place is passed on; None: it is kept all night."""

    at: datetime | None
    reason: Reason


def latest_arrival(agreement: Agreement, pool_id: str, night: date, own: time | None = None) -> Latest:
    """The agreement's hour; where it gives none the house's `own`; where neither is, the place is kept all night.

    An hour before noon is after midnight: the morning after the evening that the night has its date from. A pool that
    the terms no longer know has no hour of theirs.
    """
    told = _by_the_agreement(agreement, pool_id, night) if pool_id in agreement.pool else Latest(None, _KEPT)
    if told.at is not None or own is None:
        return told
    at = _instant(night, own)
    says = f"Nattställets egen tid: kom senast {at:%H.%M}. Sedan går platsen till nästa i kön."
    return Latest(at, Reason("", "", says, (("night", night.isoformat()),)))


def _by_the_agreement(agreement: Agreement, pool_id: str, night: date) -> Latest:
    pool = agreement.pool[pool_id]
    inputs, rests_on = (("night", night.isoformat()),), assumed(pool, "latest_arrival")
    if pool.latest_arrival is None:
        return Latest(None, Reason(pool.clause, pool.id, _KEPT.says, inputs, rests_on))
    at = _instant(night, time.fromisoformat(pool.latest_arrival))
    says = f"Kom senast {spoken(at.date())} {at:%H.%M}. Sedan går platsen till nästa i kön."
    return Latest(at, Reason(pool.clause, pool.id, says, inputs, rests_on))


def _instant(night: date, clock: time) -> datetime:
    return datetime.combine(night if clock >= NOON else night + timedelta(days=1), clock, SWEDEN)
