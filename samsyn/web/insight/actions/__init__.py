"""What can happen to a request, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.insight.actions.answer import Saying, Staff, answer
from samsyn.web.insight.actions.ask import Asking, ask, withdraw
from samsyn.web.insight.actions.remind import remind_of_requests

__all__ = ["Asking", "Saying", "Staff", "answer", "ask", "remind_of_requests", "withdraw"]
