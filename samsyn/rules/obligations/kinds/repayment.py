"""Återbetalning: money that can be claimed back, and when not."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.resources import Repayment


def derive(repayment: Repayment, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(repayment, repayment.by, repayment.to), setting, "event")


KIND = Kind(
    name="repayment",
    title="Återbetalning",
    english="Repayment",
    meaning="Money that can be claimed back, and when not.",
    evidence=Evidence.PAYMENT,
    family="repayment",
    derive=derive,
)
