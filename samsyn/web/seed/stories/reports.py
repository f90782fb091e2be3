"""Reports: opened, written, signed, sent back, gone through, compiled and submitted, through what people do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.reports import actions
from samsyn.web.reports.assembling import own_part, whole
from samsyn.web.reports.content import digest
from samsyn.web.reports.models import Part, Report
from samsyn.web.reports.queries import Standing, draft_of, standing_of
from samsyn.web.seed.stories.invoices import obligation_of
from samsyn.web.seed.stories.reports_told import PartTold, ReportTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_ORDER = 95


def reports_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.reports:
        yield from _Report(teller, told).happenings()
    yield Happening(teller.today, _ORDER + 8, partial(_open_what_is_near, teller))


def _open_what_is_near(teller: Teller) -> None:
    """As the bell does every night: what is soon to be reported is open."""
    at = teller.instant(teller.today)
    with acting_as_job(Job.DERIVE):
        actions.open_what_is_near(teller.partnership, by=Job.DERIVE, now=at, today=teller.today)


class _Report:
    def __init__(self, teller: Teller, told: ReportTold) -> None:
        self.teller, self.told = teller, told

    def happenings(self) -> Iterator[Happening]:
        told = self.told
        yield Happening(told.opened_on, _ORDER, self.open)
        for part in told.parts:
            yield Happening(part.written_on, _ORDER + 1, partial(self.write, part.by, part.written_on, part.words))
            if part.signed_on:
                yield Happening(part.signed_on, _ORDER + 2, partial(self.sign, part, part.signed_on))
            if part.back_on:
                yield Happening(part.back_on, _ORDER + 3, partial(self.send_back, part, part.back_on))
            if part.signed_again_on:
                yield Happening(part.signed_again_on, _ORDER + 4, partial(self.sign_again, part, part.signed_again_on))
        if told.through_on:
            yield Happening(told.through_on, _ORDER + 5, partial(self.go_through, told.through_on))
        if told.submitted_on:
            yield Happening(told.submitted_on, _ORDER + 6, partial(self.submit, told.submitted_on))

    def open(self) -> None:
        """By hand, the day it would have opened by itself."""
        with self.teller.acting(self.told.by, Role.CONTROLLER, self.told.opened_on) as now:
            actions.open_report(obligation_of(self.teller, self.told.duty), **vars(now))

    def write(self, by: str, on: date, words: dict[str, str]) -> None:
        with self.teller.acting(by, Role.CONTROLLER, on) as now:
            report = self._report()
            edits = draft_of(now.by, report).edits
            actions.write(report, words, edits=edits, by=now.by, now=now.now)

    def sign(self, part: PartTold, on: date) -> None:
        with self.teller.acting(part.by, Role.HEAD, on) as now:
            report = self._report()
            read = own_part(now.by, self._standing(report, now), now=now.now, today=now.today)
            actions.sign(report, seal=digest(read), **vars(now))

    def send_back(self, part: PartTold, on: date) -> None:
        with self.teller.acting(part.back_by, Role.CONTROLLER, on) as now:
            organisation = self.teller.organisations[part.by]
            signed = Part.objects.filter(report=self._report(), organisation=organisation)
            newest = signed.select_related("report__partnership").order_by("-number")[0]
            actions.send_back(newest, part.note, **vars(now))

    def sign_again(self, part: PartTold, on: date) -> None:
        self.write(part.by, on, part.anew)
        self.sign(part, on)

    def go_through(self, on: date) -> None:
        with self.teller.acting(self.told.through_by, Role.CONTROLLER, on) as now:
            actions.go_through(self._report(), note=self.told.through, **vars(now))

    def submit(self, on: date) -> None:
        self.write(self.told.compiled_by, on, self.told.words)
        with self.teller.acting(self.told.compiled_by, Role.HEAD, on) as now:
            report = self._report()
            read = whole(now.by, self._standing(report, now), now=now.now, today=now.today)
            actions.submit(report, seal=digest(read), **vars(now))

    def _report(self) -> Report:
        duty = obligation_of(self.teller, self.told.duty)
        return Report.objects.select_related("partnership", "obligation").get(obligation=duty)

    def _standing(self, report: Report, now: Now) -> Standing:
        found = standing_of(now.by, self.teller.dossier, self.teller.partnership, report.pk)
        assert found is not None
        return found
