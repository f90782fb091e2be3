"""An association with an evening that has three shifts, volunteers with accounts, and one who answers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from psycopg.types.range import DateRange

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.entrance import acting_as
from samsyn.web.access.fixtures import SINCE, TODAY, Cast, lay_the_table, signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Cause, Worker
from samsyn.web.roster.own import Own, own_or_404
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TOMORROW = TODAY + timedelta(days=1)
AFTER = datetime(2026, 3, 3, 22, tzinfo=UTC)
"""When tomorrow's evening is over."""


@dataclass
class Evening:
    cast: Cast
    laid: Laid
    activity: str
    check: str
    """The register check that a volunteer is asked for, where there is cause, before she works with children."""
    responsible: Worker
    occasion: Occasion
    people: dict[str, Worker] = field(default_factory=dict)

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def shifts(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.partnership.slug}/roster/shifts/"

    @property
    def mine(self) -> str:
        return f"{self.shifts}mine/"

    def volunteer(self, name: str, *, checked: bool = True) -> Worker:
        """With an account. Not `checked`: she is asked for an extract and has not shown it."""
        worker = self.people.get(name)
        if worker is None:
            worker = self.people[name] = _worker(
                self.partnership, self.ours, name, "volunteer", _person(self.ours, name)
            )
            if not checked:
                self._ask(worker)
        return worker

    def _ask(self, worker: Worker) -> None:
        whose = {"partnership": self.partnership, "organisation": self.ours}
        with acting_as_job(Job.SEED):
            Cause.objects.create(**whose, worker=worker, requirement=self.check, on=TODAY, tried_as=Role.HEAD)

    def client(self, worker: Worker) -> Client:
        assert worker.person is not None
        return signed_in(worker.person)

    @contextmanager
    def own(self, worker: Worker) -> Iterator[Own]:
        """As on a page of her own."""
        assert worker.person_id is not None
        with acting_as(worker.person_id, self.ours.slug, today=TODAY) as viewer:
            yield own_or_404(viewer, self.partnership.slug, TODAY)

    @contextmanager
    def staff(self, role: Role = Role.STAFF) -> Iterator[Viewer]:
        with self.cast.as_(self.ours, role) as viewer:
            yield viewer

    def made(self, n: int = 1, occasion: Occasion | None = None, **said: Any) -> list[Shift]:
        said.setdefault("made", uuid4())
        with self.staff() as by:
            return actions.make_shifts(occasion or self.occasion, "Ledare", n, by=by, now=NOW, **said)

    def another(self, day: date = TOMORROW, starts: time = time(18), ends: time = time(21), **said: Any) -> Occasion:
        with acting_as_job(Job.SEED):
            return _occasion(self.partnership, self.ours, self.activity, day, starts, ends, self.responsible, **said)

    def series(self, n: int = 3) -> Series:
        days = [TODAY + timedelta(days=7 * week) for week in range(1, n + 1)]
        with acting_as_job(Job.SEED):
            made = Series.objects.create(
                partnership=self.partnership, organisation=self.ours, activity=self.activity,
                weekdays=[days[0].isoweekday()], starts=time(18), ends=time(21), first=days[0], last=days[-1],
                made_at=NOW,
            )  # fmt: skip
        for day in days:
            self.another(day, series=made)
        return made

    def take(self, shift: Shift, worker: Worker) -> Shift:
        with self.own(worker) as own:
            return actions.take(shift, own.worker, by=own.viewer, now=NOW)

    def by_own(
        self, act: Callable[..., Shift], shift: Shift, worker: Worker, *given: Any, now: datetime = NOW
    ) -> Shift:
        with self.own(worker) as own:
            found = Shift.objects.select_related("worker", "occasion", "partnership").get(pk=shift.pk)
            return act(found, *given, by=own.viewer, now=now)

    def again(self, shift: Shift) -> Shift:
        with acting_as_job(Job.SEED):
            return Shift.objects.select_related("worker", "occasion", "partnership").get(pk=shift.pk)


@pytest.fixture
def evening(cast: Cast, settings: Any) -> Evening:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)


@pytest.fixture
def committed(transactional_db: None, settings: Any) -> Evening:
    """For tests with several connections."""
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def lay_it(cast: Cast) -> Evening:
    """Whichever agreement has an activity with children, held by a civil party whose volunteers can be checked."""
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        civil = {key for key, each in agreement.party.items() if each.kind == "civil"}
        for activity in agreement.activity.values():
            holder = next((key for key in activity.by if key in civil), None)
            checks = [
                each.id
                for each in agreement.register_check.values()
                if holder in each.by and "on_cause" in each.when and "volunteers" in each.of and each.before
            ]
            if holder and "children" in activity.exposure and checks and not activity.staff_at_least:
                public = next(key for key, each in agreement.party.items() if each.kind == "public")
                laid = lay(folder, with_={holder: cast.association, public: cast.municipality})
                return _evening(cast, laid, activity.id, checks[0])
    raise LookupError("No agreement has an activity with children and volunteers who are checked.")


def _evening(cast: Cast, laid: Laid, activity: str, check: str) -> Evening:
    head = cast.person(cast.association, Role.HEAD)
    with acting_as_job(Job.SEED):
        responsible = _worker(laid.partnership, cast.association, "Ansvarig", "employee", head)
        occasion = _occasion(
            laid.partnership, cast.association, activity, TOMORROW, time(18), time(21), responsible, place="Hallen"
        )
    return Evening(cast, laid, activity, check, responsible, occasion)


def _worker(partnership: Partnership, organisation: Organisation, name: str, kind: str, person: Person) -> Worker:
    with acting_as_job(Job.SEED):
        return Worker.objects.create(
            partnership=partnership, organisation=organisation, person=person, known_as=name, kind=kind,
            function="Ledare", began_on=SINCE, days=DateRange(SINCE, None), made_at=NOW,
        )  # fmt: skip


def _occasion(
    partnership: Partnership, organisation: Organisation, activity: str, day: date, starts: time, ends: time,
    responsible: Worker, **said: Any,
) -> Occasion:  # fmt: skip
    return Occasion.objects.create(
        partnership=partnership, organisation=organisation, activity=activity, kind="open", counts="attendance",
        day=day, starts=starts, ends=ends, responsible=responsible, planned_at=NOW, changed_at=NOW, **said,
    )  # fmt: skip


def _person(organisation: Organisation, name: str) -> Person:
    with acting_as_job(Job.SEED):
        person = Person(email=f"{name.lower()}@{organisation.slug}.example", display_name=name, is_demo=True)
        person.set_unusable_password()
        person.save()
        Membership.objects.create(person=person, organisation=organisation, role=Role.VOLUNTEER, since=SINCE)
    return person
