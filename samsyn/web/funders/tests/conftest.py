"""Lanterna, where the association may not take other money for the same activity, and the board pays what is shown."""

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
from samsyn.rules.reading import read_files
from samsyn.rules.terms import Agreement
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.books.models import Import, RowText, Voucher, VoucherRow
from samsyn.web.funders import actions
from samsyn.web.funders.actions import ShareSaid
from samsyn.web.funders.models import FunderShare
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
YEAR = DateRange.year(2026)
TERMS = """
[cost_line.loner]
clause = "4"
says = "Bidraget är för löner."
funding = "bidrag"
purpose = "staff"

[other_funding.samma]
clause = "4"
says = "Samma insats får inte ha någon annan finansiering."
party = "foreningen"
rule = "not_for_same_activity"

[state_aid.verksamheten]
clause = "4"
says = "Parterna är överens om att verksamheten är ekonomisk."
economic = true
"""


@dataclass
class Table:
    cast: Cast
    partnership: Partnership
    terms: Agreement

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def theirs(self) -> Organisation:
        return self.cast.municipality

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/funders/"

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.CONTROLLER) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role) as viewer:
            yield viewer

    def declare(self, funder: str = "Fonden", line: str = "loner", **said: Any) -> FunderShare:
        share = said.pop("percent", Decimal(20)) if "amount_ore" not in said else None
        made = said.pop("made", None) or uuid4()
        wanted = ShareSaid(funder, line, said.pop("days", YEAR), said.pop("source", "Beslut 4"), share, **said)
        with self.by() as viewer:
            return actions.add_share(self.partnership, self.terms, wanted, made=made, by=viewer, now=NOW)

    def spend(self, kronor: int, day: date = date(2026, 2, 25), line: str = "loner", key: str = "A 1") -> VoucherRow:
        whose = {"organisation": self.ours, "partnership": self.partnership}
        with acting_as_job(Job.SEED):
            brought = Import.objects.create(
                organisation=self.ours, sha256=key.ljust(64, "0"), file_name="bok.se", size=1, state="stored",
                made_at=NOW, stored_at=NOW,
            )  # fmt: skip
            voucher = Voucher.objects.create(
                organisation=self.ours, year=date(2026, 1, 1), key=key, day=day, digest="0" * 64, brought_by=brought
            )
            row = VoucherRow.objects.create(
                voucher=voucher, **whose, position=0, day=day, account=7010, amount_ore=kronor * 100, cost_line=line
            )
            RowText.objects.create(row=row, **whose, row_text="Lön februari")
        return row


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)


def lay_it(cast: Cast, more: str = TERMS) -> Table:
    agreement = FILES["agreement.toml"].decode().replace('basis = "fixed"', 'basis = "ceiling"') + more
    files = {"agreement.toml": agreement.encode()}
    whose = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, whose, by=Job.SEED, now=NOW, today=TODAY)
    return Table(cast, partnership, read_files(files).agreement)
