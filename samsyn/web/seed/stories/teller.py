"""Acting as the invented people of a twin, on the day something happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from samsyn.rules.reading import Dossier
from samsyn.web.access.entrance import acting_as
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.people import email_of

_FIRST_HOUR = time(8, 30)


@dataclass(frozen=True)
class Now:
    """Who acts and when: spread into an action as `**now.kwargs`."""

    by: Viewer
    now: datetime
    today: date


@dataclass(frozen=True)
class Happening:
    """Something that is told on a day; `order` decides between those of the same day."""

    on: date
    order: int
    tell: Callable[[], None]


@dataclass
class Teller:
    """`organisations` by party or participant. Every act of a day comes some minutes after the one before.

    `folder` is where the story lies, with the files that it names.
    """

    partnership: Partnership
    dossier: Dossier
    organisations: dict[str, Organisation]
    today: date
    folder: Path = Path()
    _acts: dict[date, int] = field(default_factory=dict)

    @contextmanager
    def acting(self, key: str, role: Role, on: date) -> Iterator[Now]:
        organisation = self.organisations[key]
        person = Person.objects.get(email=email_of(organisation, role))
        with acting_as(person.pk, organisation.slug, today=on) as viewer:
            yield Now(viewer, self.instant(on), on)

    @contextmanager
    def acting_at(self, key: str, role: Role, at: datetime) -> Iterator[Viewer]:
        """As `acting`, where the hour matters: each act says for itself when it was done."""
        organisation = self.organisations[key]
        person = Person.objects.get(email=email_of(organisation, role))
        with acting_as(person.pk, organisation.slug, today=at.astimezone(SWEDEN).date()) as viewer:
            yield viewer

    def instant(self, on: date) -> datetime:
        self._acts[on] = self._acts.get(on, 0) + 1
        morning = datetime.combine(on, _FIRST_HOUR, tzinfo=SWEDEN)
        return (morning + timedelta(minutes=3 * self._acts[on])).astimezone(UTC)

    def beside(self, name: str) -> bytes:
        """A file that the story names."""
        return (self.folder / name).read_bytes()

    @property
    def parties(self) -> list[str]:
        return list(self.dossier.agreement.party)
