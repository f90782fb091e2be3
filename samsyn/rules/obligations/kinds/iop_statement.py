"""Berätta att det är ett partnerskap: the parties say, where it fits, that the work is done in an IOP."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="iop_statement",
    title="Berätta att det är ett partnerskap",
    english="Saying that it is an IOP",
    meaning="The parties say, where it fits, that the work is done in an IOP.",
    evidence=Evidence.NOTE,
    shapes=("standing",),
)
