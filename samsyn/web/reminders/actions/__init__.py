"""What can happen to letters, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.reminders.actions.choose import choose
from samsyn.web.reminders.actions.digest import make_digests
from samsyn.web.reminders.actions.remind import remind
from samsyn.web.reminders.actions.send import send_letters
from samsyn.web.reminders.actions.tell import tell

__all__ = ["choose", "make_digests", "remind", "send_letters", "tell"]
