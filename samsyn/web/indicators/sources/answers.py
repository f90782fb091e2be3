"""Answers of grown-ups and children in rounds that ended in the period. Of an open round nothing is asked.

Nobody is told what fewer than the round's smallest group answered, not even the organisation that asked: such rounds
wait for others, as in the results of the survey itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from samsyn.rules.indicators.facts import Fact
from samsyn.rules.surveys import in_turn
from samsyn.web.indicators.sources.asked import Asked
from samsyn.web.project.clock import SWEDEN
from samsyn.web.surveys.models import Answer, Round, Sheet
from samsyn.web.surveys.queries.results import ended_at, ended_rounds

_Question = tuple[str, str]
"""A survey's id in the agreement, and the key of the question."""


def read(asked: Asked) -> list[Fact]:
    questions = {
        (each.where.survey, each.where.question)
        for each in asked.indicators
        if "answers" in each.facts and each.where and each.where.survey and each.where.question
    }
    rounds = [each for each in _ended(asked) if any(_survey(each) == survey for survey, _ in questions)]
    return [fact for question in sorted(questions) for fact in _of(asked, question, rounds)] if rounds else []


def _ended(asked: Asked) -> list[Round]:
    """In the order in which they ended."""
    if not asked.asks("answers") or asked.period.start > asked.today:
        return []
    rounds = ended_rounds(asked.viewer, asked.partnership, asked.today)
    return [each for each in rounds if ended_at(each).astimezone(SWEDEN).date() in asked.period]


def _survey(of: Round) -> str:
    return of.version.template.survey


def _of(asked: Asked, question: _Question, rounds: Sequence[Round]) -> Iterator[Fact]:
    own = [each for each in rounds if _survey(each) == question[0]]
    sheets = _sheets(asked, own)
    given = _given(asked, own, question[1])
    sizes = [sum(1 for sheet in sheets[each.pk] if sheet[0] in given) for each in own]
    told = in_turn(sizes, max((each.smallest_group for each in own), default=0))
    for place, each in enumerate(own):
        for sheet, sex, band in sheets[each.pk]:
            answer = tuple(given.get(sheet, ())) if place in told else ()
            yield _fact(asked, question, each, sheet, sex, band, answer)


def _fact(
    asked: Asked, question: _Question, of: Round, sheet: UUID, sex: str, band: str, answer: tuple[str, ...]
) -> Fact:
    pad = asked.terms.pad.get(of.about)
    activity = asked.terms.activity.get(of.about)
    site = of.about if of.about in asked.terms.site else (pad or activity).site if (pad or activity) else ""  # type: ignore[union-attr]
    return Fact(
        "answers",
        ended_at(of).astimezone(SWEDEN).date(),
        organisation=asked.own,
        sex=sex,
        age_band=band,
        site=site or "",
        survey=question[0],
        question=question[1],
        person=str(sheet),
        answer=answer,
    )


def _sheets(asked: Asked, rounds: Sequence[Round]) -> dict[UUID, list[tuple[UUID, str, str]]]:
    found: dict[UUID, list[tuple[UUID, str, str]]] = defaultdict(list)
    rows = Sheet.objects.visible_to(asked.viewer).filter(round__in=[each.pk for each in rounds]).order_by()
    for round_id, sheet, sex, band in rows.values_list("round_id", "pk", "sex", "age_band"):
        found[round_id].append((sheet, sex, band))
    return found


def _given(asked: Asked, rounds: Sequence[Round], key: str) -> dict[UUID, list[str]]:
    """What was answered: the number on the scale, yes, no, or the keys of what was chosen."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Answer.objects.visible_to(asked.viewer).filter(
        sheet__round__in=[each.pk for each in rounds], question__key=key
    )
    for sheet, value, option in rows.values_list("sheet_id", "value", "option").order_by():
        found[sheet].append(option if value is None else str(value))
    return found
