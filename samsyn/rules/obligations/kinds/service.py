"""Verksamhet: what a party offers those who take part."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.operations import Service


def derive(service: Service, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(service, service.by), setting, "need" if service.every == "when_needed" else "always")


KIND = Kind(
    name="service",
    title="Verksamhet",
    english="Service",
    meaning="What a party offers those who take part.",
    evidence=Evidence.NONE,
    family="service",
    derive=derive,
)
