"""What people asked for, counted, in the order in which it was put to them; and where each of it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.surveys.presenters.results import answered_words, too_few, value_words
from samsyn.web.surveys.queries.raised import Course
from samsyn.web.surveys.queries.results import Answered, Asked
from samsyn.web.ui.formats import grouped

Courses = Mapping[tuple[UUID, str], Sequence[Course]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A meeting where it is taken up, and what was decided there: nothing yet, or the decisions' words."""

    meeting: str
    url: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """`key` is the option's; empty for own words."""

    key: str
    text: str
    says: str
    stages: tuple[Stage, ...]

    @property
    def decided(self) -> bool:
        return any(each.decisions for each in self.stages)


@dataclass(frozen=True, slots=True)
class Wished:
    """One question. `needs` empty: too few have answered, and `says` says so."""

    question: UUID
    text: str
    says: str
    needs: tuple[Need, ...]
    own_words: tuple[str, ...] = ()


def wishes_of(answered: Answered, shown: Mapping[UUID, Sequence[str]], courses: Courses, meetings: str) -> list[Wished]:
    """What can be chosen, or said yes to, and own words that have been read. `meetings`: where the meetings are."""
    results = {each.question.key: each for each in answered.results}
    found = []
    for asked in answered.asked:
        if asked.question.type == "free":
            texts = tuple(shown.get(asked.id, ()))
            if texts:
                found.append(_own_words(asked, texts, courses, meetings))
        elif asked.question.type in ("choice", "yesno"):
            result = results[asked.question.key]
            if result.told is None:
                found.append(Wished(asked.id, asked.text, too_few(answered.round.smallest_group), ()))
                continue
            counts = result.told.counts if result.told.n else ()
            needs = tuple(_need(asked, str(value), n, courses, meetings) for value, n in counts)
            found.append(Wished(asked.id, asked.text, answered_words(result.told.n, result.sheets), needs))
    return found


def wish_words(asked: Asked, option: str, answered: Answered) -> tuple[str, str]:
    """What the point on the agenda could be called, and what could stand behind it. The writer may change both."""
    if not option:
        return "", ""
    result = next((each for each in answered.results if each.question.key == asked.question.key), None)
    name = value_words(asked, option)
    title = f"{asked.text} {name}" if asked.question.type == "yesno" else name
    if result is None or result.told is None:
        return title, ""
    said = gettext("I enkäten «%(round)s» svarade %(n)s av %(of)s så på frågan «%(question)s».") % {
        "round": answered.round.name,
        "n": grouped(dict(result.told.counts)[option]),
        "of": grouped(result.told.n),
        "question": asked.text,
    }
    return title, said


def _need(asked: Asked, option: str, n: int, courses: Courses, meetings: str) -> Need:
    says = ngettext("%(n)s svar", "%(n)s svar", n) % {"n": grouped(n)}
    return Need(option, value_words(asked, option), says, _stages(courses.get((asked.id, option), ()), meetings))


def _own_words(asked: Asked, texts: tuple[str, ...], courses: Courses, meetings: str) -> Wished:
    need = Need("", gettext("Något av detta"), "", _stages(courses.get((asked.id, ""), ()), meetings))
    return Wished(asked.id, asked.text, gettext("Med egna ord, lästa innan de visas:"), (need,), texts)


def _stages(courses: Sequence[Course], meetings: str) -> tuple[Stage, ...]:
    return tuple(
        Stage(
            name_of(each.meeting),
            f"{meetings}{each.meeting.pk}/",
            tuple(one.says for one in each.decisions),
        )
        for each in courses
    )
