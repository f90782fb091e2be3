"""Avvikelse: a larger change of plan, budget or staff is talked through and approved before it happens."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.resources import Deviation


def derive(deviation: Deviation, setting: Setting) -> Iterator[Obligation]:
    approvers = deviation.approved_by or setting.parties
    yield from standing(KIND.owed(deviation, setting.parties, approvers, joint=True), setting, "event")


KIND = Kind(
    name="deviation",
    title="Avvikelse godkänns i förväg",
    english="Deviation approved beforehand",
    meaning="A larger change of plan, budget or staff is talked through and approved before it happens.",
    evidence=Evidence.APPROVAL,
    family="deviation",
    derive=derive,
)
