"""A survey of an agreement file that has been asked, written straight into the tables: what the results are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.test import Client

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys.models import Answer, FreeText, Question, QuestionText, Round, Sheet, Template, Version

TODAY = date(2026, 11, 27)
NOW = datetime.combine(TODAY, time(12), tzinfo=UTC)
QUESTIONS: tuple[tuple[str, str, str, Sequence[str]], ...] = (
    ("welcome", "scale5", "Jag är välkommen här.", ()),
    ("safe", "yesno", "Är du trygg här?", ()),
    ("needs", "choice", "Vad behöver du mest?", ("football", "laundry", "homework")),
    ("times", "number", "Hur många gånger i veckan kommer du?", ()),
    ("more", "free", "Vad mer vill du säga?", ()),
)
_WORDS = {"football": "Fotboll", "laundry": "Tvätt", "homework": "Läxhjälp"}


@dataclass
class Polled:
    cast: Cast
    laid: Laid
    survey: str
    _versions: list[Version] = field(default_factory=list)

    @property
    def ours(self) -> Organisation:
        """Who asks."""
        return self.cast.association

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def _whose(self) -> dict[str, Any]:
        return {"partnership": self.partnership, "organisation": self.ours}

    def client(self, role: Role = Role.CONTROLLER, who: Organisation | None = None) -> Client:
        return self.cast.client(who or self.ours, role)

    def at(self, of: Round, room: str, who: Organisation | None = None) -> str:
        return f"/as/{(who or self.ours).slug}/partnerships/{self.partnership.slug}/surveys/rounds/{of.pk}/{room}/"

    def version(self, **digests: str) -> Version:
        """The next one. `digests`: questions with other words than the last."""
        with acting_as_job(Job.SEED):
            template, _ = Template.objects.get_or_create(**self._whose, survey=self.survey, defaults={"begun_at": NOW})
            made = Version.objects.create(**self._whose, template=template, main_language="sv", begun_at=NOW)
            for place, (key, type_, text, options) in enumerate(QUESTIONS, 1):
                question = Question.objects.create(
                    **self._whose, version=made, position=place, key=key, type=type_, several=bool(options),
                    options=list(options), wording_digest=digests.get(key, "a1"),
                )  # fmt: skip
                QuestionText.objects.create(
                    **self._whose, question=question, language="sv", audience="adult", text=text,
                    options={each: _WORDS[each] for each in options},
                )  # fmt: skip
            made.number, made.fixed_at = len(self._versions) + 1, NOW
            made.save()
        self._versions.append(made)
        return made

    def round(self, name: str = "Hösten", *, ends: date = TODAY - timedelta(days=1), **other: Any) -> Round:
        """Of the last version; it has ended unless it ends today or later."""
        version = self._versions[-1] if self._versions else self.version()
        said = {"smallest_group": 5, "asks": ["sex"], "languages": ["sv"], "audiences": ["adult"]} | other
        code = f"kod{len(name)}{ends:%Y%m%d}{name.encode().hex()[:6]}"
        with acting_as_job(Job.SEED):
            return Round.objects.create(
                **self._whose, version=version, name=name, first_day=ends - timedelta(days=9), last_day=ends, code=code,
                opened_at=NOW, **said,
            )  # fmt: skip

    def answer(self, of: Round, n: int = 1, *, sex: str = "", more: str = "", **said: Any) -> None:
        """So many sheets with the same answers. `more`: own words."""
        with acting_as_job(Job.SEED):
            questions: Mapping[str, Question] = {each.key: each for each in of.version.questions.all()}
            for _ in range(n):
                sheet = Sheet.objects.create(
                    **self._whose, round=of, day=of.first_day, language="sv", audience="adult", how="paper", sex=sex
                )
                for key, values in said.items():
                    for value in values if isinstance(values, list) else [values]:
                        given = {"value": value} if isinstance(value, int) else {"option": value}
                        Answer.objects.create(**self._whose, sheet=sheet, question=questions[key], **given)
                if more:
                    FreeText.objects.create(**self._whose, sheet=sheet, question=questions["more"], text=more)

    def texts(self) -> list[FreeText]:
        with acting_as_job(Job.SEED):
            return list(FreeText.objects.order_by("id"))


def polled(cast: Cast, kind: str = "need_inventory") -> Polled:
    """The first agreement with a survey of the kind: the association asks."""
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        for survey in agreement.survey.values():
            if survey.kind == kind and len(survey.by) == 1:
                other = next(key for key in agreement.party if key not in survey.by)
                laid = lay(folder, with_={survey.by[0]: cast.association, other: cast.municipality})
                return Polled(cast, laid, survey.id)
    raise LookupError(f"No agreement has a survey of the kind {kind}.")
