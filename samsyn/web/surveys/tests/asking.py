"""A survey of an agreement file, written, fixed and opened through the acts: whichever is asked of children too."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from samsyn.rules.reading import files_in, read_files
from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys import actions
from samsyn.web.surveys.actions import Opening
from samsyn.web.surveys.models import Answer, FreeText, Question, Round, Sheet, Version

TODAY = date(2026, 11, 27)
NOW = datetime.combine(TODAY, time(12), tzinfo=UTC)
LAST = TODAY + timedelta(days=13)


@dataclass
class House:
    cast: Cast
    laid: Laid
    survey: Survey

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def ours(self) -> Organisation:
        """Who asks."""
        return self.cast.association

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.partnership.slug}/surveys/"

    def client(self, role: Role = Role.CONTROLLER) -> Client:
        return self.cast.client(self.ours, role)

    def as_(self, role: Role = Role.CONTROLLER) -> Any:
        return self.cast.as_(self.ours, role, today=TODAY)

    def draft(self) -> Version:
        with self.as_() as by:
            return actions.begin_draft(self.partnership, self.survey.id, by=by, now=NOW, today=TODAY)

    def fixed(self) -> Version:
        draft = self.draft()
        with self.as_() as by:
            return actions.fix_version(draft, by=by, now=NOW)

    def open(self, version: Version | None = None, **said: Any) -> Round:
        version = version or self.fixed()
        told: dict[str, Any] = {
            "name": "Hösten", "first_day": TODAY, "last_day": LAST, "languages": ("sv", "en"),
            "audiences": ("adult", "child"),
        }  # fmt: skip
        with self.as_() as by:
            return actions.open_round(version, Opening(**(told | said)), by=by, now=NOW, today=TODAY)

    def close(self, of: Round) -> Round:
        with self.as_() as by:
            return actions.close_round(of, by=by, now=NOW)

    def questions(self, version: Version) -> dict[str, Question]:
        with acting_as_job(Job.SEED):
            return {each.key: each for each in Question.objects.filter(version=version)}

    def rows(self) -> tuple[list[Sheet], list[Answer], list[FreeText]]:
        with acting_as_job(Job.SEED):
            return list(Sheet.objects.all()), list(Answer.objects.all()), list(FreeText.objects.all())

    def said(self, of: Round, **answers: str) -> dict[str, str]:
        """As a page sends it. Keys of questions, with «_» for «-»."""
        questions = self.questions(of.version)
        return {"sheet": str(uuid4())} | {f"q-{questions[key].pk}": value for key, value in answers.items()}


def a_house(cast: Cast, wanted: Callable[[Survey], bool] = lambda survey: survey.for_children) -> House:
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        for survey in agreement.survey.values():
            if wanted(survey):
                mine = survey.by[-1]
                other = next(key for key in agreement.party if key != mine)
                laid = lay(folder, with_={mine: cast.association, other: cast.municipality})
                return House(cast, laid, survey)
    raise LookupError("No agreement has such a survey.")


def words_of(answer: Any) -> str:
    """The page as text."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
