"""Tystnadsförbindelse: those who work sign that they keep secrets."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.people import Undertaking


def derive(undertaking: Undertaking, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(undertaking, undertaking.by), setting, "event")


KIND = Kind(
    name="undertaking",
    title="Tystnadsförbindelse",
    english="Confidentiality undertaking",
    meaning="Those who work sign that they keep secrets.",
    evidence=Evidence.SIGNED,
    family="undertaking",
    derive=derive,
)
