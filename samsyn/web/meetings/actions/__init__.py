"""What can happen to meetings, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.meetings.actions.action_points import agree_action, drop_action, finish_action
from samsyn.web.meetings.actions.agenda import add_item, edit_item, move_item, remove_item
from samsyn.web.meetings.actions.approve import approve_minutes, send_back_minutes
from samsyn.web.meetings.actions.attendance import Noted, add_guest, note_attendance, remove_guest
from samsyn.web.meetings.actions.call import call_meeting
from samsyn.web.meetings.actions.cancel import cancel
from samsyn.web.meetings.actions.decide import decide, remove_decision
from samsyn.web.meetings.actions.hold import hold
from samsyn.web.meetings.actions.note import Overwritten, note
from samsyn.web.meetings.actions.put_forward import put_forward_minutes
from samsyn.web.meetings.actions.reschedule import reschedule

__all__ = [
    "Noted",
    "Overwritten",
    "add_guest",
    "add_item",
    "agree_action",
    "approve_minutes",
    "call_meeting",
    "cancel",
    "decide",
    "drop_action",
    "edit_item",
    "finish_action",
    "hold",
    "move_item",
    "note",
    "note_attendance",
    "put_forward_minutes",
    "remove_decision",
    "remove_guest",
    "remove_item",
    "reschedule",
    "send_back_minutes",
]
