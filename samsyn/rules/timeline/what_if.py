"""What would follow if notice were given, or if another reading were right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline.agreed import agreed_by
from samsyn.rules.timeline.life import ending, last_day_after_notice


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """`possible` says if anybody may give notice that day; `last` is then the last day of the agreement."""

    possible: bool
    last: date
    reason: Reason


def if_notice_is_given(dossier: Dossier, on: date, by: str | None = None) -> NoticeAnswer:
    """The last day if notice is given on a day, as the agreement is known that day.

    Not possible: there is no clause, the party may not, the agreement has ended, or it has not begun.
    """
    end, agreement = ending(dossier, on), agreed_by(dossier, on, on)
    term = next(iter(agreement.notice.values()), None)
    if term is None or not term.applies:
        clause = agreement.period.clause
        says = f"Överenskommelsen har ingen punkt om uppsägning. Den löper till och med {end.last}."
        return NoticeAnswer(False, end.last, Reason(clause, "period", says))
    inputs = (("on", on.isoformat()), ("months", str(term.months)))
    assumed = tuple(assumption.id for assumption in term.assumption)
    if on > end.last:
        says = f"Överenskommelsen upphörde redan {end.last}."
        return NoticeAnswer(False, end.last, Reason(term.clause, term.id, says, inputs, assumed))
    if on < agreement.period.first:
        says = f"Överenskommelsen börjar gälla först {agreement.period.first} och kan sägas upp från den dagen."
        return NoticeAnswer(False, end.last, Reason(term.clause, term.id, says, inputs, assumed))
    if by and term.by and by not in term.by:
        who = agreement.party_name(by)
        says = f"{who} kan inte säga upp överenskommelsen enligt punkten."
        return NoticeAnswer(False, end.last, Reason(term.clause, term.id, says, inputs, assumed))
    last = last_day_after_notice(agreement, on, end.last)
    says = f"Sägs överenskommelsen upp {on} är sista dagen {last} ({term.months} månaders uppsägningstid)."
    if last == end.last:
        says = f"Sägs överenskommelsen upp {on} gäller den ändå till och med {last}, då den upphör av sig själv."
    return NoticeAnswer(True, last, Reason(term.clause, term.id, says, inputs, assumed))
