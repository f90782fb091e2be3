"""A shift of each party; the municipality's is of the colleague who is on its roster: somebody's own to ask for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.occasions.models import Occasion
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.models import FeedKey, Shift
from tests.boundaries.door import Acting, ByKey, Door, InPartnership, Seated

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/roster/shifts"
_NAMED = "/as/kommunen/partnerships/{slug}/roster/shifts"
_SINCE = date(2020, 1, 1)
_AT_WORK = (Permission.VOLUNTEER, Permission.WORK, Permission.FULFIL)


class OnRoster(Seated):
    """Whoever is on the roster today, for her own. In the samples, the staff."""


DOORS: dict[str, Door] = {
    f"{_AT}/mine/": OnRoster(*_AT_WORK),
    f"{_AT}/mine/calendar/open/": OnRoster(*_AT_WORK, post=True),
    f"{_AT}/mine/calendar/revoke/": OnRoster(*_AT_WORK, post=True),
    f"{_AT}/mine/<uuid:shift>/take/": OnRoster(*_AT_WORK, post=True),
    f"{_AT}/mine/<uuid:shift>/offer/": OnRoster(*_AT_WORK, post=True),
    f"{_AT}/mine/<uuid:shift>/keep/": OnRoster(*_AT_WORK, post=True),
    f"{_AT}/mine/<uuid:shift>/give-up/": OnRoster(*_AT_WORK),
    f"{_AT}/mine/<uuid:shift>/report/": OnRoster(*_AT_WORK),
    f"{_AT}/": InPartnership(Permission.WORK, Permission.FULFIL),
    f"{_AT}/at/<uuid:occasion>/": Acting(Permission.WORK, Permission.FULFIL),
    f"{_AT}/at/<uuid:occasion>/make/": Acting(Permission.WORK),
    f"{_AT}/<uuid:shift>/put-on/": Acting(Permission.WORK),
    f"{_AT}/<uuid:shift>/report/": Acting(Permission.WORK),
    f"{_AT}/<uuid:shift>/take-off/": Acting(Permission.WORK, post=True),
    f"{_AT}/<uuid:shift>/cancel/": Acting(Permission.WORK, post=True),
    "feeds/shifts/<slug:secret>.ics": ByKey(),
}


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Shift:
    """The municipality's."""
    both = (cast.association, cast.municipality)
    for organisation in both:
        # An address is made by its own person and by no job.
        with cast.as_(organisation, Role.HEAD) as viewer:
            FeedKey.objects.create(
                person_id=viewer.person_id, organisation=organisation, secret_sha256=viewer.person_id.hex * 2,
                opened_at=now,
            )  # fmt: skip
    _shift({"partnership": partnership, "organisation": cast.association}, None, now)
    return _shift({"partnership": partnership, "organisation": cast.municipality}, colleague, now)


def _shift(whose: dict[str, Any], person: Person | None, now: datetime) -> Shift:
    """Tomorrow's, whatever the clock shows."""
    worker = _worker(whose, person, now)
    occasion = Occasion.objects.create(
        **whose, activity="prov", kind="open", counts="attendance", day=clock.today() + timedelta(days=1),
        starts=time(3), ends=time(4), planned_at=now, changed_at=now,
    )  # fmt: skip
    span = occasion.span
    return Shift.objects.create(
        **whose, occasion=occasion, worker=worker, function="Ledare", starts_at=span.begins, ends_at=span.finishes,
        state="taken", made_at=now, changed_at=now,
    )  # fmt: skip


def _worker(whose: dict[str, Any], person: Person | None, now: datetime) -> Worker:
    there = Worker.objects.filter(**whose, person=person).first() if person else None
    return there or Worker.objects.create(
        **whose, person=person, known_as="Kim", kind="employee", function="Ledare", began_on=_SINCE,
        days=DateRange(_SINCE, None), made_at=now,
    )  # fmt: skip


SAMPLES = {"shift": lambda sample: sample.laid["shifts"].pk}
TYPED = {
    f"{_NAMED}/at/{{occasion}}/make/": ["made", "function", "n", "starts", "ends", "whole_series"],
    f"{_NAMED}/{{shift}}/put-on/": ["worker"],
    f"{_NAMED}/{{shift}}/report/": ["hours"],
    f"{_NAMED}/mine/{{shift}}/report/": ["hours"],
}
CHANGEABLE = {"shifts_shift": False}
MOVED = {
    "shifts_shift": ["organisation_id", "partnership_id"],
    "shifts_feedkey": ["organisation_id", "person_id"],
}
REACHED = {Job.CALENDAR_FEED: {"obligations_feedkey", "shifts_feedkey"}}
