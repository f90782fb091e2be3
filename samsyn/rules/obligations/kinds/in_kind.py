"""Egen insats: what a party puts in besides money."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.resources import InKind


def derive(in_kind: InKind, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(in_kind, in_kind.by), setting, "always")


KIND = Kind(
    name="in_kind",
    title="Egen insats",
    english="Contribution in kind",
    meaning="What a party puts in besides money.",
    evidence=Evidence.NONE,
    family="in_kind",
    derive=derive,
)
