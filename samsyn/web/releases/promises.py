"""To whom the agreement promises a figure's total exactly."""

from __future__ import annotations

from samsyn.rules.terms import Agreement

SHARED = frozenset({"participants", "placements"})
"""Both parties write these, and both see how many they are from day to day."""


def receivers_of(terms: Agreement, indicator: str, *, promises: bool) -> tuple[str, ...] | None:
    """Keys of parties; all of them where the text names none. None: nothing is promised.

    `promises`: it is let go of with a signed part of a report, which is how what is asked for reaches its receiver.
    """
    term = terms.indicator.get(indicator)
    if term is None:
        return None
    if set(term.facts) & SHARED:
        return tuple(terms.party)
    if not (promises and term.contracted):
        return None
    return term.reported_to or tuple(terms.party)
