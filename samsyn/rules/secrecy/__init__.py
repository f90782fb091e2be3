"""sekretess: may this viewer see this item, and why or why not. One decision; querysets and policies say the same."""

from samsyn.rules.secrecy.decision import Circle, Decision, GrantFact, ItemFacts, ViewerFacts, may_see

__all__ = ["Circle", "Decision", "GrantFact", "ItemFacts", "ViewerFacts", "may_see"]
