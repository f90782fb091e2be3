"""Öppenhet: transparency, public records and shared values."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.secrecy import Openness


def derive(openness: Openness, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(openness, openness.by), setting, "always")


KIND = Kind(
    name="openness",
    title="Öppenhet",
    english="Openness",
    meaning="Transparency, public records and shared values.",
    evidence=Evidence.NONE,
    family="openness",
    derive=derive,
)
