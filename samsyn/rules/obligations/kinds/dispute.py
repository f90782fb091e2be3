"""Tvist: a dispute is first solved in dialogue."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.period import Dispute


def derive(dispute: Dispute, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(dispute, setting.parties, joint=True), setting, "event")


KIND = Kind(
    name="dispute",
    title="Tvist",
    english="Dispute",
    meaning="A dispute is first solved in dialogue.",
    evidence=Evidence.MINUTES,
    family="dispute",
    derive=derive,
)
