"""On which days a site is open as planned, and figures per open day.

A day is a civil date; an evening that reaches past midnight is the day on which it began, so the nights when the clocks
change are days like others. Which weeks a site is closed in summer is data that the caller brings (`Closed`): the text
says how many, never which.
"""

from samsyn.rules.opening.closures import Closed, weeks_to_set
from samsyn.rules.opening.days import DayState, day_state, planned_days, planned_through
from samsyn.rules.opening.held import Mark, OpenDays, Outcome, open_days, outcome, per_open_day
from samsyn.rules.opening.red_days import eve, holiday, is_eve, is_public_holiday

__all__ = [
    "Closed",
    "DayState",
    "Mark",
    "OpenDays",
    "Outcome",
    "day_state",
    "eve",
    "holiday",
    "is_eve",
    "is_public_holiday",
    "open_days",
    "outcome",
    "per_open_day",
    "planned_days",
    "planned_through",
    "weeks_to_set",
]
