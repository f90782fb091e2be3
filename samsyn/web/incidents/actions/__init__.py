"""What can be done with an incident. One file for each sort of act."""

from samsyn.web.incidents.actions.follow import close, follow_up, take_back
from samsyn.web.incidents.actions.report import Report, amend, report, report_concern
from samsyn.web.incidents.actions.tell import Telling, take_back_told, tell

__all__ = [
    "Report",
    "Telling",
    "amend",
    "close",
    "follow_up",
    "report",
    "report_concern",
    "take_back",
    "take_back_told",
    "tell",
]
