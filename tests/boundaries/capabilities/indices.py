"""A table that the municipality's colleague has entered, and one of the association's: both are read by everybody."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from samsyn.web.access.fixtures import Cast
from samsyn.web.indices.models import IndexFigure, IndexTable
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Common, Door

_AT = "as/<slug:organisation>/indices"
_NAMED = "/as/kommunen/indices"
_LINES = [f"{name}_{number}" for number in (0, 1) for name in ("year", "percent", "status")]

DOORS: dict[str, Door] = {
    f"{_AT}/": Common(Permission.READ_PARTNERSHIP),
    f"{_AT}/add/": Common(Permission.MANAGE_MONEY),
    f"{_AT}/<uuid:table>/": Common(Permission.READ_PARTNERSHIP),
    f"{_AT}/<uuid:table>/correct/": Common(Permission.MANAGE_MONEY),
    f"{_AT}/<uuid:table>/withdraw/": Common(Permission.MANAGE_MONEY),
}


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> IndexTable:
    """The municipality's."""
    _table(cast.association, cast.person(cast.association, Role.STAFF), date(2026, 1, 2), now)
    return _table(cast.municipality, colleague, date(2026, 1, 1), now)


def _table(organisation: Any, person: Person, published: date, now: datetime) -> IndexTable:
    table = IndexTable.objects.create(
        series="Provindex", published=published, source="påhittad", organisation=organisation,
        organisation_name=organisation.name, entered_by=person, entered_at=now,
    )  # fmt: skip
    IndexFigure.objects.create(table=table, year=2025, percent=Decimal("1.5"), status="outcome")
    return table


SAMPLES = {"table": lambda sample: sample.laid["indices"].pk}
ASKED = {f"{_NAMED}/add/": ["series", "published"]}
TYPED = {
    f"{_NAMED}/add/": ["seen", "series", "published", "source", *_LINES],
    f"{_NAMED}/{{table}}/correct/": ["seen", "source", "because", *_LINES],
    f"{_NAMED}/{{table}}/withdraw/": ["seen", "because"],
}
