"""An association that holds evenings with children, groups that nobody must see, lectures, and shared seminars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import uuid4

import pytest

from samsyn.rules.reading import Dossier, read_files
from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.meetings.models import Decision, Meeting
from samsyn.web.occasions import actions
from samsyn.web.occasions.actions import Plan, Rhythm
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

R = TypeVar("R")
NOW = datetime.combine(TODAY, time(9), tzinfo=UTC)
_DAY = timedelta(days=1)
AGREEMENT = """
[agreement]
id = "fyren"
name = "Fyren"
title = "Överenskommelse om Fyren"
purpose = "Barn får en bra kväll."
purpose_clause = "1"
fictitious = true

[source]
clause = "1"
says = "Undertecknad."
status = "signed"

[period]
clause = "2"
says = "Gäller i tre år."
first = 2025-01-01
last = 2027-12-31

[party.kommunen]
clause = "1"
says = "Nämnden är offentlig part."
name = "Nämnden"
kind = "public"

[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"

[register_check.registerkontroll]
clause = "5"
says = "Den som arbetar med barn visar utdrag innan."
by = ["foreningen"]
of = ["employees"]
registers = ["criminal_records"]
when = ["hiring"]
before = ["children"]
law = "Bara överenskommelsen"

[activity.kvallar]
clause = "3.1"
says = "Kvällar för barn, öppna för den som kommer."
name = "Öppen kväll"
by = ["foreningen"]
kind = "open"
asks = ["sex", "age_band"]
age_bands = ["6-9", "10-12"]
exposure = ["children"]

[activity.kafe]
clause = "3.2"
says = "Kafé med minst två som arbetar."
name = "Kafé"
by = ["foreningen"]
kind = "open"
asks = ["sex"]
staff_at_least = 2

[activity.grupp]
clause = "3.3"
says = "Gruppen träffas."
name = "Samtalsgruppen"
by = ["foreningen"]
kind = "group"
counts = "participants"
discreet = true

[activity.forelasning]
clause = "3.4"
says = "Föreläsningar för skolor och företag."
name = "Föreläsning"
by = ["foreningen"]
kind = "lecture"
counts = "reached"
receivers = ["skola", "företag"]

[activity.seminarium]
clause = "3.5"
says = "Parterna håller seminarier tillsammans."
name = "Seminarium"
by = ["kommunen", "foreningen"]
kind = "seminar"
counts = "staff"
"""


@dataclass
class House:
    cast: Cast
    partnership: Partnership
    dossier: Dossier

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.partnership.slug}/occasions/"

    @property
    def theirs(self) -> str:
        return self.home.replace(f"/{self.ours.slug}/", f"/{self.cast.municipality.slug}/", 1)

    def do(self, act: Callable[[Viewer], R], role: Role = Role.HEAD, whose: Organisation | None = None) -> R:
        """What somebody with the role does."""
        with self.cast.as_(whose or self.ours, role) as by:
            return act(by)

    def plan(self, activity: str = "forelasning", day: date = TODAY, **more: Any) -> Occasion:
        whose = more.pop("whose", None)
        wanted = Plan(day, more.pop("starts", time(18)), more.pop("ends", time(21)), **more)
        return self.do(
            lambda by: actions.plan(self.partnership, activity, wanted, by=by, now=NOW, today=TODAY), whose=whose
        )

    def series(self, activity: str = "grupp", **more: Any) -> Series:
        made = more.pop("made", uuid4())
        said = {"weekdays": (2,), "starts": time(18), "ends": time(20), "first": TODAY, "last": TODAY + 27 * _DAY}
        rhythm = Rhythm(**(said | more))
        return self.do(
            lambda by: actions.plan_series(self.partnership, activity, rhythm, made=made, by=by, now=NOW, today=TODAY)
        )

    def hold(self, occasion: Occasion, heads: Any = None, **more: Any) -> Occasion:
        table = {("", ""): heads} if isinstance(heads, int) else heads or {}
        return self.do(lambda by: actions.hold(occasion, table, by=by, now=NOW, today=TODAY, **more))

    def held(self, activity: str, day: date, heads: Any) -> Occasion:
        return self.hold(self.plan(activity, day), heads)

    def decision(self, approved: bool = True, where: Partnership | None = None) -> Decision:
        with acting_as_job(Job.SEED):
            partnership = where or self.partnership
            meeting = Meeting.objects.create(
                partnership=partnership,
                body="styrgrupp",
                body_name="Styrgruppen",
                clause="1",
                number=Meeting.objects.filter(partnership=partnership).count() + 1,
                called_by=self.ours,
                called_at=NOW,
                starts_at=NOW,
                ends_at=NOW + timedelta(hours=1),
                held_on=TODAY,
            )
            made = Decision.objects.create(partnership=partnership, meeting=meeting, number=1, says="Språkkafé.")
            if approved:
                meeting.approved_on = TODAY
                meeting.save(update_fields=["approved_on"])
            return made

    def again(self, occasion: Occasion) -> Occasion:
        with acting_as_job(Job.SEED):
            return Occasion.objects.get(pk=occasion.pk)

    def all(self, **said: Any) -> list[Occasion]:
        with acting_as_job(Job.SEED):
            return list(Occasion.objects.filter(**said))


def laid(cast: Cast) -> House:
    files = {"agreement.toml": AGREEMENT.encode()}
    parties = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY)
    return House(cast, partnership, read_files(files))


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return laid(cast)


@pytest.fixture
def committed(transactional_db: None, settings: Any) -> House:
    """For tests with several connections."""
    settings.SAMSYN_TODAY = TODAY
    return laid(lay_the_table())
