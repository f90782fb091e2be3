"""What can be done with the tallies. One file for each sort of act; every act of a person writes its own history.

A tap is no act of a person and writes none: the row is its own record.
"""

from samsyn.web.tallies.actions.buttons import add_button, end_button
from samsyn.web.tallies.actions.days import close_days, mark_day, open_days, unmark_day
from samsyn.web.tallies.actions.devices import invite, join, make_device, revoke_device, show
from samsyn.web.tallies.actions.entries import Line, correct, write_paper
from samsyn.web.tallies.actions.periods import close_period, decide, reopen_period
from samsyn.web.tallies.actions.take import Tap, take

__all__ = [
    "Line",
    "Tap",
    "add_button",
    "close_days",
    "close_period",
    "correct",
    "decide",
    "end_button",
    "invite",
    "join",
    "make_device",
    "mark_day",
    "open_days",
    "reopen_period",
    "revoke_device",
    "show",
    "take",
    "unmark_day",
    "write_paper",
]
