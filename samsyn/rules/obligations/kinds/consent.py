"""Samtycke: a consent that a party asks for before particulars are shared."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.secrecy import Consent


def derive(consent: Consent, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(consent, (consent.asked_by,)), setting, "event")


KIND = Kind(
    name="consent",
    title="Samtycke",
    english="Consent",
    meaning="A consent that a party asks for before particulars are shared.",
    evidence=Evidence.NOTE,
    family="consent",
    derive=derive,
)
