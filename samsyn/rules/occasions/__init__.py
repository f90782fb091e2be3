"""When an occasion is, and on which days a series has one. Values in, values out.

span(date(2026, 3, 28), time(20), time(1, 30))      → from 19:00 to 00:30 UTC, over the night the clocks change
days_of(weekdays=(2, 4), first, last, every=2)      → the Tuesdays and Thursdays of every second week
along(shift, before, after)                         → the shift, when its occasion is moved
"""

from samsyn.rules.occasions.along import along
from samsyn.rules.occasions.days import days_of
from samsyn.rules.occasions.span import NoSuchTime, Span, check_exists, span

__all__ = ["NoSuchTime", "Span", "along", "check_exists", "days_of", "span"]
