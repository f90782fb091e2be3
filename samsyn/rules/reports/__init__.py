"""How a report comes about: which days it is about, where it stands, and what two versions of it differ in. Pure."""

from samsyn.rules.reports.covers import Covers, days_covered, opens_on
from samsyn.rules.reports.standing import PartState, State, part_state, state

__all__ = ["Covers", "PartState", "State", "days_covered", "opens_on", "part_state", "state"]
