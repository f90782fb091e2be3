"""sekretess: may this viewer see this item, and may this leave the party. Each is one decision, with its reason."""

from samsyn.rules.secrecy.decision import Circle, Decision, GrantFact, ItemFacts, ViewerFacts, may_see
from samsyn.rules.secrecy.door import Ground, Trial, grounds_for, may_hand_out, protected_at

__all__ = [
    "Circle", "Decision", "GrantFact", "Ground", "ItemFacts", "Trial", "ViewerFacts", "grounds_for", "may_hand_out",
    "may_see", "protected_at",
]  # fmt: skip
