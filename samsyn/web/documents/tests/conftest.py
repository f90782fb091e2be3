"""Papers of the municipality and the association, who are partners, and of a participant who only takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.documents.actions import add_document, hand_over
from samsyn.web.documents.models import Document
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock
from tests.boundaries.samples import an_agreement_between

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Table:
    """`participant` takes part in the partnership without being a party."""

    cast: Cast
    partnership: Partnership
    participant: Organisation

    def laid_in(self, by: Organisation, data: bytes = b"Hej", name: str = "hej.txt", **more: Any) -> Document:
        said = {"title": "Årsrapport", "public_title": "Rapport", "direction": "drawn_up", "dated": TODAY, **more}
        with self.cast.as_(by, Role.HEAD) as viewer:
            return add_document(self.partnership, name, data, **said, by=viewer, now=NOW)

    def handed_over(self, by: Organisation, **more: Any) -> Document:
        document = self.laid_in(by, **more)
        with self.cast.as_(by, Role.HEAD) as viewer:
            return hand_over(document, by=viewer, now=NOW)

    def at(self, organisation: Organisation, path: str = "") -> str:
        return f"/as/{organisation.slug}/partnerships/{self.partnership.slug}/documents/{path}"


@pytest.fixture
def table(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    with acting_as_job(Job.SEED):
        partnership = an_agreement_between(cast.municipality, cast.association)
        PartnershipParty.objects.create(
            partnership=partnership, organisation=cast.other_board, key="namnd", kind="participant"
        )
        PartnershipParty.objects.filter(partnership=partnership, organisation=cast.municipality).update(
            case_number="SN 2026/533"
        )
    return Table(cast, partnership, cast.other_board)
