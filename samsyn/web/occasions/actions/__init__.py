"""What can be done with occasions: a file for each sort of act. Each is one transaction with its row of history."""

from samsyn.web.occasions.actions.activities import add_activity, end_activity
from samsyn.web.occasions.actions.cancel import cancel, cancel_rest
from samsyn.web.occasions.actions.hold import correct, hold, take_back
from samsyn.web.occasions.actions.people import say_different
from samsyn.web.occasions.actions.plan import Plan, move, plan
from samsyn.web.occasions.actions.series import Rhythm, plan_series
from samsyn.web.occasions.actions.share import share, unshare

__all__ = [
    "Plan",
    "Rhythm",
    "add_activity",
    "cancel",
    "cancel_rest",
    "correct",
    "end_activity",
    "hold",
    "move",
    "plan",
    "plan_series",
    "say_different",
    "share",
    "take_back",
    "unshare",
]
