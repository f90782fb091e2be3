"""An agreement in which both sides put something in besides money."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions import actions
from samsyn.web.contributions.actions import Said
from samsyn.web.contributions.models import Contribution
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
THIS_YEAR = DateRange.through(date(2026, 1, 1), TODAY)
RENT = Said(kind="premises", quantity=Decimal(2), unit="months", what="Hyra")


@dataclass
class Table:
    cast: Cast
    laid: Laid

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def theirs(self) -> Organisation:
        return self.cast.municipality

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/contributions/"

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.CONTROLLER) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role) as viewer:
            yield viewer

    def add(self, said: Said = RENT, days: DateRange = THIS_YEAR, **given: Any) -> Contribution:
        whose, role = given.pop("whose", None), given.pop("role", Role.CONTROLLER)
        given.setdefault("made", uuid4())
        with self.by(whose, role) as viewer:
            return actions.add(self.partnership, days, said, by=viewer, now=NOW, today=TODAY, **given)

    def seen_by(self, whose: Organisation, role: Role = Role.CONTROLLER) -> list[Contribution]:
        with self.by(whose, role) as viewer:
            return list(Contribution.objects.visible_to(viewer).filter(partnership=self.partnership))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)


def lay_it(cast: Cast) -> Table:
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        givers = {key for each in agreement.in_kind.values() for key in each.by}
        civil = [key for key, party in agreement.party.items() if party.kind == "civil" and key in givers]
        public = [key for key, party in agreement.party.items() if party.kind == "public"]
        if civil and public:
            return Table(cast, lay(folder, with_={civil[0]: cast.association, public[0]: cast.municipality}))
    raise LookupError("No agreement has a civil party that puts something in.")
