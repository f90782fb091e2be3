"""What people in a twin were asked and what they answered, through the act that takes an answer. Always the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from random import Random
from uuid import UUID

from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.surveys_told import RaisedTold, SurveyTold
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.surveys.actions.answer import Filled, take_sheet
from samsyn.web.surveys.actions.drafts import begin_draft, fix_version
from samsyn.web.surveys.actions.needs import raise_need
from samsyn.web.surveys.actions.rounds import Opening, open_round
from samsyn.web.surveys.actions.screen import show_text, withhold_text
from samsyn.web.surveys.models import FreeText, Question, Round

_FIXED, _OPENED, _ANSWERED, _READ, _RAISED = 65, 66, 67, 68, 95
_DAY = timedelta(days=1)
_WEEKEND = 6
_WRITES_IN = 4
_PAPER_IN = 5


def surveys_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.surveys:
        if told.survey not in teller.dossier.agreement.survey:
            raise StoryError(f"story.toml: surveys.survey: {told.survey!r} is no survey of the agreement.")
        yield from _Asked(teller, told).happenings()


class _Asked:
    """One round."""

    def __init__(self, teller: Teller, told: SurveyTold) -> None:
        self.teller, self.told = teller, told
        self.random, self.texts = Random(told.seed), list(told.texts)
        self.round: Round | None = None
        self.questions: list[Question] = []

    def happenings(self) -> Iterator[Happening]:
        told = self.told
        yield Happening(told.fixed_on, _FIXED, self._fix_and_open)
        for number in range((min(told.last, self.teller.today) - told.first).days + 1):
            day = told.first + number * _DAY
            if day.isoweekday() < _WEEKEND:
                yield Happening(day, _ANSWERED, partial(self._answer, day))
        if told.screened_on:
            yield Happening(told.screened_on, _READ, partial(self._read, told.screened_on))
        for each in told.raised:
            yield Happening(each.on, _RAISED, partial(self._raise, each))

    def _fix_and_open(self) -> None:
        told = self.told
        with self.teller.acting(told.by, Role.HEAD, told.fixed_on) as now:
            version = begin_draft(self.teller.partnership, told.survey, **vars(now))
            version = fix_version(version, by=now.by, now=now.now)
            opening = Opening(
                name=told.name, first_day=told.first, last_day=told.last, languages=told.languages,
                audiences=told.audiences, about=told.about,
            )  # fmt: skip
            self.round = open_round(version, opening, **vars(now))
            self.questions = list(Question.objects.filter(version=version).order_by("position"))

    def _answer(self, day: date) -> None:
        assert self.round is not None
        with self.teller.acting(self.told.by, Role.STAFF, day):
            for _ in range(self.random.randint(0, self.told.a_day)):
                take_sheet(self.round, self._filled(), self._id(), day=day)

    def _filled(self) -> Filled:
        told, of = self.told, self.round
        assert of is not None
        audience = self.random.choice(told.audiences)
        answers = {each.pk: said for each in self.questions if (said := self._said(each, audience))}
        if not answers:
            answers = {self.questions[0].pk: self._chosen(self.questions[0])}
        return Filled(
            language=self.random.choice(told.languages), audience=audience,
            how="paper" if self.random.randrange(_PAPER_IN) == 0 else "kiosk",
            sex=self._one_of(told.sexes) if "sex" in of.asks else "",
            age_band=self._one_of(told.ages) if "age_band" in of.asks else "", answers=answers,
        )  # fmt: skip

    def _said(self, question: Question, audience: str) -> tuple[str, ...]:
        """Nothing where it is not asked of her, or she skips it."""
        asked = question.child_digest if audience == "child" else question.wording_digest
        skips = self.random.randrange(100) < self.told.skipped
        return () if skips or not asked else self._chosen(question)

    def _chosen(self, question: Question) -> tuple[str, ...]:
        told = self.told
        if question.type == Question.Type.SCALE5:
            return (str(self.random.choices((1, 2, 3, 4, 5), told.scale)[0]),)
        if question.type == Question.Type.YESNO:
            return ("yes" if self.random.randrange(100) < told.yes else "no",)
        if question.type == Question.Type.CHOICE:
            found = [each for each in question.options if self.random.randrange(100) < told.options.get(each, 0)]
            return tuple(found if question.several else found[:1])
        writes = question.type == Question.Type.FREE and self.texts and self.random.randrange(_WRITES_IN) == 0
        return (self.texts.pop(0),) if writes else ()

    def _read(self, on: date) -> None:
        """Own words are read when the round has ended."""
        held = {each.text: each for each in FreeText.objects.filter(sheet__round=self.round)}
        with self.teller.acting(self.told.by, Role.HEAD, on) as now:
            for number, text in enumerate(each for each in self.told.texts if each in held):
                if number < self.told.withheld:
                    withhold_text(held[text], "person", by=now.by, now=now.now)
                else:
                    show_text(held[text], by=now.by, now=now.now)

    def _raise(self, told: RaisedTold) -> None:
        coming = Meeting.objects.filter(partnership=self.teller.partnership, held_on=None, cancelled_at=None)
        meeting = coming.order_by("starts_at").first()
        question = next((each for each in self.questions if each.key == told.question), None)
        if meeting is None or question is None or self.round is None:
            return
        with self.teller.acting(self.told.by, Role.HEAD, told.on) as now:
            raise_need(
                self.round, question.pk, told.option, meeting, told.title, told.background, by=now.by, now=now.now
            )

    def _one_of(self, weights: dict[str, int]) -> str:
        return self.random.choices(list(weights), list(weights.values()))[0] if weights else ""

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)
