"""What can be done with the roster. A file for each sort of act; each writes its own history, which holds only ids."""

from samsyn.web.roster.actions.causes import ask_for_check, drop_cause
from samsyn.web.roster.actions.noting import note_met, note_shown, note_signed, take_back
from samsyn.web.roster.actions.people import Given, change_worker, end_worker, take_on
from samsyn.web.roster.actions.texts import write_text

__all__ = [
    "Given",
    "ask_for_check",
    "change_worker",
    "drop_cause",
    "end_worker",
    "note_met",
    "note_shown",
    "note_signed",
    "take_back",
    "take_on",
    "write_text",
]
