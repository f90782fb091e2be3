"""To take what somebody has answered, from the public door or typed in from paper.

This act writes no history and takes no `now`, as a contact with a support line does not: a row with an actor or an
instant would say who answered what. docs/decisions/a-contact-leaves-no-trace.md says why; a test compares every table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.surveys.models import Answer, FreeText, Question, Round, Sheet
from samsyn.web.surveys.models.answers import MOST
from samsyn.web.surveys.permissions import check_may_type_in

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Filled:
    """All that is ever known of who answers. `answers`: question → what was chosen, as it was sent; a number as digits,
    own words as one text. A question that was skipped is not there."""

    language: str
    audience: str
    how: str
    sex: str = ""
    age_band: str = ""
    answers: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)


@transaction.atomic
def take_sheet(of: Round, filled: Filled, sheet: UUID, *, day: date) -> bool:
    """Count it once: `sheet` is a random UUID 4 made with the page. False where it is counted already.

    Under the settings of the organisation that asks. Raises ValidationError for a round that is not open on the day,
    for what is not asked, and where nothing is answered.
    """
    # No answer comes in after the round is closed: who closes it waits for us, and we for them.
    found = Round.objects.select_for_update(of=("self",), no_key=True).get(pk=of.pk)
    _check(found, filled, sheet, day)
    questions = {each.pk: each for each in Question.objects.filter(version_id=found.version_id)}
    answers, texts = _rows(found, filled, questions, sheet)
    if not answers and not texts:
        raise ValidationError(_("Svara på minst en fråga."), code="nothing")
    if Sheet.objects.filter(pk=sheet).exists():
        return False
    row = Sheet(
        **_whose(found), id=sheet, round=found, day=day, language=filled.language, audience=filled.audience,
        how=filled.how, sex=filled.sex, age_band=filled.age_band,
    )  # fmt: skip
    row.clean_fields(exclude=["partnership", "organisation", "round"])
    row.save(force_insert=True)
    Answer.objects.bulk_create(answers)
    FreeText.objects.bulk_create(texts)
    return True


def enter_paper(of: Round, filled: Filled, sheet: UUID, *, day: date, by: Viewer, today: date) -> bool:
    """Typed in from paper, for the day on which it was filled in."""
    check_may_type_in(by, of.partnership_id)
    if day > today:
        raise ValidationError({"day": _("Dagen har inte varit än.")})
    return take_sheet(of, filled, sheet, day=day)


def _check(of: Round, filled: Filled, sheet: UUID, day: date) -> None:
    if of.closed_at is not None or not of.first_day <= day <= of.last_day:
        raise ValidationError(_("Enkäten tar inte emot svar för den dagen."), code="closed")
    right = (
        sheet.version == 4
        and filled.language in of.languages
        and filled.audience in of.audiences
        and filled.sex in (["", *Sheet.Sex.values] if "sex" in of.asks else [""])
        and filled.age_band in (["", *of.age_bands] if "age_band" in of.asks else [""])
    )
    if not right:
        raise ValidationError(_("Något i svaret frågas det inte om. Ladda om sidan och svara igen."), code="wrong")


def _rows(
    of: Round, filled: Filled, questions: Mapping[UUID, Question], sheet: UUID
) -> tuple[list[Answer], list[FreeText]]:
    answers: list[Answer] = []
    texts: list[FreeText] = []
    for key, given in filled.answers.items():
        question = questions.get(key)
        if question is None or not _is_asked(question, filled.audience):
            raise ValidationError(_("Något i svaret frågas det inte om. Ladda om sidan och svara igen."), code="wrong")
        if question.type == Question.Type.FREE:
            texts += [
                FreeText(**_whose(of), sheet_id=sheet, question=question, text=each) for each in _own_words(given)
            ]
            continue
        answers += [
            Answer(**_whose(of), sheet_id=sheet, question=question, **each) for each in _values(question, given)
        ]
    return answers, texts


def _values(question: Question, given: tuple[str, ...]) -> Iterator[dict[str, object]]:
    chosen = tuple(dict.fromkeys(given))
    if len(chosen) > 1 and not question.several:
        raise ValidationError(_("En fråga har fått två svar."), code="wrong")
    for each in chosen:
        if question.type in (Question.Type.SCALE5, Question.Type.NUMBER):
            yield {"value": _number(each, *((1, 5) if question.type == Question.Type.SCALE5 else (0, MOST)))}
        elif each in (("yes", "no") if question.type == Question.Type.YESNO else question.options):
            yield {"option": each}
        else:
            raise ValidationError(_("Ett svar gick inte att läsa."), code="wrong")


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and least <= int(text) <= most):
        raise ValidationError(
            _("Skriv ett tal mellan %(least)s och %(most)s.") % {"least": least, "most": most}, code="wrong"
        )
    return int(text)


def _own_words(given: tuple[str, ...]) -> list[str]:
    said = [each.replace("\x00", "").strip() for each in given]
    if any(len(each) > LONGEST for each in said):
        raise ValidationError(_("Skriv högst 1 000 tecken."), code="wrong")
    return [each for each in said[:1] if each]


def _is_asked(question: Question, audience: str) -> bool:
    return bool(question.child_digest if audience == "child" else question.wording_digest)


def _whose(of: Round) -> dict[str, UUID]:
    return {"partnership_id": of.partnership_id, "organisation_id": of.organisation_id}
