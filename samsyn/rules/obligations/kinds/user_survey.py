"""Brukarundersökning: a survey among those who take part, or the template for one."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="user_survey",
    title="Brukarundersökning",
    english="User survey",
    meaning="A survey among those who take part, or the template for one.",
    evidence=Evidence.SURVEY,
    shapes=("once", "recurring", "standing"),
)
