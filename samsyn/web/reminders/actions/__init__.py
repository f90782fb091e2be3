"""What can happen to letters, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.reminders.actions.tell import tell

__all__ = ["tell"]
