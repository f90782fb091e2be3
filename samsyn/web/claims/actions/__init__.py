"""What can happen to a claim. Importing this makes the acts known to the history."""

from samsyn.web.claims.actions.decide import draft_decision, prepare, withdraw
from samsyn.web.claims.actions.draft import Said, discard, draft, raise_claim, rewrite
from samsyn.web.claims.actions.pay import confirm, note_payment, take_back
from samsyn.web.claims.actions.plan import agree, propose
from samsyn.web.claims.actions.say import answer, consider

__all__ = [
    "Said", "agree", "answer", "confirm", "consider", "discard", "draft", "draft_decision", "note_payment", "prepare",
    "propose", "raise_claim", "rewrite", "take_back", "withdraw",
]  # fmt: skip
