"""Krav på personal: education, supervision and further training of those who work."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.people import StaffRequirement


def derive(staff: StaffRequirement, setting: Setting) -> Iterator[Obligation]:
    yield from standing(KIND.owed(staff, staff.by), setting, "always")


KIND = Kind(
    name="staff_requirement",
    title="Krav på personal",
    english="Staff requirement",
    meaning="Education, supervision and further training of those who work.",
    evidence=Evidence.NOTE,
    family="staff",
    derive=derive,
)
