"""Which surveys the acting party asks by, and what they can be about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.surveys import Survey
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys.models import Question, QuestionText, Version
from samsyn.web.surveys.wording import Asked, asked_of


def own_surveys(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date) -> list[Survey]:
    """Which party the viewer acts for is asked only where the agreement has surveys."""
    found = [each for each in terms_on(dossier, today, today).survey.values() if each.applies]
    mine = own_key(viewer, partnership.pk) if found else None
    return [each for each in found if mine in each.by]


def own_survey(viewer: Viewer, partnership: Partnership, survey: str, today: date) -> Survey:
    """ValidationError where the viewer's party asks by no such survey today."""
    mine = own_surveys(viewer, partnership, dossier_of(partnership), today)
    found = next((each for each in mine if each.id == survey), None)
    if found is None:
        raise ValidationError(_("Ni har ingen sådan enkät i överenskommelsen i dag."))
    return found


def subjects(terms: Agreement, mine: str | None) -> dict[str, str]:
    """Key → name of what a round can be about: a pad or an activity of the party's own."""
    pads = {each.id: each.name for each in terms.pad.values() if each.applies and each.by == mine}
    held = {each.id: each.name for each in terms.activity.values() if each.applies and mine in each.by}
    return pads | held


def age_bands(terms: Agreement, survey: Survey, mine: str | None) -> tuple[str, ...]:
    """As they are asked for on the party's pads, else at its activities. No bands: age is not asked."""
    pads = [
        each.age_bands for each in terms.pad.values() if each.applies and each.by == mine and each.id in survey.against
    ]
    held = [each.age_bands for each in terms.activity.values() if each.applies and mine in each.by]
    return next((each for each in [*pads, *held] if each), ())


def questions_of(versions: Sequence[Version]) -> dict[UUID, list[tuple[Question, Asked]]]:
    """Version → its questions in order, with their words. Two questions to the database."""
    keys = [each.pk for each in versions]
    texts: dict[UUID, list[QuestionText]] = defaultdict(list)
    for text in QuestionText.objects.filter(question__version_id__in=keys):
        texts[text.question_id].append(text)
    found: dict[UUID, list[tuple[Question, Asked]]] = {key: [] for key in keys}
    for each in Question.objects.filter(version_id__in=keys).order_by("position"):
        found[each.version_id].append((each, asked_of(each, texts[each.pk])))
    return found


def asked_in(version: Version) -> list[Asked]:
    return [asked for _, asked in questions_of([version])[version.pk]]
