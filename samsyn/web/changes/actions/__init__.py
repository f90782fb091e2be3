"""What can happen to a change, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.changes.actions.confirm import confirm_by_minutes
from samsyn.web.changes.actions.draft import discard_draft, draft, redraft
from samsyn.web.changes.actions.propose import propose
from samsyn.web.changes.actions.take_step import take_step
from samsyn.web.changes.actions.wind_down import add_task, drop_task, finish_task
from samsyn.web.changes.actions.withdraw import withdraw

__all__ = [
    "add_task", "confirm_by_minutes", "discard_draft", "draft", "drop_task", "finish_task", "propose", "redraft",
    "take_step", "withdraw",
]  # fmt: skip
