"""An association that invoices a municipality by the plan of an agreement, and the people on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices import actions
from samsyn.web.invoices.actions import Said
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.queries.standing import Standing, standing_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CENTRE = ROOT / "agreements" / "helsingborg-hemlosas-hus"
"""Quarterly invoices of a fixed sum, 4 500 000 kr, to one board."""
TRAINING = ROOT / "agreements" / "malmo-arbetstraning"
"""Verified costs under a ceiling."""
SHELTER = ROOT / "agreements" / "helsingborg-kvinnojouren"
"""Paid every January, without an invoice."""
SELLER: dict[str, Any] = {
    "valid_from": date(2020, 1, 1), "tax": "outside", "tax_rate": None, "tax_reason": "Bidrag, ingen omsättning",
    "includes_vat": None, "vat_number": "", "f_tax": False, "name": "Föreningen", "org_number": "8430004245",
    "street": "Storgatan 1", "postcode": "25220", "city": "Staden", "endpoint_scheme": "0007",
    "endpoint_id": "8430004245", "paid_to": "bankgiro", "paid_to_number": "54321234", "days_to_pay": 30,
}  # fmt: skip
BUYER: dict[str, Any] = {
    "valid_from": date(2020, 1, 1), "buyer_reference": "SOC4711", "order_reference": "", "recurring": "",
    "name": "Exempelstads kommun", "org_number": "2120001157", "street": "Box 1", "postcode": "25189", "city": "Staden",
    "endpoint_scheme": "0007", "endpoint_id": "2120001157",
}  # fmt: skip


@dataclass
class Office:
    cast: Cast
    laid: Laid
    today: date = TODAY
    now: datetime = NOW
    terms: dict[str, str] = field(default_factory=dict)

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def theirs(self) -> Organisation:
        return self.cast.municipality

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.CONTROLLER) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role, today=self.today) as viewer:
            yield viewer

    def client(self, whose: Organisation | None = None, role: Role = Role.CONTROLLER) -> Client:
        return self.cast.client(whose or self.ours, role)

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/invoices/"

    def owed(self, kind: str = "invoice") -> list[Obligation]:
        with self.by() as viewer:
            rows = Obligation.objects.visible_to(viewer).filter(partnership=self.partnership, kind=kind).standing()
            return list(rows.select_related("partnership").order_by("due"))

    def do(
        self, what: str, *given: Any, whose: Organisation | None = None, role: Role = Role.CONTROLLER, **said: Any
    ) -> Any:
        """One of the acts, by somebody."""
        with self.by(whose, role) as viewer:
            act = getattr(actions, what)
            if what not in ("write_seller", "write_buyer", "write_ledger", "begin_series"):
                said["today"] = self.today
            return act(*given, by=viewer, now=self.now, **said)

    def details(self, **seller: Any) -> None:
        self.do("write_seller", self.partnership, SELLER | seller)
        self.do("write_buyer", self.partnership, BUYER, whose=self.theirs)

    def drafted(self, number: int = 0) -> Invoice:
        return self.now_of(self.do("draft", self.owed()[number]).pk)

    def by_hand(self, kronor: int = 100, **said: Any) -> Invoice:
        days = said.pop("days", None) or self.laid.dossier.agreement.span
        invoice = self.do("draft_by_hand", self.partnership, self.theirs, days, made=uuid4())
        line = Said(text="Utrustning", quantity=Decimal(1), price_ore=kronor * 100, **said)
        self.do("add_line", invoice, line, made=uuid4())
        return self.now_of(invoice.pk)

    def approved(self, invoice: Invoice) -> Invoice:
        self.do("check", invoice)
        self.do("approve", invoice, role=Role.STEERING)
        return self.now_of(invoice.pk)

    def sent(self, invoice: Invoice) -> Invoice:
        self.do("send", self.approved(invoice))
        return self.now_of(invoice.pk)

    def now_of(self, pk: UUID, whose: Organisation | None = None) -> Invoice:
        with self.by(whose) as viewer:
            rows = Invoice.objects.visible_to(viewer)
            return rows.select_related("partnership", "payer", "organisation", "obligation", "credits").get(pk=pk)

    def stands(self, invoice: Invoice, whose: Organisation | None = None) -> Standing:
        with self.by(whose) as viewer:
            row = Invoice.objects.visible_to(viewer).select_related("payer", "organisation", "obligation")
            return standing_of(viewer, row.get(pk=invoice.pk))


@pytest.fixture
def office(cast: Cast, settings: Any) -> Office:
    """Both sides have said what is to stand of them; VAT is outside."""
    found = lay_it(cast, settings)
    found.details()
    return found


def lay_it(cast: Cast, settings: Any, folder: Any = CENTRE, today: date = TODAY) -> Office:
    settings.SAMSYN_TODAY = today
    from samsyn.rules.reading import files_in, read_files

    agreement = read_files(files_in(folder)).agreement
    funding = next(each for each in agreement.funding.values() if each.payees)
    with_ = {funding.payees[0]: cast.association, funding.payers[0]: cast.municipality}
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    return Office(cast, lay(folder, with_=with_), today, now)
