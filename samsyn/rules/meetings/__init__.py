"""Meetings of the bodies in an agreement: who may call, who is called, what is on the agenda, when minutes count."""

from samsyn.rules.meetings.agenda import AT_MOST, READINGS, Facts, Kind, Proposal, Thing, proposed
from samsyn.rules.meetings.calling import Calling, may_call
from samsyn.rules.meetings.minutes import Answer, Outcome, approvers, outcome
from samsyn.rules.meetings.seats import Appointed, Called, is_member, organisations_in, who_is_called
from samsyn.rules.meetings.states import STEPS, Act, Facing, State, Step, acts_in, may_happen, state_of
from samsyn.rules.meetings.times import SWEDEN, NotOneInstant, civil_day, clock_of, instant, span

__all__ = [
    "AT_MOST",
    "READINGS",
    "STEPS",
    "SWEDEN",
    "Act",
    "Answer",
    "Appointed",
    "Called",
    "Calling",
    "Facing",
    "Facts",
    "Kind",
    "NotOneInstant",
    "Outcome",
    "Proposal",
    "State",
    "Step",
    "Thing",
    "acts_in",
    "approvers",
    "civil_day",
    "clock_of",
    "instant",
    "is_member",
    "may_call",
    "may_happen",
    "organisations_in",
    "outcome",
    "proposed",
    "span",
    "state_of",
    "who_is_called",
]
