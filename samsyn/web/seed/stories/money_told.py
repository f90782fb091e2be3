"""story.toml: the money of a twin, invented to the last krona. Sums in kronor."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
_ORE = 100


def ore(kronor: Decimal) -> int:
    """Raises ValueError for parts of an öre."""
    exact = kronor * _ORE
    if exact != exact.to_integral_value():
        raise ValueError(f"{kronor} kr is no whole number of öre")
    return int(exact)


@_strict
class WordTold:
    """Something that a party said on a day. `by` is empty where only one can have said it."""

    on: date
    says: str
    by: str = ""


@_strict
class IndexTableTold:
    """`[[index_tables]]`: a table of an **invented** series, entered by `by` on the day `on`. Never one of a real one.

    `outcome` and `forecast`: per cent by year.
    """

    by: str
    series: str
    published: date
    on: date
    source: str
    outcome: dict[int, Decimal] = field(default_factory=dict)
    forecast: dict[int, Decimal] = field(default_factory=dict)


@_strict
class SellerTold:
    """`[[sellers]]`: what a party says of itself on its invoices. Name and number are the organisation's.

    `first_number`: where its invoices begin, said where the organisation first says it.
    """

    by: str
    on: date
    tax: Literal["outside", "exempt", "taxed"]
    street: str
    postcode: str
    city: str
    bankgiro: str
    days_to_pay: int
    tax_reason: str = ""
    tax_rate: int | None = None
    includes_vat: bool | None = None
    vat_number: str = ""
    f_tax: bool = False
    first_number: int | None = None
    prefix: str = ""


@_strict
class BuyerTold:
    """`[[buyers]]`: what the one who is invoiced wants to find on the invoice."""

    by: str
    on: date
    street: str
    postcode: str
    city: str
    buyer_reference: str = ""
    order_reference: str = ""
    recurring: str = ""


@_strict
class LedgerTold:
    """`[[ledgers]]`: the accounts that a party's own bookkeeping has for the invoices of the twin."""

    by: str
    on: date
    series: str
    receivable: str
    income: str
    vat: str = ""


@_strict
class PaidTold:
    """By the one who is invoiced."""

    on: date
    amount: Decimal


@_strict
class InvoiceTold:
    """`[[invoices]]`: one that `duty` («term/occurrence») asks for, as far as it has come.

    `from_books`: its lines come from the organisation's books. `approved`: cost line → title of the matter in which a
    deviation that the line concerns was approved. The controller drafts, checks and sends; the head approves.
    """

    by: str
    duty: str
    drafted_on: date
    from_books: bool = False
    approved: dict[str, str] = field(default_factory=dict)
    note: str = ""
    checked_on: date | None = None
    approved_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    disputed: WordTold | None = None
    answered: WordTold | None = None
    accepted_on: date | None = None
    reminded_on: date | None = None
    paid: tuple[PaidTold, ...] = ()


@_strict
class PaymentTold:
    """`[[payments]]`: paid without an invoice, by whoever owes `duty`."""

    by: str
    duty: str
    on: date
    amount: Decimal
    says: str = ""


@_strict
class AccountsTold:
    """`[[accounts]]`: rows on the accounts, with this dimension and object, belong to a cost line of the twin."""

    by: str
    on: date
    first: int
    last: int
    cost_line: str
    object: tuple[str, str] = ("", "")
    salaries: bool = False
    several_people: bool = False


@_strict
class BooksTold:
    """`[[books]]`: a SIE file beside the story, read in and stored; shown to the others on `released_on`.

    `texts`: vouchers («A 12») whose words are shown too.
    """

    by: str
    on: date
    file: str
    first: date
    last: date
    released_on: date | None = None
    texts: tuple[str, ...] = ()


@_strict
class FunderTold:
    """`[[funders]]`: who else pays. Exactly one of `percent` and `amount`; `forward_on` puts it before the others."""

    by: str
    on: date
    funder: str
    first: date
    last: date
    source: str
    cost_line: str = ""
    percent: Decimal | None = None
    amount: Decimal | None = None
    forward_on: date | None = None


@_strict
class SumTold:
    """A sum that nothing in Samsyn has, with what shows it."""

    text: str
    amount: Decimal
    source: str
    cost_line: str = ""
    side: Literal["received", "cost"] = "cost"


@_strict
class StatementTold:
    """`[[statements]]`: how money was used. `words`: question of the agreement → answer."""

    by: str
    duty: str
    opened_on: date
    first: date | None = None
    last: date | None = None
    words: dict[str, str] = field(default_factory=dict)
    sums: tuple[SumTold, ...] = ()
    signed_on: date | None = None
    sent_back: WordTold | None = None
    accepted: WordTold | None = None


@_strict
class FoundTold:
    """What a party found of the exception in place `number`, from 0."""

    by: str
    number: int
    on: date
    says: str
    holds: bool = False


@_strict
class RepaidTold:
    on: date
    amount: Decimal
    confirmed_on: date
    reference: str = ""


@_strict
class ClaimTold:
    """`[[claims]]`: money that is claimed back, as far as it has come.

    On `decided_on` what is claimed is written and put forward; the other party agrees on `agreed_on`. Paid in `parts`
    equal parts, every month from `first_part`, as the one that pays proposed on `plan_on`.
    """

    by: str
    against: str
    term: str
    title: str
    says: str
    amount: Decimal
    first: date
    last: date
    drafted_on: date
    raised_on: date
    answered: WordTold | None = None
    found: tuple[FoundTold, ...] = ()
    prepared_on: date | None = None
    decided_on: date | None = None
    because: str = ""
    agreed_on: date | None = None
    plan_on: date | None = None
    parts: int = 1
    first_part: date | None = None
    plan_agreed_on: date | None = None
    paid: tuple[RepaidTold, ...] = ()
