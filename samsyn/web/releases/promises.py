"""To whom the agreement promises a figure's total exactly."""

from __future__ import annotations

from samsyn.rules.meetings.seats import parties_behind
from samsyn.rules.terms import Agreement

SHARED = frozenset({"participants", "placements"})
"""Both parties write these, and both see how many they are from day to day."""


def receivers_of(terms: Agreement, indicator: str, *, promises: bool) -> tuple[str, ...] | None:
    """Keys of parties, of a body those that sit in it; all where the text names none. None: nothing is promised.

    `promises`: it is let go of with a signed part of a report, which is how what is asked for reaches its receiver.
    """
    term = terms.indicator.get(indicator)
    if term is None:
        return None
    if set(term.facts) & SHARED:
        return tuple(terms.party)
    if not (promises and term.contracted):
        return None
    found = [key for each in term.reported_to for key in parties_behind(terms, each)]
    return tuple(dict.fromkeys(found)) or tuple(terms.party)
