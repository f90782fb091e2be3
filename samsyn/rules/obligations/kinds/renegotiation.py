"""Nya samtal om villkoren: talks that a party can call for, or that must be held when something has happened."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.period import Renegotiation


def derive(renegotiation: Renegotiation, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(renegotiation, setting.parties, joint=True), setting, renegotiation.on)


KIND = Kind(
    name="renegotiation",
    title="Nya samtal om villkoren",
    english="Renegotiation",
    meaning="Talks that a party can call for, or that must be held when something has happened.",
    evidence=Evidence.MINUTES,
    family="renegotiation",
    derive=derive,
)
