"""What can be done with shifts. Every act writes its own history."""

from samsyn.web.shifts.actions.feed import open_feed, revoke_feed
from samsyn.web.shifts.actions.own import give_up, keep, offer, take
from samsyn.web.shifts.actions.plan import Times, cancel, make_shifts, make_shifts_of_series, put_on, take_off
from samsyn.web.shifts.actions.report import report

__all__ = [
    "Times",
    "cancel",
    "give_up",
    "keep",
    "make_shifts",
    "make_shifts_of_series",
    "offer",
    "open_feed",
    "put_on",
    "report",
    "revoke_feed",
    "take",
    "take_off",
]
