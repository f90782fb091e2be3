"""Where in its life an agreement is. States are a table; a state with a who and a when is a dated file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline.held import terms_on
from samsyn.rules.timeline.life import ending, known, standing_notices


class Status(StrEnum):
    """Value → what it means."""

    PROPOSED = "proposed"  # a proposal or draft: the parties have not signed this text
    WAITING = "waiting_for_condition"  # signed, but legal force or funds are not there
    NOT_BEGUN = "not_begun"
    IN_FORCE = "in_force"
    NOTICE_GIVEN = "notice_given"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """The status on a day with its reason."""

    status: Status
    reason: Reason


def status_on(dossier: Dossier, day: date) -> Standing:
    """The status as it could be known on that day: what happened later does not count."""
    agreement, end = dossier.agreement, ending(dossier, day)
    if day > end.last:
        return Standing(Status.ENDED, end.reason)
    source = terms_on(dossier, day, known_on=day).source
    if source.status != "signed":
        return Standing(Status.PROPOSED, Reason(source.clause, source.id, source.says))
    if waiting := _waiting(dossier, day):
        return Standing(Status.WAITING, waiting)
    if day < agreement.period.first:
        return Standing(Status.NOT_BEGUN, end.reason)
    if standing_notices(dossier, day):
        return Standing(Status.NOTICE_GIVEN, end.reason)
    return Standing(Status.IN_FORCE, end.reason)


def _waiting(dossier: Dossier, day: date) -> Reason | None:
    """The first condition that had to be met before the start and, as far as the files say, was not."""
    met = {change.of for change in known(dossier, day) if change.kind == "condition_met"}
    for term in dossier.agreement.condition.values():
        done = term.id in met or (term.met_on is not None and term.met_on <= day)
        if term.applies and term.kind in ("legal_force", "board_decision") and not done:
            return Reason(term.clause, term.id, term.says, (), tuple(each.id for each in term.assumption))
    return None
