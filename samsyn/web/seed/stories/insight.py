"""Insight: asked by a clause, answered with papers, a staff list, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid5

from django.conf import settings

from samsyn.exchange.reports import ReportDocument, SectionDoc, Words, report_pdf
from samsyn.rules.obligations.standing import OCCURRENCE
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.insight import actions
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.paper import notices
from samsyn.web.insight.presenters.staff import Choice
from samsyn.web.insight.staff import digest, staff_now, suggested
from samsyn.web.organisations.roles import Role
from samsyn.web.roster.queries import workers_on
from samsyn.web.seed.stories.insight_told import InsightAnswerTold, InsightTold, PaperTold, StaffTold
from samsyn.web.seed.stories.invoices import obligation_of
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_ORDER = 95


def insight_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for number, told in enumerate(story.insight):
        one = _Inquiry(teller, told, number)
        yield Happening(told.on, _ORDER, one.ask)
        for place, answer in enumerate(told.answers):
            for paper in answer.papers:
                yield Happening(answer.on - timedelta(days=1), _ORDER + 1, partial(one.lay_in, paper, answer.on))
            yield Happening(answer.on, _ORDER + 2, partial(one.answer, answer, place))


class _Inquiry:
    def __init__(self, teller: Teller, told: InsightTold, number: int) -> None:
        self.teller, self.told = teller, told
        self.made = uuid5(teller.partnership.pk, f"insight {number}")
        self.papers: dict[str, UUID] = {}

    def ask(self) -> None:
        told = self.told
        said = actions.Asking(told.asks, told.about, told.wanted_by)
        with self.teller.acting(told.by, Role.CONTROLLER, told.on) as now:
            owed = obligation_of(self.teller, f"{told.duty}/{OCCURRENCE['request']}")
            actions.ask(owed, said, made=self.made, **vars(now))

    def lay_in(self, paper: PaperTold, answered_on: date) -> None:
        """The day before, as a draft that only its own organisation sees."""
        day = answered_on - timedelta(days=1)
        with self.teller.acting(self._asked(), Role.CONTROLLER, day) as now:
            laid = add_document(
                self.teller.partnership,
                f"{paper.title}.pdf",
                report_pdf(self._paper(paper, day), day),
                title=paper.title,
                public_title=paper.public_title,
                direction=Document.Direction.DRAWN_UP,
                dated=day,
                by=now.by,
                now=now.now,
            )
        self.papers[paper.title] = laid.pk

    def answer(self, told: InsightAnswerTold, place: int) -> None:
        with self.teller.acting(self._asked(), Role.HEAD, told.on) as now:
            request = Request.objects.select_related("partnership", "obligation").get(pk=self.made)
            laid = [self.papers[each.title] for each in told.papers]
            said = actions.Saying(
                outcome=told.outcome,
                tried_as=told.tried_as,
                says=told.says,
                papers=list(Document.objects.filter(pk__in=laid).order_by("added_at")),
                staff=self._staff(request, told.staff, now) if told.staff else None,
                grounds=told.grounds,
                because=told.because,
            )
            actions.answer(request, said, made=uuid5(self.made, f"answer {place}"), **vars(now))

    def _staff(self, request: Request, told: StaffTold, now: Now) -> actions.Staff:
        workers = workers_on(now.by, self.teller.partnership, now.today)
        likely = suggested(now.by, self.teller.partnership, workers, now.today)
        choices = {
            each.pk: Choice(
                each.known_as not in told.left_out,
                each.known_as in told.named,
                told.works_with.get(each.known_as, likely.get(each.pk, "")),
            )
            for each in workers
        }
        return actions.Staff(choices, digest(staff_now(now.by, request, choices, now.today)))

    def _asked(self) -> str:
        """The party that owes it, by its key."""
        duty = self.teller.dossier.agreement.duty[self.told.duty]
        return next(each for each in duty.by if each != self.told.by)

    def _paper(self, paper: PaperTold, day: date) -> ReportDocument:
        return ReportDocument(
            language=settings.LANGUAGE_CODE,
            kind="Handling",
            title=paper.title,
            partnership=self.teller.partnership.name,
            period=day.isoformat(),
            made=f"{self.teller.organisations[self._asked()].name}, {day}.",
            notices=notices(self.teller.partnership.is_demo),
            sections=(SectionDoc("text", paper.title, blocks=(Words(paper.lines),)),),
        )
