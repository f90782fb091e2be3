"""A round of each party that has ended, with own words in it, and one need that was taken up in a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys.models import (
    Answer,
    FreeText,
    Question,
    QuestionText,
    Raised,
    Round,
    Sheet,
    Template,
    Version,
)
from tests.boundaries.door import Acting, Door

_ENDED = "as/<slug:organisation>/partnerships/<slug:slug>/surveys/rounds/<uuid:ended>"
_NAMED = "/as/kommunen/partnerships/{slug}/surveys/rounds/{ended}"
_SURVEY = "onskan-i-prov"

DOORS: dict[str, Door] = {
    f"{_ENDED}/results/": Acting(Permission.READ_PARTNERSHIP),
    f"{_ENDED}/compare/": Acting(Permission.READ_PARTNERSHIP),
    f"{_ENDED}/words/": Acting(Permission.FULFIL),
    f"{_ENDED}/words/<uuid:text>/show/": Acting(Permission.FULFIL, post=True),
    f"{_ENDED}/words/<uuid:text>/withhold/": Acting(Permission.FULFIL, post=True),
    f"{_ENDED}/needs/": Acting(Permission.READ_PARTNERSHIP),
    f"{_ENDED}/needs/own-words/<uuid:own_words>/raise/": Acting(Permission.FULFIL),
    f"{_ENDED}/needs/<uuid:wish>/<slug:wished>/raise/": Acting(Permission.FULFIL),
}

TERMS = f"""
[survey.{_SURVEY}]
clause = "önskan"
says = "Parterna frågar vad besökarna önskar."
name = "Vad önskar du?"
kind = "need_inventory"
by = ["{{public}}", "{{civil}}"]
"""
ANSWERED = f"""
## önskan · Önskemål
Parterna frågar.

Terms: `{_SURVEY}`
"""


@dataclass
class Laid:
    round: Round
    text: FreeText
    free: Question
    choice: Question


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    """The municipality's. The version is one, and both have asked it."""
    whose: dict[str, Any] = {"partnership": partnership, "organisation": cast.municipality}
    template = Template.objects.create(**whose, survey=_SURVEY, begun_at=now)
    version = Version.objects.create(**whose, template=template, main_language="sv", begun_at=now)
    asked = []
    for place, (key, type_, options) in enumerate((("own-words", "free", []), ("more", "choice", ["coffee"])), 1):
        question = Question.objects.create(
            **whose, version=version, position=place, key=key, type=type_, options=options, wording_digest="a1"
        )
        words = dict.fromkeys(options, "Kaffe")
        QuestionText.objects.create(
            **whose, question=question, language="sv", audience="adult", text="Vad önskar du?", options=words
        )
        asked.append(question)
    version.number, version.fixed_at = 1, now
    version.save()
    _asked(whose | {"organisation": cast.association}, version, asked, now)
    return _asked(whose, version, asked, now)


def _asked(whose: dict[str, Any], version: Version, asked: list[Question], now: datetime) -> Laid:
    free, choice = asked
    day = TODAY - timedelta(days=30)
    ended = Round.objects.create(
        **whose, version=version, name="Hösten", first_day=day, last_day=day, languages=["sv"], audiences=["adult"],
        code=uuid4().hex[:20], opened_at=now,
    )  # fmt: skip
    sheet = Sheet.objects.create(**whose, round=ended, day=day, language="sv", audience="adult", how="paper")
    Answer.objects.create(**whose, sheet=sheet, question=choice, option="coffee")
    text = FreeText.objects.create(**whose, sheet=sheet, question=free, text="Kaffe")
    meeting = Meeting.objects.filter(partnership=whose["partnership"]).first()
    if meeting is not None:
        Raised.objects.create(
            **whose, round=ended, question=choice, option="coffee", meeting=meeting, item=uuid4(), raised_at=now
        )
    return Laid(ended, text, free, choice)


SAMPLES = {
    "ended": lambda sample: sample.laid["survey_results"].round.pk,
    "text": lambda sample: sample.laid["survey_results"].text.pk,
    "own_words": lambda sample: sample.laid["survey_results"].free.pk,
    "wish": lambda sample: sample.laid["survey_results"].choice.pk,
    "wished": lambda sample: "coffee",
}
TYPED = {
    f"{_NAMED}/words/{{text}}/withhold/": ["because"],
    f"{_NAMED}/needs/own-words/{{own_words}}/raise/": ["meeting", "title", "background"],
    f"{_NAMED}/needs/{{wish}}/{{wished}}/raise/": ["meeting", "title", "background"],
}
ADDABLE = {"surveys_raised": True}
