"""Terms → dated obligations: who owes what to whom, by when, under which clause. A file per kind in `kinds`."""

from samsyn.rules.obligations.derive import Happened, duties, duties_of
from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.kinds import KINDS
from samsyn.rules.obligations.obligation import Evidence, Frequency, Key, Obligation, Owed
from samsyn.rules.obligations.plans import Plan, plans_of
from samsyn.rules.obligations.table import MIDDLE, places_at_table

__all__ = [
    "KINDS",
    "MIDDLE",
    "Evidence",
    "Frequency",
    "Happened",
    "Key",
    "Kind",
    "Obligation",
    "Owed",
    "Plan",
    "duties",
    "duties_of",
    "places_at_table",
    "plans_of",
]
