"""Uppföljning: the parties follow up their contributions together."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="follow_up",
    title="Uppföljning",
    english="Follow-up",
    meaning="The parties follow up their contributions together.",
    evidence=Evidence.MINUTES,
    shapes=("recurring", "once", "standing"),
)
