"""An agreement with cost lines, a civil party that keeps books, and a small SIE file that it has exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samsyn.exchange.sie import Journal, Row, Voucher, write_sie
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.viewer import Viewer
from samsyn.web.books import actions
from samsyn.web.books.actions import Said
from samsyn.web.books.models import Import, Mapping, VoucherRow
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PROJECT = (("6", "P1"),)


def bought(number: int, ore: int, day: date, text: str = "Jackor", account: str = "4010", **given: Any) -> Voucher:
    """A purchase for the project, paid from the bank."""
    objects = given.get("objects", PROJECT)
    rows = (Row(account, objects, ore, day, given.get("row_text", "")), Row("1930", (), -ore, day, ""))
    return Voucher(given.get("series", "A"), str(number), day, text, rows)


@dataclass
class Table:
    """`lines` are the agreement's cost lines with a sum of their own."""

    cast: Cast
    laid: Laid
    lines: list[str]
    year: int

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
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/books/"

    def day(self, month: int, day: int = 15) -> date:
        return date(self.year, month, day)

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.CONTROLLER) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role) as viewer:
            yield viewer

    def map(self, accounts: tuple[int, int], cost_line: str, **given: Any) -> Mapping:
        given = {"dimension": "6", "object": "P1"} | given
        with self.by() as viewer:
            said = Said(*accounts, cost_line, **given)
            return actions.add_mapping(self.partnership, said, by=viewer, now=NOW, today=TODAY)

    def file(self, *vouchers: Voucher, **given: Any) -> bytes:
        years = {0: DateRange.year(self.year)}
        accounts = {"4010": "Arbetskläder", "7010": "Löner", "1930": "Bank"}
        return write_sie(Journal("Föreningen", TODAY, vouchers, years=years, accounts=accounts, **given))

    def preview(self, *vouchers: Voucher) -> Import:
        with self.by() as viewer:
            return actions.preview("bok.se", self.file(*vouchers), by=viewer, now=NOW)

    def store(self, *vouchers: Voucher, also_gone: bool = False) -> Import:
        imported = self.preview(*vouchers)
        with self.by() as viewer:
            return actions.store(imported, also_gone=also_gone, by=viewer, now=NOW)

    def release(self, first: date | None = None, last: date | None = None) -> None:
        with self.by() as viewer:
            days = DateRange.through(first or self.day(1, 1), last or self.day(12, 31))
            actions.release(self.partnership, days, by=viewer, now=NOW)

    def rows(self, whose: Organisation | None = None) -> Sequence[tuple[str, int]]:
        with self.by(whose) as viewer:
            seen = VoucherRow.objects.visible_to(viewer).standing().filter(partnership=self.partnership)
            return [(row.cost_line, row.amount_ore) for row in seen.order_by("day", "position")]


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)


def lay_it(cast: Cast) -> Table:
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        lines = [key for key, each in agreement.cost_line.items() if each.amount is not None]
        civil = [key for key, party in agreement.party.items() if party.kind == "civil"]
        public = [key for key, party in agreement.party.items() if party.kind == "public"]
        if len(lines) > 1:
            laid = lay(folder, with_={civil[0]: cast.association, public[0]: cast.municipality})
            return Table(cast, laid, lines, agreement.span.start.year)
    raise LookupError("No agreement has cost lines.")
