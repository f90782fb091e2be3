"""What is demanded of those who work, what they lack, and what they may therefore not be put on.

Of an extract from a register it is known only that it was shown, and when: never what it says, never its own date.
"""

from samsyn.rules.staffing.demands import CauseFacts, Demand, WorkerFacts, demands_of_party, demands_on
from samsyn.rules.staffing.extract import Unfit, unfit_extract
from samsyn.rules.staffing.lacks import Fulfilled, Lack, blocked_from, lacks
from samsyn.rules.staffing.listed import Met, listed
from samsyn.rules.staffing.posts import Post, posts_of

__all__ = [
    "CauseFacts",
    "Demand",
    "Fulfilled",
    "Lack",
    "Met",
    "Post",
    "Unfit",
    "WorkerFacts",
    "blocked_from",
    "demands_of_party",
    "demands_on",
    "lacks",
    "listed",
    "posts_of",
    "unfit_extract",
]
