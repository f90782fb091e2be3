"""The surveys of a party: what is asked, in which languages, and which rounds are open or over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext, ngettext

from samsyn.rules.terms.surveys import Survey
from samsyn.web.surveys.models import Audience, Question, Round, Version
from samsyn.web.surveys.phrases import ORIGINAL, languages, name_of
from samsyn.web.surveys.starters import starters
from samsyn.web.surveys.wording import Asked, is_asked, missing
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class Asking:
    """One survey. `now`: the newest fixed version. `draft`: the own one."""

    term: Survey
    now: Version | None
    draft: Version | None
    open: tuple[tuple[Round, str], ...]
    coming: tuple[tuple[Round, str], ...]
    over: tuple[tuple[Round, str], ...]

    @property
    def kind(self) -> str:
        return {
            "user_survey": gettext("Brukarundersökning"),
            "need_inventory": gettext("Behovsinventering"),
            "self_assessment": gettext("Självskattning"),
        }[self.term.kind]

    @property
    def has_a_door(self) -> bool:
        """A self-assessment has none: participants answer it from their own pages, always the same statements."""
        return self.term.kind != "self_assessment"

    @property
    def statements(self) -> tuple[str, ...]:
        """What participants grade, where nobody writes the words (`placements/scale.py`)."""
        if self.has_a_door:
            return ()
        said = [each.words for each in starters()["self_assessment"]]
        spoken = (get_language() or ORIGINAL).partition("-")[0]
        return tuple(each.get((Audience.ADULT, spoken), each[(Audience.ADULT, ORIGINAL)]).text for each in said)


def askings(
    surveys: Sequence[Survey], versions: Sequence[Version], rounds: Sequence[Round], mine: object, today: date
) -> list[Asking]:
    return [_asking(each, versions, rounds, mine, today) for each in surveys]


def _asking(term: Survey, versions: Sequence[Version], rounds: Sequence[Round], mine: object, today: date) -> Asking:
    own = [each for each in versions if each.template.survey == term.id]
    fixed = [each for each in own if each.is_fixed]
    asked = [(each, days_words(each)) for each in rounds if each.version.template.survey == term.id]
    return Asking(
        term,
        max(fixed, key=lambda each: each.number or 0, default=None),
        next((each for each in own if not each.is_fixed and each.organisation_id == mine), None),
        tuple(each for each in asked if each[0].is_open(today)),
        tuple(each for each in asked if not each[0].is_open(today) and not each[0].has_ended(today)),
        tuple(each for each in asked if each[0].has_ended(today)),
    )


def days_words(of: Round) -> str:
    return f"{civil_date(of.first_day)} – {civil_date(of.last_day)}"


@dataclass(frozen=True, slots=True)
class Told:
    """One question as the staff reads it, in the main language."""

    question: Question
    kind: str
    said: tuple[tuple[str, str], ...]
    """(audience, words); the audience is empty where only grown-ups are asked."""
    options: tuple[str, ...]


def told(questions: Sequence[tuple[Question, Asked]], main: str) -> list[Told]:
    return [_told(question, asked, main) for question, asked in questions]


def _told(question: Question, asked: Asked, main: str) -> Told:
    kind = Question.Type(question.type).label
    names = {Audience.ADULT: gettext("Till vuxna"), Audience.CHILD: gettext("Till barn")}
    words = [(names[each], asked.words[(each, main)]) for each in Audience if (each, main) in asked.words]
    alone = len(words) == 1 and (Audience.ADULT, main) in asked.words
    options = words[0][1].options if words else {}
    return Told(
        question,
        f"{kind}, {gettext('flera svar')}" if question.several else str(kind),
        tuple(("" if alone else name, said.text) for name, said in words),
        tuple(options.get(key, key) for key in question.options),
    )


def spoken(term: Survey, asked: Sequence[Asked], main: str) -> list[tuple[str, str]]:
    """Each language of the survey, and what it lacks."""
    audiences = [each for each in Audience if is_asked(asked, each, main)]
    return [(name_of(each), _lacks(asked, audiences, each, main)) for each in term.languages]


def _lacks(asked: Sequence[Asked], audiences: Sequence[str], language: str, main: str) -> str:
    if language not in languages():
        return gettext("väntar på översättare, även sidans egna ord")
    lacking = sum(missing(asked, each, language, main) for each in audiences)
    if not lacking:
        return gettext("alla ord finns")
    said = ngettext("väntar på översättare: %(n)s fråga saknas", "väntar på översättare: %(n)s frågor saknas", lacking)
    return said % {"n": lacking}
