"""Money: who pays whom how much, how it follows an index, when it is paid, and what it is to cover."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainValidator

from samsyn.rules.quantities import Amount, MonthDay, Percent, Rounding
from samsyn.rules.terms.base import Day, Days, Flag, Id, Term, Text, Whole, term


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("is no number; write it without quotes and with a point, for example 3.2")
    return Decimal(value)


Exact = Annotated[Decimal, PlainValidator(_decimal, json_schema_input_type=float)]


@term
class DatedAmount:
    """So much for the days from first to last, both included."""

    first: Day
    last: Day
    amount: Amount


@term
class Inhabitants:
    """A count of inhabitants with its source, for a contribution per inhabitant."""

    first: Day
    last: Day
    count: Whole
    source: Text


@term
class Share:
    """One payer's part of a sum that several pay."""

    party: Id
    percent: Percent


@term
class Funding(Term):
    """bidrag or ersättning: a stream of money from one or several parties to another."""

    kind: Literal["contribution", "compensation"]
    """contribution: bidrag; compensation: ersättning."""
    payers: tuple[Id, ...] = Field(min_length=1)
    payees: tuple[Id, ...] = Field(min_length=1)
    basis: Literal["fixed", "ceiling", "verified_cost", "per_inhabitant", "unstated"]
    """fixed: the sum itself; ceiling: at most the sum; verified_cost: what can be shown to have been spent;
    per_inhabitant: rate × inhabitants; unstated: the text gives no sum."""
    amounts: tuple[DatedAmount, ...] = ()
    """The sum for each period. Without an index they must cover the whole agreement."""
    index: Id | None = None
    """The [index.…] that gives the years for which no amount is written."""
    rate: Amount | None = None
    """kr per inhabitant and year, with basis per_inhabitant."""
    inhabitants: tuple[Inhabitants, ...] = ()
    ended_early: Literal["by_months", "whole_year"] = "by_months"
    """What is paid for a year in which notice or termination ends the agreement: a part by months, or all of it."""
    shares: tuple[Share, ...] = ()
    """How several payers divide it. If the text does not say, leave it out and write an assumption."""
    purpose: Text | None = None


@term
class Index(Term):
    """uppräkning: how a sum follows a published index."""

    series: Text
    """For example «PKV»."""
    publisher: Text
    year_offset: Literal[0, -1, -2] = -1
    """Which year's per cent is used for an uplift on 1 January of year N: N, N−1 or N−2."""
    publication: Literal["latest_before", "october_before", "any"] = "latest_before"
    """Which published table: the latest before the uplift, that of October before it, or not said."""
    uplift_on: MonthDay = MonthDay(1, 1)
    first_uplift: Day
    """The first day on which the sum changes."""
    share: Percent = Percent(Decimal(100))
    """How much of the index is followed; 100 is all of it."""
    rounding: Rounding = "krona"
    compounding: Flag = True
    """true: on last year's sum; false: on the base amount."""
    true_up: Flag = False
    """true: corrected when a forecast becomes an outcome."""
    may_fall: Flag = True
    """false: a negative index leaves the sum as it is."""


@term
class PayPeriod:
    """One period that is paid or invoiced for."""

    first: Day
    last: Day


@term
class Payment(Term):
    """betalningsplan: in what parts a sum is invoiced or paid, and when."""

    funding: Id
    every: Literal["month", "two_months", "quarter", "four_months", "half_year", "year", "periods"]
    periods: tuple[PayPeriod, ...] = ()
    """The periods themselves, where the text lists them (every = "periods")."""
    aligned: Literal["calendar", "agreement"] = "calendar"
    """Do quarters and years follow the calendar or start at the first day of the agreement."""
    when: Literal["advance", "arrears", "fixed_day", "unspecified"]
    """advance: i förskott, on the first day of the period; arrears: i efterskott, on the day after its last;
    fixed_day: on the day in `due`; unspecified: within the period."""
    parts: Literal["by_length", "open"] = "by_length"
    """by_length: a quarter is a fourth; open: what each part comes to is not settled beforehand."""
    due: MonthDay | None = None
    """Latest day, where the text gives one (when = "fixed_day"): for the payment, or, with days_to_pay, the invoice."""
    invoiced: Flag = True
    """false: paid without an invoice."""
    days_to_pay: Days | None = None
    """Betalningsvillkor in days after the invoice, if the text gives it."""
    changed: Literal["next", "spread"] = "next"
    """Where the sum changes after a part has been invoiced. next: the difference goes on the next invoice; spread: it
    is divided over what is left of the year."""
    verified: Flag = False
    """true: every cost must be shown in the basis of the invoice. Does not by itself make the sum follow the cost."""
    by: tuple[Id, ...] = ()
    """Which payers, where each pays its part on days of its own; empty means all payers."""


@term
class CostLine(Term):
    """kostnadsrad: what a sum is to cover."""

    funding: Id
    amount: Amount | None = None
    posts: Exact | None = None
    """tjänster, in full-time posts: 3.2."""
    purpose: Literal["staff", "clothes", "premises", "material", "other"] = "other"
    part_of: Id | None = None
    """The cost line that this is a part of; its amount is then not added again."""


@term
class Fallback(Term):
    """What is paid if talks about the sum fail."""

    funding: Id
    amounts: tuple[DatedAmount, ...] = Field(min_length=1)
    agreed_by: Day | None = None
    """The last day of the talks."""
