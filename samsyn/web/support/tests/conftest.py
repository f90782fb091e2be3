"""The agreement with a support line, between the municipality and the association that runs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.support import actions
from samsyn.web.support.actions import Said
from samsyn.web.support.line import Line, line_of

TODAY = date(2026, 3, 2)
SHELTER = ROOT / "agreements" / "helsingborg-kvinnojouren"


@dataclass
class Table:
    """`theirs` runs the line, `ours` is the other party."""

    cast: Cast
    laid: Laid
    today: date = TODAY

    @property
    def ours(self) -> Organisation:
        return self.cast.municipality

    @property
    def theirs(self) -> Organisation:
        return self.cast.association

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @contextmanager
    def as_(self, who: Organisation, role: Role = Role.STAFF) -> Iterator[Viewer]:
        with self.cast.as_(who, role, today=self.today) as viewer:
            yield viewer

    def line(self, viewer: Viewer) -> Line:
        found = line_of(viewer, self.partnership, self.laid.dossier, self.today)
        assert found is not None
        return found

    def said(self, **other: Any) -> Said:
        chosen: dict[str, Any] = {"day": self.today, "channel": "phone", "kind": self.kind}
        return Said(**chosen | other)

    @property
    def kind(self) -> str:
        return next(iter(self.laid.dossier.agreement.support_line.values())).kinds[0]

    def count(self, contact: UUID | None = None, **other: Any) -> UUID:
        made = contact or uuid4()
        with self.as_(self.theirs) as viewer:
            actions.count_contact(self.line(viewer), self.said(**other), made, by=viewer, today=self.today)
        return made

    def client(self, who: Organisation | None = None, role: Role = Role.STAFF) -> Client:
        return self.cast.client(who or self.theirs, role)

    def at(self, path: str = "", who: Organisation | None = None) -> str:
        return f"/as/{(who or self.theirs).slug}/partnerships/{self.partnership.slug}/support/{path}"

    def pressed(self, **other: Any) -> dict[str, Any]:
        """What the page sends."""
        said: dict[str, Any] = {"contact": uuid4(), "channel": "phone", "kind": self.kind, "day": self.today}
        return said | {"first_or_returning": "", "children": "0", "concern": ""} | other


def set_up(cast: Cast) -> Table:
    terms = read_files(dict(files_in(SHELTER))).agreement
    runs = {each.by for each in terms.support_line.values()}
    return Table(
        cast, lay(SHELTER, with_={key: cast.association if key in runs else cast.municipality for key in terms.party})
    )


@pytest.fixture
def table(db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return set_up(lay_the_table())
