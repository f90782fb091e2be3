"""When letters that wait are gathered into one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal


def digest_is_due(how: Literal["daily", "weekly"], oldest: date, today: date) -> bool:
    """`oldest` is the day on which the letter that has waited longest was written.

    Daily: whenever something waits. Weekly: on Mondays; on another day only when that Monday's was missed.
    """
    if how == "daily":
        return oldest <= today
    monday = today - timedelta(days=today.weekday())
    return oldest <= today and (today == monday or oldest < monday)
