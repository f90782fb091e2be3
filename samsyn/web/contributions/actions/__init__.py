"""What can be done with a party's own effort. Every act writes its own history."""

from samsyn.web.contributions.actions.forward import put_forward, take_back
from samsyn.web.contributions.actions.hours import sum_hours
from samsyn.web.contributions.actions.lines import Said, add, change, remove

__all__ = ["Said", "add", "change", "put_forward", "remove", "sum_hours", "take_back"]
