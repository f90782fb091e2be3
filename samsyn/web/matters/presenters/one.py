"""One matter as its page shows it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.matters import ANSWERS, Beside, Form, Kind, Reading, State, Step
from samsyn.web.access.viewer import Viewer
from samsyn.web.matters.models import Entry
from samsyn.web.matters.permissions import may_take
from samsyn.web.matters.presenters.listing import Row, row_of
from samsyn.web.matters.presenters.words import (
    reading_words,
    silence_words,
    stands_words,
    step_words,
    then_words,
)
from samsyn.web.matters.queries import Situation


@dataclass(frozen=True, slots=True)
class Line:
    """What one party wrote or did. `person` is only known of one's own. `papers` are pairs of address and name."""

    on: date
    who: str
    side: str
    person: str
    did: str
    says: str
    papers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whose answer is asked for, and what it is so far."""

    who: str
    side: str
    says: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Acts:
    """What the viewer can do now: `answer` in one click, `confirm` the proposed words, `more` on pages of their own.

    `waits`: it is this party's turn, and who in it answers.
    """

    answer: tuple[str, str] | None
    confirm: str
    more: tuple[tuple[str, str], ...]
    waits: str


@dataclass(frozen=True, slots=True)
class Shown:
    row: Row
    stands: str
    amount_ore: int | None
    rests_on: str
    silence: str
    then: str
    readings: tuple[str, ...]
    assumptions: tuple[tuple[str, str], ...]
    beside: tuple[Beside, ...]
    answers: tuple[Answer, ...]
    lines: tuple[Line, ...]
    words: str
    acts: Acts
    obligation: tuple[str, str] | None


def shown(situation: Situation, mine: str, viewer: Viewer, home: str) -> Shown:
    """`mine` is the acting organisation's party; `home` the address of the list."""
    matter, course, footing = situation.matter, situation.course, situation.footing
    kind = Kind(matter.kind)
    room = home.removesuffix("matters/")
    return Shown(
        row=row_of(situation, home),
        stands=stands_words(course, footing, matter.happens_on, situation.name_of),
        amount_ore=matter.amount_ore,
        rests_on=footing.says,
        silence="" if footing.term else silence_words(kind),
        then=then_words(footing) if kind is Kind.DISPUTE else "",
        readings=tuple(reading_words(each) for each in _told(footing.readings, kind)),
        assumptions=tuple((each.question, each.chosen) for each in footing.assumptions),
        beside=footing.beside,
        answers=tuple(_answers(situation)),
        lines=tuple(_line(each, situation, room) for each in situation.entries),
        words=course.words if course.state in (State.PROPOSED, State.SETTLED) else "",
        acts=_acts(situation, mine, viewer, f"{home}{matter.pk}/"),
        obligation=_obligation(situation, room),
    )


def _told(readings: tuple[Reading, ...], kind: Kind) -> tuple[Reading, ...]:
    """A plain message is ours from beginning to end; there is nothing in the agreement to read in another way."""
    return () if kind is Kind.OTHER else readings


def _line(entry: Entry, situation: Situation, room: str) -> Line:
    key = situation.key_of(entry.organisation_id)
    return Line(
        on=entry.on,
        who=situation.name_of(key),
        side=_side(situation, key),
        person=str(entry.person) if entry.person else "",
        did=step_words(entry.kind, situation.course.form),
        says=entry.says,
        papers=tuple(_papers(entry, room)),
    )


def _papers(entry: Entry, room: str) -> Iterator[tuple[str, str]]:
    if entry.meeting:
        name = gettext("%(body)s, möte %(number)s") % {"body": entry.meeting.body_name, "number": entry.meeting.number}
        yield f"{room}meetings/{entry.meeting_id}/", name
    if entry.document:
        yield f"{room}documents/{entry.document_id}/", f"{entry.document.number}. {entry.document.title}"


def _answers(situation: Situation) -> Iterator[Answer]:
    """In the order of the agreement; the same words of those who have answered and those who have not."""
    course = situation.course
    latest = {situation.key_of(e.organisation_id): e for e in situation.entries if Step(e.kind) in _COUNTED}
    for key in situation.terms.party:
        if key in course.given:
            entry = latest[key]
            said = gettext("bekräftade orden") if entry.kind == Step.SETTLED else step_words(entry.kind, course.form)
            yield Answer(situation.name_of(key), _side(situation, key), said, entry.on)
        elif key in course.missing:
            yield Answer(situation.name_of(key), _side(situation, key), gettext("har inte svarat"), None)


_COUNTED = ANSWERS | {Step.SETTLED}
_CLICKS = {Step.ACKNOWLEDGED: "acknowledge/", Step.APPROVED: "approve/"}
_PAGES = {
    Step.REFUSED: "refuse/",
    Step.DIALOGUE: "add-dialogue/",
    Step.SETTLED: "settle/",
    Step.PASSED_ON: "pass-on/",
    Step.WITHDRAWN: "withdraw/",
}


def _acts(situation: Situation, mine: str, viewer: Viewer, at: str) -> Acts:
    course = situation.course
    able = [step for step in course.steps(mine) if may_take(viewer, situation.matter.partnership_id, step)]
    proposed = course.state is State.PROPOSED
    confirms = proposed and mine in course.missing and Step.SETTLED in able
    answers = [(f"{at}{_CLICKS[step]}", _click_words(step)) for step in able if step in _CLICKS]
    return Acts(
        answer=answers[0] if answers else None,
        confirm=f"{at}settle/confirm/" if confirms else "",
        more=tuple((f"{at}{_PAGES[step]}", _page_words(step, proposed)) for step in able if step in _PAGES),
        waits=_waits(situation, mine) if not answers and not confirms else "",
    )


def _waits(situation: Situation, mine: str) -> str:
    """It is this party's turn, and someone else in it answers."""
    course = situation.course
    if mine not in course.missing or course.state is State.DIALOGUE_FIRST:
        return ""
    if course.form is Form.NOTICE:
        return gettext(
            "Er part har inte svarat. Det gör verksamhetschefen, controllern eller en ledamot i styrgruppen."
        )
    return gettext("Er part har inte svarat. Det gör verksamhetschefen eller en ledamot i styrgruppen.")


def _click_words(step: Step) -> str:
    return gettext("Godkänn") if step is Step.APPROVED else gettext("Bekräfta att ni har läst")


def _page_words(step: Step, proposed: bool) -> str:
    return {
        Step.REFUSED: gettext("Godkänn inte"),
        Step.DIALOGUE: gettext("Skriv in en dialog"),
        Step.SETTLED: gettext("Föreslå andra ord") if proposed else gettext("Skriv hur tvisten löses"),
        Step.PASSED_ON: gettext("För tvisten vidare"),
        Step.WITHDRAWN: gettext("Ta tillbaka ärendet"),
    }[step]


def _obligation(situation: Situation, room: str) -> tuple[str, str] | None:
    owed = situation.matter.obligation
    return (f"{room}obligations/{owed.pk}/", owed.says) if owed else None


def _side(situation: Situation, key: str) -> str:
    party = situation.terms.party.get(key)
    return party.kind if party else "joint"
