"""Registerkontroll: an extract from the register is shown; only that it was shown is noted."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.people import RegisterCheck


def derive(register_check: RegisterCheck, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(register_check, register_check.by), setting, "event")


KIND = Kind(
    name="register_check",
    title="Registerkontroll",
    english="Register check",
    meaning="An extract from the register is shown; only that it was shown is noted.",
    evidence=Evidence.NOTE,
    family="register_check",
    derive=derive,
)
