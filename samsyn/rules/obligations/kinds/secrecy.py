"""Sekretess: secrets that a party must keep."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.secrecy import Secrecy


def derive(secrecy: Secrecy, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(secrecy, secrecy.binds, secrecy.of), setting, "always")


KIND = Kind(
    name="secrecy",
    title="Sekretess",
    english="Secrecy",
    meaning="Secrets that a party must keep.",
    evidence=Evidence.NONE,
    family="secrecy",
    derive=derive,
)
