"""What can be done with the register. Nothing in it is ever changed: what was wrong gets a new version."""

from samsyn.web.indices.actions.enter import Said, enter, withdraw
from samsyn.web.indices.actions.take_in import taken_in

__all__ = ["Said", "enter", "taken_in", "withdraw"]
