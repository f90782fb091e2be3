"""Invoices both ways: a draft and a sent one of the municipality's, and one that the association has sent to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.books.models import Import, Voucher, VoucherRow
from samsyn.web.documents.models import Document
from samsyn.web.invoices.models import (
    BuyerDetails,
    Invoice,
    InvoiceEvent,
    InvoiceFile,
    InvoiceLine,
    Ledger,
    LineVoucher,
    Payment,
    SellerDetails,
    Series,
)
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/invoices"
_NAMED = "/as/kommunen/partnerships/{slug}/invoices"
_READ, _MONEY, _DECIDE = Permission.READ_PARTNERSHIP, Permission.MANAGE_MONEY, Permission.DECIDE
_OWN_POSTS = ("rewrite", "from-books", "check", "send")

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(_READ),
    f"{_AT}/details/": InPartnership(_READ),
    f"{_AT}/details/seller/": InPartnership(_MONEY),
    f"{_AT}/details/buyer/": InPartnership(_MONEY),
    f"{_AT}/details/numbers/": InPartnership(_MONEY),
    f"{_AT}/journal/": InPartnership(_MONEY),
    f"{_AT}/journal/accounts/": InPartnership(_MONEY),
    f"{_AT}/write/": InPartnership(_MONEY),
    f"{_AT}/draft/<uuid:owed>/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:draft>/head/": Acting(_MONEY),
    f"{_AT}/<uuid:draft>/lines/add/": Acting(_MONEY),
    f"{_AT}/lines/<uuid:line>/change/": Acting(_MONEY),
    f"{_AT}/lines/<uuid:line>/remove/": Acting(_MONEY, post=True),
    **{f"{_AT}/<uuid:draft>/{act}/": Acting(_MONEY, post=True) for act in _OWN_POSTS},
    f"{_AT}/<uuid:draft>/approve/": Acting(_DECIDE, post=True),
    f"{_AT}/<uuid:draft>/give-back/": Acting(_MONEY, _DECIDE),
    f"{_AT}/<uuid:draft>/discard/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:bill>/receive/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:bill>/accept/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:bill>/dispute/": Acting(_MONEY),
    f"{_AT}/<uuid:bill>/show-paid/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:invoice>/answer/": Acting(_MONEY),
    f"{_AT}/<uuid:invoice>/remind/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:invoice>/credit/": Acting(_MONEY, post=True),
    f"{_AT}/<uuid:invoice>/pay/": InPartnership(_MONEY),
    f"{_AT}/<uuid:invoice>/invoice.xml": InPartnership(_READ),
    f"{_AT}/<uuid:invoice>/": InPartnership(_READ),
    f"{_AT}/owed/<uuid:debt>/pay/": Acting(_MONEY),
    f"{_AT}/payments/<uuid:payment>/take-back/": Acting(_MONEY),
}


@dataclass(frozen=True)
class Laid:
    """The municipality's, and `bill`, which it is to pay."""

    draft: Invoice
    line: InvoiceLine
    sent: Invoice
    bill: Invoice
    payment: Payment
    owed: Obligation
    debt: Obligation


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    theirs = _of(partnership, cast.association, cast.municipality, now)
    ours = _of(partnership, cast.municipality, cast.association, now)
    return Laid(
        ours.draft, ours.line, ours.sent, theirs.sent, ours.payment,
        _duty(partnership, "invoice", cast.municipality, cast.association),
        _duty(partnership, "payment", cast.municipality, cast.association),
    )  # fmt: skip


@dataclass(frozen=True)
class _Of:
    draft: Invoice
    line: InvoiceLine
    sent: Invoice
    payment: Payment


def _of(partnership: Partnership, seller: Organisation, payer: Organisation, now: datetime) -> _Of:
    whose: dict[str, Any] = {"partnership": partnership, "organisation": seller}
    _details(whose, now)
    common = {**whose, "payer": payer, "first": TODAY, "last": TODAY, "drafted_at": now}
    draft, sent = Invoice.objects.create(**common), Invoice.objects.create(**common)
    line = _line(whose, draft, now)
    _line(whose, sent, now)
    InvoiceEvent.objects.create(**whose, invoice=draft, kind="checked", on=TODAY, at=now)
    InvoiceEvent.objects.create(**whose, invoice=sent, kind="sent", on=TODAY, at=now)
    stages = {"checked_at": now, "approved_at": now, "sent_at": now, "issued": TODAY, "due": TODAY}
    Invoice.objects.filter(pk=sent.pk).update(
        **stages, state="sent", number=1, name="1", net_ore=100, total_ore=100, tax="outside", tax_reason="Bidrag"
    )
    paper = Document.objects.filter(**whose, handed_over_at__isnull=False)[0]
    InvoiceFile.objects.create(**whose, invoice=sent, xml=b"<Invoice/>", sha256="0" * 64, document=paper, made_at=now)
    payment = Payment.objects.create(**whose, invoice=sent, paid_on=TODAY, amount_ore=1, written_at=now)
    return _Of(draft, line, sent, payment)


def _line(whose: dict[str, Any], invoice: Invoice, now: datetime) -> InvoiceLine:
    line = InvoiceLine.objects.create(
        **whose, invoice=invoice, position=1, text="Bidrag", quantity=Decimal(1), price_ore=100, amount_ore=100
    )
    LineVoucher.objects.create(**whose, line=line, row=_row(whose, now, f"{invoice.pk}"))
    return line


def _row(whose: dict[str, Any], now: datetime, key: str) -> VoucherRow:
    organisation = whose["organisation"]
    brought = Import.objects.create(
        organisation=organisation, sha256="1" * 64, file_name="i.se", size=1, state="stored", made_at=now, stored_at=now
    )
    voucher = Voucher.objects.create(
        organisation=organisation, year=date(TODAY.year, 1, 1), key=key, day=TODAY, digest="0" * 64, brought_by=brought
    )
    return VoucherRow.objects.create(
        voucher=voucher, **whose, position=0, day=TODAY, account=5460, amount_ore=100, cost_line="other"
    )


def _details(whose: dict[str, Any], now: datetime) -> None:
    common: dict[str, Any] = {
        **whose, "valid_from": TODAY, "name": "Part", "org_number": "2120001157", "endpoint_id": "2120001157",
        "street": "Gatan 1", "postcode": "25189", "city": "Staden", "written_at": now,
    }  # fmt: skip
    SellerDetails.objects.create(
        **common, tax="outside", tax_reason="Bidrag", paid_to="bankgiro", paid_to_number="54321234"
    )
    BuyerDetails.objects.create(**common, buyer_reference="SOC4711")
    Series.objects.create(organisation=whose["organisation"], last=1)
    Ledger.objects.create(**whose, series="F", receivable="1510", income="3010", written_at=now)


def _duty(partnership: Partnership, kind: str, by: Organisation, to: Organisation) -> Obligation:
    return Obligation.objects.create(
        partnership=partnership, term="fakturering-i-prov", occurrence=f"{TODAY.year}-{kind}", kind=kind,
        by_keys=["a"], to_keys=["b"], owed_by=[by.pk], owed_to=[to.pk], says="Nämnden fakturerar.",
        window_start=TODAY, window_end=date(TODAY.year, 12, 31), evidence=kind, clause="1", amount_ore=100,
    )  # fmt: skip


SAMPLES = {
    "draft": lambda sample: sample.laid["invoices"].draft.pk,
    "line": lambda sample: sample.laid["invoices"].line.pk,
    "invoice": lambda sample: sample.laid["invoices"].sent.pk,
    "bill": lambda sample: sample.laid["invoices"].bill.pk,
    "payment": lambda sample: sample.laid["invoices"].payment.pk,
    "owed": lambda sample: sample.laid["invoices"].owed.pk,
    "debt": lambda sample: sample.laid["invoices"].debt.pk,
}
_ADDRESS = [
    "valid_from", "name", "org_number", "street", "postcode", "city", "endpoint_scheme", "endpoint_id",
]  # fmt: skip
_PAID = ["made", "amount", "paid_on", "says"]
_LINE = ["made", "text", "cost_line", "quantity", "unit", "price", "approval"]
TYPED = {
    f"{_NAMED}/details/seller/": [
        *_ADDRESS, "tax", "tax_reason", "tax_rate", "includes_vat", "vat_number", "f_tax", "paid_to", "paid_to_number",
        "days_to_pay",
    ],
    f"{_NAMED}/details/buyer/": [*_ADDRESS, "buyer_reference", "order_reference", "recurring"],
    f"{_NAMED}/details/numbers/": ["before", "first"],
    f"{_NAMED}/journal/": ["first", "last"],
    f"{_NAMED}/journal/accounts/": ["series", "receivable", "income", "vat"],
    f"{_NAMED}/write/": ["made", "payer", "first", "last"],
    f"{_NAMED}/{{draft}}/head/": ["first", "last", "note"],
    f"{_NAMED}/{{draft}}/lines/add/": _LINE,
    f"{_NAMED}/lines/{{line}}/change/": _LINE,
    f"{_NAMED}/{{draft}}/give-back/": ["because"],
    f"{_NAMED}/{{bill}}/dispute/": ["because"],
    f"{_NAMED}/{{invoice}}/answer/": ["because"],
    f"{_NAMED}/{{invoice}}/pay/": _PAID,
    f"{_NAMED}/owed/{{debt}}/pay/": _PAID,
    f"{_NAMED}/payments/{{payment}}/take-back/": ["because"],
}  # fmt: skip
CHANGEABLE = {
    "invoices_series": False,
    "invoices_ledger": True,
    "invoices_invoice": False,
    "invoices_invoiceline": True,
    "invoices_linevoucher": True,
    "invoices_payment": False,
}
ADDABLE = {
    "invoices_sellerdetails": True,
    "invoices_buyerdetails": True,
    "invoices_invoiceevent": True,
    "invoices_invoicefile": True,
}
MOVED = {
    "invoices_invoice": ["organisation_id", "partnership_id"],
    "invoices_invoiceline": ["organisation_id", "partnership_id"],
    "invoices_payment": ["organisation_id", "partnership_id"],
}
