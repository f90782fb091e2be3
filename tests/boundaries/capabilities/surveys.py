"""A draft of the municipality's, and an open round of each party with an answer in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys.models import Answer, FreeText, Question, QuestionText, Round, Sheet, Template, Version
from tests.boundaries.door import Acting, ByKey, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/surveys"
_NAMED = "/as/kommunen/partnerships/{slug}/surveys"
_EDITION = "versions/<uuid:edition>"
_QUESTION = f"{_EDITION}/questions/<uuid:question>"
_ROUND = "rounds/<uuid:round>"
_SURVEY = "fragor-i-prov"
_READ = InPartnership(Permission.READ_PARTNERSHIP)

DOORS: dict[str, Door] = {
    f"{_AT}/": _READ,
    f"{_AT}/asked/<slug:survey>/begin/": InPartnership(Permission.FULFIL, post=True),
    f"{_AT}/{_EDITION}/": Acting(Permission.READ_PARTNERSHIP),
    f"{_AT}/{_EDITION}/preview/": Acting(Permission.READ_PARTNERSHIP),
    f"{_AT}/{_EDITION}/add/": Acting(Permission.FULFIL),
    f"{_AT}/{_EDITION}/fix/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/{_EDITION}/discard/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/{_EDITION}/open/": Acting(Permission.FULFIL),
    f"{_AT}/{_QUESTION}/": Acting(Permission.FULFIL),
    f"{_AT}/{_QUESTION}/move/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/{_QUESTION}/remove/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/{_ROUND}/": Acting(Permission.READ_PARTNERSHIP),
    f"{_AT}/{_ROUND}/close/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/{_ROUND}/poster/": Acting(Permission.READ_PARTNERSHIP),
    f"{_AT}/{_ROUND}/print/": Acting(Permission.READ_PARTNERSHIP),
    f"{_AT}/{_ROUND}/paper/": Acting(Permission.WORK),
    "answer/<slug:code>/": ByKey(),
    "answer/<slug:code>/questions/": ByKey(),
    "answer/<slug:code>/thanks/": ByKey(),
}

TERMS = f"""
[survey.{_SURVEY}]
clause = "frågor"
says = "Parterna frågar besökarna vad de tycker."
name = "Vad tycker du?"
kind = "user_survey"
by = ["{{public}}", "{{civil}}"]
languages = ["sv", "en"]
"""
ANSWERED = f"""
## frågor · Frågor till besökarna
Parterna frågar.

Terms: `{_SURVEY}`
"""


@dataclass
class Laid:
    draft: Version
    question: Question
    round: Round


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    """The municipality's. The fixed version is one, and both have asked it."""
    whose: dict[str, Any] = {"partnership": partnership, "organisation": cast.municipality}
    template = Template.objects.create(**whose, survey=_SURVEY, begun_at=now)
    fixed = Version.objects.create(**whose, template=template, main_language="sv", begun_at=now)
    asked = _question(whose, fixed)
    fixed.number, fixed.fixed_at = 1, now
    fixed.save()
    theirs = whose | {"organisation": cast.association}
    _question(theirs, Version.objects.create(**theirs, template=template, main_language="sv", begun_at=now))
    _round(theirs, fixed, asked, now)
    draft = Version.objects.create(**whose, template=template, main_language="sv", begun_at=now)
    return Laid(draft, _question(whose, draft), _round(whose, fixed, asked, now))


def _question(whose: dict[str, Any], version: Version) -> Question:
    made = Question.objects.create(
        **whose, version=version, position=1, key="what", type="free", wording_digest="b2", pictogram="pen"
    )
    QuestionText.objects.create(**whose, question=made, language="sv", audience="adult", text="Vad tycker du?")
    return made


def _round(whose: dict[str, Any], version: Version, asked: Question, now: datetime) -> Round:
    made = Round.objects.create(
        **whose, version=version, name="Våren", first_day=TODAY, last_day=TODAY + timedelta(days=30), languages=["sv"],
        audiences=["adult"], code=uuid4().hex[:20], opened_at=now,
    )  # fmt: skip
    sheet = Sheet.objects.create(**whose, round=made, day=TODAY, language="sv", audience="adult", how="link")
    FreeText.objects.create(**whose, sheet=sheet, question=asked, text="Bra")
    Answer.objects.create(**whose, sheet=sheet, question=asked, option="yes")
    return made


SAMPLES = {
    "survey": lambda sample: _SURVEY,
    "edition": lambda sample: sample.laid["surveys"].draft.pk,
    "question": lambda sample: sample.laid["surveys"].question.pk,
    "round": lambda sample: sample.laid["surveys"].round.pk,
}
_WORDS = [f"{what}_{language}_adult" for language in ("sv", "en") for what in ("text", "options")]
ASKED = {
    f"{_NAMED}/rounds/{{round}}/print/": ["lang", "who"],
    f"{_NAMED}/rounds/{{round}}/paper/": ["lang", "who", "day"],
}
TYPED = {
    f"{_NAMED}/versions/{{edition}}/add/": ["type", "several", "pictogram", *_WORDS],
    f"{_NAMED}/versions/{{edition}}/questions/{{question}}/": ["type", "several", "pictogram", "same", *_WORDS],
    f"{_NAMED}/versions/{{edition}}/questions/{{question}}/move/": ["way"],
    f"{_NAMED}/rounds/{{round}}/paper/": ["sheet", "day", "sex", "age_band"],
}
CHANGEABLE = {
    "surveys_version": True,
    "surveys_question": True,
    "surveys_questiontext": True,
    "surveys_round": False,
    "surveys_freetext": False,
}
ADDABLE = {"surveys_template": True, "surveys_sheet": True, "surveys_answer": True}
REACHED = {Job.SURVEY: {"surveys_round"}}
