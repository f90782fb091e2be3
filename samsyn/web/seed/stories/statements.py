"""How money was used: opened, written, signed, and accepted or sent back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import uuid5

from django.utils.translation import override

from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.invoices import obligation_of
from samsyn.web.seed.stories.money_told import StatementTold, ore
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller
from samsyn.web.statements import actions
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Statement, Submission
from samsyn.web.statements.presenters.content import content_of, digest
from samsyn.web.statements.queries import days_of

_ORDER = 86


def statements_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.statements:
        one = _Statement(teller, told)
        yield Happening(told.opened_on, _ORDER, one.open)
        if told.signed_on:
            yield Happening(told.signed_on, _ORDER + 1, one.sign)
        if told.sent_back:
            yield Happening(told.sent_back.on, _ORDER + 2, one.send_back)
        if told.accepted:
            yield Happening(told.accepted.on, _ORDER + 3, one.accept)
    yield Happening(teller.today, _ORDER + 4, partial(_open_what_is_near, teller))


def _open_what_is_near(teller: Teller) -> None:
    """As the bell does every night: what is soon to be handed in is open."""
    at = teller.instant(teller.today)
    with acting_as_job(Job.DERIVE):
        actions.open_what_is_near(teller.partnership, by=Job.DERIVE, now=at, today=teller.today)


class _Statement:
    def __init__(self, teller: Teller, told: StatementTold) -> None:
        self.teller, self.told = teller, told

    def open(self) -> None:
        """Written the same day, as far as it is."""
        told = self.told
        with self.teller.acting(told.by, Role.CONTROLLER, told.opened_on) as now:
            statement = actions.open_statement(obligation_of(self.teller, told.duty), by=now.by, now=now.now)
            days = days_of(statement)
            if told.first and told.last:
                days = DateRange.through(told.first, told.last)
            if told.words:
                actions.write(statement, days, told.words, edits=0, by=now.by, now=now.now)
            self._add_sums(statement, now)

    def _add_sums(self, statement: Statement, now: Now) -> None:
        for number, each in enumerate(self.told.sums):
            said = actions.Typed(each.side, each.text, ore(each.amount), each.source, each.cost_line)
            made = uuid5(statement.pk, f"sum {number}")
            actions.add_sum(statement, said, made=made, by=now.by, now=now.now)

    def sign(self) -> None:
        assert self.told.signed_on is not None
        with self.teller.acting(self.told.by, Role.HEAD, self.told.signed_on) as now:
            statement = self._mine()
            with override("sv"):
                read = content_of(material_of(now.by, statement, dossier_of(self.teller.partnership)))
            actions.sign(statement, seal=digest(read), **vars(now))

    def send_back(self) -> None:
        told = self.told.sent_back
        assert told is not None
        with self.teller.acting(told.by, Role.HEAD, told.on) as now:
            actions.send_back(self._submission(), told.says, **vars(now))

    def accept(self) -> None:
        told = self.told.accepted
        assert told is not None
        with self.teller.acting(told.by, Role.HEAD, told.on) as now:
            actions.accept(self._submission(), told.says, **vars(now))

    def _mine(self) -> Statement:
        owed = obligation_of(self.teller, self.told.duty)
        rows = Statement.objects.select_related("partnership", "obligation", "organisation")
        return rows.get(obligation=owed, organisation=self.teller.organisations[self.told.by])

    def _submission(self) -> Submission:
        rows = Submission.objects.select_related("statement__partnership", "statement__obligation")
        return rows.filter(statement=self._mine()).latest("number")
