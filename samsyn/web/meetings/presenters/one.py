"""One meeting: where it stands, what happens next and who does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from samsyn.rules.meetings import Act, State, acts_in, civil_day
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.meetings.models import Attendance, Meeting, Minutes, MinutesAnswer
from samsyn.web.meetings.permissions import may_work
from samsyn.web.meetings.queries import approvers_in, outcome_of, state_of_meeting
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class Standing:
    """`acts` are those that this viewer may do now. `must_answer`: the minutes wait for the viewer's own party."""

    state: State
    acts: frozenset[str]
    must_answer: bool
    waiting: tuple[str, ...]
    next: str
    """What happens next and who does it, as a person would say it."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Those whom one organisation sends."""

    organisation: str
    kind: str
    rows: tuple[Attendance, ...]


def standing_of(meeting: Meeting, minutes: Minutes | None, viewer: Viewer, today: date | None = None) -> Standing:
    """`minutes` is a revision with its answers; the newest one decides the state."""
    state = state_of_meeting(meeting, minutes)
    works = may_work(viewer, meeting.partnership_id)
    waiting = outcome_of(minutes).waiting if minutes and state == State.MINUTED else ()
    return Standing(
        state=state,
        acts=frozenset(str(act) for act in acts_in(state)) if works else frozenset(),
        must_answer=works and str(viewer.organisation_id) in waiting,
        waiting=_names(minutes, waiting),
        next=_next(meeting, minutes, state, _names(minutes, waiting), today),
    )


def _names(minutes: Minutes | None, organisations: Iterable[str]) -> tuple[str, ...]:
    if minutes is None:
        return ()
    known = {each["organisation"]: each["name"] for each in minutes.content.get("approvers", ())}
    return tuple(known[each] for each in organisations if each in known)


def _next(meeting: Meeting, minutes: Minutes | None, state: State, waiting: Sequence[str], today: date | None) -> str:
    if state == State.CALLED:
        return _before(meeting, today)
    if state == State.HELD:
        return _while_written(minutes)
    if state == State.MINUTED:
        return gettext("Protokollet väntar på svar från %(who)s. När alla har godkänt det räknas mötet.") % {
            "who": together(waiting)
        }
    if state == State.APPROVED:
        return gettext("Alla parter har godkänt protokollet, den sista %(day)s. Mötet räknas.") % {
            "day": meeting.approved_on
        }
    return gettext("Mötet är inställt och räknas inte.")


def _before(meeting: Meeting, today: date | None) -> str:
    day = civil_day(meeting.starts_at)
    if today is not None and today >= day:
        return gettext("Skriv att mötet hölls. Sedan skriver ni protokollet här, under mötet eller efteråt.")
    return gettext("Mötet hålls %(day)s. Då skriver en av parterna protokollet här.") % {
        "day": civil_date(day, "weekday")
    }


def _while_written(minutes: Minutes | None) -> str:
    if minutes is None:
        return gettext("Protokollet skrivs. När det är klart lägger en av parterna fram det för godkännande.")
    return gettext("Protokollet skickades tillbaka. En av parterna rättar det och lägger fram nästa version.")


def seated(attendances: Iterable[Attendance]) -> list[Seated]:
    """By organisation, public first; those of one organisation in the order they were called."""
    rows = sorted(attendances, key=lambda each: (each.organisation.kind != "public", each.organisation.name))
    grouped = groupby(rows, key=lambda each: each.organisation)
    return [Seated(whose.name, whose.kind, tuple(group)) for whose, group in grouped]


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """What one party has said about the minutes; no `answer` yet where it is awaited."""

    party: str
    answer: MinutesAnswer | None


def answers_of(minutes: Minutes | None) -> list[PartyAnswer]:
    """One row for each that is to answer, in the order of the agreement."""
    if minutes is None:
        return []
    by = {each.organisation_id: each for each in minutes.answers.all()}
    names = {each["party"]: each["name"] for each in minutes.content.get("approvers", ())}
    return [PartyAnswer(names[party], by.get(whose)) for party, whose in approvers_in(minutes).items()]


__all__ = ["Act", "PartyAnswer", "Seated", "Standing", "answers_of", "seated", "standing_of"]
