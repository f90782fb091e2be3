"""When minutes are approved: every party with a seat in the body has said yes to the same text, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.meetings.seats import is_member
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body


@dataclass(frozen=True, slots=True)
class Answer:
    """A party's word on one revision."""

    party: str
    approved: bool
    on: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """`approved_on` is the day of the latest answer when all have approved; `waiting` those who have not answered."""

    approved_on: date | None
    waiting: tuple[str, ...]
    sent_back_by: tuple[str, ...]

    @property
    def is_sent_back(self) -> bool:
        return bool(self.sent_back_by)


def approvers(agreement: Agreement, body: Body | None) -> tuple[str, ...]:
    """Parties with a seat in the body. All parties where none of them sits there, or the body is gone."""
    seated = tuple(key for key in agreement.party if body is not None and is_member(agreement, body, key))
    return seated or tuple(agreement.party)


def outcome(must: Sequence[str], answers: Iterable[Answer]) -> Outcome:
    """`must` are those who are to approve. The order of the answers makes no difference."""
    said = {answer.party: answer for answer in answers if answer.party in must}
    waiting = tuple(party for party in must if party not in said)
    back = tuple(party for party in must if party in said and not said[party].approved)
    done = bool(must) and not waiting and not back
    return Outcome(max(answer.on for answer in said.values()) if done else None, waiting, back)
