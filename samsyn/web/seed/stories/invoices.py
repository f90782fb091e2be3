"""Invoices and payments: drafted, checked by one and approved by another, sent, answered, paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid5

from samsyn.rules.quantities import DateRange
from samsyn.web.invoices import actions
from samsyn.web.invoices.models import Invoice, InvoiceLine
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.money_told import (
    BuyerTold,
    InvoiceTold,
    LedgerTold,
    PaidTold,
    PaymentTold,
    SellerTold,
    WordTold,
    ore,
)
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_DETAILS, _DRAFT, _PAYMENT = 61, 70, 85
_OF_A_SELLER = ("tax", "tax_reason", "tax_rate", "includes_vat", "vat_number", "f_tax", "days_to_pay")
_OF_A_BUYER = ("buyer_reference", "order_reference", "recurring")

Act = Callable[..., Any]


def invoices_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for seller in story.sellers:
        yield Happening(seller.on, _DETAILS, partial(_seller, teller, seller))
    for buyer in story.buyers:
        yield Happening(buyer.on, _DETAILS, partial(_buyer, teller, buyer))
    for ledger in story.ledgers:
        yield Happening(ledger.on, _DETAILS, partial(_ledger, teller, ledger))
    for told in story.invoices:
        yield from _Invoice(teller, told).happenings()
    for payment in story.payments:
        yield Happening(payment.on, _PAYMENT, partial(_pay, teller, payment))


def obligation_of(teller: Teller, duty: str) -> Obligation:
    """The one that «term/occurrence» names, with its partnership."""
    term, _, occurrence = duty.partition("/")
    rows = Obligation.objects.select_related("partnership")
    return rows.get(partnership=teller.partnership, term=term, occurrence=occurrence)


def _address(organisation: Organisation, told: SellerTold | BuyerTold) -> dict[str, Any]:
    number = organisation.org_nr.replace("-", "")
    return {
        "valid_from": told.on, "name": organisation.legal_name or organisation.name, "org_number": number,
        "street": told.street, "postcode": told.postcode, "city": told.city, "endpoint_scheme": "0007",
        "endpoint_id": number,
    }  # fmt: skip


def _seller(teller: Teller, told: SellerTold) -> None:
    said = _address(teller.organisations[told.by], told) | {name: getattr(told, name) for name in _OF_A_SELLER}
    said |= {"paid_to": "bankgiro", "paid_to_number": told.bankgiro}
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.write_seller(teller.partnership, said, by=now.by, now=now.now)
        if told.first_number is not None:
            actions.begin_series(told.prefix, told.first_number, by=now.by, now=now.now, partnership=teller.partnership)


def _buyer(teller: Teller, told: BuyerTold) -> None:
    said = _address(teller.organisations[told.by], told) | {name: getattr(told, name) for name in _OF_A_BUYER}
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.write_buyer(teller.partnership, said, by=now.by, now=now.now)


def _ledger(teller: Teller, told: LedgerTold) -> None:
    said = {name: getattr(told, name) for name in ("series", "receivable", "income", "vat")}
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.write_ledger(teller.partnership, said, by=now.by, now=now.now)


def _pay(teller: Teller, told: PaymentTold) -> None:
    made = uuid5(teller.partnership.pk, f"payment {told.duty} {told.on}")
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        debt = obligation_of(teller, told.duty)
        actions.pay_without_invoice(debt, ore(told.amount), told.on, told.says, made=made, **vars(now))


def _on(word: WordTold | None) -> date | None:
    return word.on if word else None


class _Invoice:
    """One of them. Each act finds it anew, as the one who acts sees it."""

    def __init__(self, teller: Teller, told: InvoiceTold) -> None:
        self.teller, self.told = teller, told
        self.payer = ""

    def happenings(self) -> Iterator[Happening]:
        told = self.told
        yield Happening(told.drafted_on, _DRAFT, self._draft)
        for number, (on, act) in enumerate(self._steps(), 1):
            if on is not None:
                yield Happening(on, _DRAFT + number, act)
        for paid in told.paid:
            yield Happening(paid.on, _PAYMENT, partial(self._paid, paid))

    def _steps(self) -> list[tuple[date | None, Callable[[], None]]]:
        told, ours, theirs = self.told, self.told.by, ""
        disputed, answered = told.disputed, told.answered
        return [
            (told.checked_on, partial(self._do, actions.check, ours, told.checked_on)),
            (told.approved_on, partial(self._do, actions.approve, ours, told.approved_on, role=Role.HEAD)),
            (told.sent_on, partial(self._do, actions.send, ours, told.sent_on)),
            (told.received_on, partial(self._do, actions.receive, theirs, told.received_on)),
            (_on(disputed), partial(self._say, actions.dispute, theirs, disputed)),
            (_on(answered), partial(self._say, actions.answer, ours, answered)),
            (told.accepted_on, partial(self._do, actions.accept, theirs, told.accepted_on)),
            (told.reminded_on, partial(self._do, actions.remind, ours, told.reminded_on)),
        ]

    def _draft(self) -> None:
        told = self.told
        with self.teller.acting(told.by, Role.CONTROLLER, told.drafted_on) as now:
            invoice = actions.draft(obligation_of(self.teller, told.duty), **vars(now))
            if told.note:
                days = DateRange.through(invoice.first, invoice.last)
                actions.change_head(invoice, days, told.note, **vars(now))
            if told.from_books:
                actions.fetch_lines(invoice, **vars(now))
            for cost_line, title in told.approved.items():
                self._approve_line(invoice, cost_line, title, now)
        owners = {each.pk: key for key, each in self.teller.organisations.items()}
        self.payer = owners[invoice.payer_id]

    def _approve_line(self, invoice: Invoice, cost_line: str, title: str, now: Now) -> None:
        """The line concerns a deviation that the parties have approved beforehand."""
        matter = Matter.objects.get(partnership=self.teller.partnership, title=title)
        line = InvoiceLine.objects.select_related("invoice").get(invoice=invoice, cost_line=cost_line)
        said = actions.Said(line.text, line.quantity, line.price_ore, line.unit, line.cost_line, matter.pk)
        actions.change_line(line, said, **vars(now))

    def _do(self, act: Act, who: str, on: date | None, *given: str, role: Role = Role.CONTROLLER) -> None:
        """`who` empty: the one who is invoiced."""
        assert on is not None
        with self.teller.acting(who or self.payer, role, on) as now:
            act(self._now_of(), *given, **vars(now))

    def _say(self, act: Act, who: str, said: WordTold | None) -> None:
        assert said is not None
        self._do(act, who, said.on, said.says)

    def _paid(self, told: PaidTold) -> None:
        made = uuid5(self.teller.partnership.pk, f"paid {self.told.duty} {told.on}")
        with self.teller.acting(self.payer, Role.CONTROLLER, told.on) as now:
            actions.pay(self._now_of(), ore(told.amount), told.on, made=made, **vars(now))

    def _now_of(self) -> Invoice:
        owed = obligation_of(self.teller, self.told.duty)
        rows = Invoice.objects.select_related("partnership", "payer", "organisation", "obligation", "credits")
        return rows.exclude(state=Invoice.State.DISCARDED).get(obligation=owed, kind=Invoice.Kind.INVOICE)
