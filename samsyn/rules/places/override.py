"""Who may break a quarantine or a bar with a reason: on a lethal night, at a special event."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import Reading, assumed
from samsyn.rules.places.words import listed
from samsyn.rules.terms import Agreement


@dataclass(frozen=True, slots=True)
class Override:
    """May this person, and by what right."""

    allowed: bool
    reason: Reason


def may_override(agreement: Agreement, pool_id: str, party: str | None, seats: Collection[str] = ()) -> Override:
    """`party` is the organisation's id in the agreement, `seats` the bodies in which the person has a seat today.

    1. the pool names who: they; 2. it names nobody: who has a seat in a body that coordinates, as a reading.
    """
    pool = agreement.pool[pool_id]
    named, clause, term = pool.override_by, pool.clause, pool.id
    rests_on: tuple[str, ...] = assumed(pool, "override_by")
    if not named:
        bodies = [each for each in agreement.body.values() if each.kind == "coordination" and each.applies]
        named, rests_on = tuple(each.id for each in bodies), (*rests_on, Reading.COORDINATION_OVERRIDES)
    allowed = any(key in named for key in (party, *seats))
    inputs = (("party", party or ""), ("seats", ", ".join(sorted(seats))))
    who = listed([agreement.party_name(key) for key in named]) if named else "Ingen"
    says = f"{who} får göra undantag från karens och avstängning, med skäl."
    return Override(allowed, Reason(clause, term, says, inputs, rests_on))
