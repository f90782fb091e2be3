"""Who may break a quarantine or a bar with a reason: on a lethal night, at a special event."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.words import listed
from samsyn.rules.terms import Agreement


@dataclass(frozen=True, slots=True)
class Override:
    """May this person, and by what right."""

    allowed: bool
    reason: Reason


def may_override(agreement: Agreement, pool_id: str, party: str | None, seats: Collection[str] = ()) -> Override:
    """`party` is the organisation's id in the agreement, `seats` the bodies in which the person has a seat today.

    Those whom the pool names, party or body. Where it names nobody, nobody may.
    """
    pool = agreement.pool[pool_id]
    inputs = (("party", party or ""), ("seats", ", ".join(sorted(seats))))
    who = listed([agreement.party_name(key) for key in pool.override_by]) if pool.override_by else "Ingen"
    says = f"{who} får göra undantag från karens och avstängning{', med skäl' if pool.override_by else ''}."
    allowed = any(key in pool.override_by for key in (party, *seats))
    return Override(allowed, Reason(pool.clause, pool.id, says, inputs, assumed(pool, "override_by")))
