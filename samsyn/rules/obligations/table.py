"""Around the table: at which side a duty stands, and what stands in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from samsyn.rules.terms import Agreement

MIDDLE = ""


def places_at_table(agreement: Agreement, kind: str, by: Sequence[str], joint: bool) -> tuple[str, ...]:
    """The parties at whose side it stands, by id, or MIDDLE alone.

    A unit stands at its party's side. In the middle: a meeting, whoever calls it; what a body owes; and what parties
    of both sides owe together.
    """
    parties = tuple(dict.fromkeys(_party(agreement, key) for key in by))
    known = tuple(key for key in parties if key in agreement.party)
    sides = {agreement.party[key].kind for key in known}
    if kind == "meeting" or not known or len(known) < len(parties) or (joint and len(sides) > 1):
        return (MIDDLE,)
    return known


def _party(agreement: Agreement, key: str) -> str:
    unit = agreement.participant.get(key)
    return unit.belongs_to or key if unit else key
