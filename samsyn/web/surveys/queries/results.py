"""What was answered in rounds that have ended, as the rules take it. Of an open round nothing is fetched.

Five questions to the database, however many rounds and sheets there are. A sheet leaves here without its id and day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from samsyn.rules import surveys as rules
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.counting import VISIT
from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.surveys.models import Answer, Audience, FreeText, Question, QuestionText, Round, Sheet
from samsyn.web.tallies.queries.figures import by_day


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was put to an audience. `words` of its options by their keys; a scale and yes/no have none."""

    id: UUID
    question: rules.Question
    text: str
    words: Mapping[str, str]
    several: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """A round that has ended, for one audience. Children are asked with their own words, and stand for themselves."""

    round: Round
    audience: str
    asked: tuple[Asked, ...]
    sheets: tuple[rules.Sheet, ...]

    @property
    def results(self) -> tuple[rules.Result, ...]:
        return tuple(
            rules.result(each.question, self.sheets, splits_of(self.round), self.round.smallest_group)
            for each in self.asked
            if each.question.type != "free"
        )


def splits_of(of: Round) -> dict[rules.SplitBy, Sequence[str]]:
    """What those who answered were asked of themselves, and what they could say."""
    groups: dict[rules.SplitBy, Sequence[str]] = {"sex": Sheet.Sex.values, "age_band": of.age_bands}
    return {by: values for by, values in groups.items() if by in of.asks}


def ended_rounds(viewer: Viewer, partnership: Partnership, today: date) -> list[Round]:
    """The organisation's own, in the order in which they ended."""
    over = Q(closed_at__isnull=False) | Q(last_day__lt=today)
    found = Round.objects.visible_to(viewer).filter(over, partnership=partnership)
    return sorted(found.select_related("version__template"), key=lambda each: (ended_at(each), each.pk))


def ended_at(of: Round) -> datetime:
    """When it was closed, or the midnight after its last day."""
    after = of.last_day + timedelta(days=1)
    by_itself = datetime(after.year, after.month, after.day, tzinfo=SWEDEN)
    return min(of.closed_at, by_itself) if of.closed_at else by_itself


def answered(viewer: Viewer, rounds: Sequence[Round], audience: str, language: str) -> list[Answered]:
    """Of rounds that have ended. `language`: in which the questions are shown, where they have words in it."""
    asked = _asked(viewer, {each.version_id: each.version.main_language for each in rounds}, audience, language)
    sheets = _sheets(viewer, rounds, audience)
    return [
        Answered(each, audience, tuple(asked[each.version_id]), tuple(sheets[each.pk]))
        for each in rounds
        if audience in each.audiences
    ]


def visits_of(viewer: Viewer, of: Round, term: Survey | None) -> int | None:
    """Visits on the round's days, at the pads that the survey is compared with. None: it is compared with none."""
    pads = term.against if term else ()
    if of.about:
        pads = tuple(pad for pad in pads if pad == of.about)
    if not pads:
        return None
    last = min(of.last_day, of.closed_at.astimezone(SWEDEN).date()) if of.closed_at else of.last_day
    days = DateRange.through(of.first_day, max(of.first_day, last))
    counted = (by_day(viewer, of.partnership_id, pad, days) for pad in pads)
    return sum(buttons.get(VISIT, 0) for found in counted for buttons in found.values())


def texts_of(viewer: Viewer, of: Round, audience: str = "") -> list[FreeText]:
    """Own words, in the order of their ids: which is no order, for they are made by chance."""
    found = FreeText.objects.visible_to(viewer).filter(sheet__round=of)
    found = found.filter(sheet__audience=audience) if audience else found
    return list(found.select_related("question", "sheet").order_by("question__position", "id"))


def _asked(viewer: Viewer, versions: Mapping[UUID, str], audience: str, language: str) -> dict[UUID, list[Asked]]:
    questions = list(Question.objects.visible_to(viewer).filter(version_id__in=versions).order_by("position"))
    texts = QuestionText.objects.visible_to(viewer).filter(
        question__version_id__in=versions, audience=audience, language__in={language, *versions.values()}
    )
    words = {(each.question_id, each.language): each for each in texts}
    found: dict[UUID, list[Asked]] = defaultdict(list)
    for each in questions:
        said = words.get((each.pk, language)) or words.get((each.pk, versions[each.version_id]))
        if said is not None:
            found[each.version_id].append(_one(each, said, audience))
    return found


def _one(question: Question, said: QuestionText, audience: str) -> Asked:
    digest = question.child_digest if audience == Audience.CHILD else question.wording_digest
    put = rules.Question(question.key, digest, question.type, tuple(question.options))  # type: ignore[arg-type]
    return Asked(question.pk, put, said.text, said.options, question.several)


def _sheets(viewer: Viewer, rounds: Iterable[Round], audience: str) -> dict[UUID, list[rules.Sheet]]:
    mine = Sheet.objects.visible_to(viewer).filter(round__in=[each.pk for each in rounds], audience=audience)
    given: dict[UUID, dict[str, tuple[rules.Value, ...]]] = defaultdict(dict)
    rows = Answer.objects.visible_to(viewer).filter(sheet__in=mine)
    for sheet, key, value, option in rows.values_list("sheet_id", "question__key", "value", "option"):
        given[sheet][key] = (*given[sheet].get(key, ()), option if value is None else value)
    found: dict[UUID, list[rules.Sheet]] = defaultdict(list)
    for each in mine.order_by("id"):
        found[each.round_id].append(rules.Sheet(given[each.pk], each.sex, each.age_band))
    return found
