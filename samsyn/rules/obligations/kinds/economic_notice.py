"""Meddelande om ekonomiska förändringar: a written message without delay when the economy changes."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="economic_notice",
    title="Meddelande om ekonomiska förändringar",
    english="Notice of economic change",
    meaning="A written message without delay when the economy changes.",
    evidence=Evidence.WRITTEN_NOTICE,
    shapes=("standing",),
)
