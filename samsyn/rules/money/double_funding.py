"""Double funding: is a cost paid more than once? Dubbelfinansiering.

Every funder of a cost line is declared with its days and a share in per cent or an amount. The agreement's own payer is
one of them. What is found is shown; whether it is forbidden is the agreement's to say (`[other_funding.…]`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from samsyn.rules.money.register import IndexRegister
from samsyn.rules.money.sums import amount_between
from samsyn.rules.quantities import Amount, DateRange, Percent
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding
from samsyn.rules.terms.resources import OtherFunding

WHOLE = ""
"""The cost line of one who funds the whole activity."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A verified cost: one row of a voucher. `key` is the row's own."""

    key: str
    line: str
    day: date
    amount: Amount


@dataclass(frozen=True, slots=True)
class Declared:
    """One funder of a cost line, or of the whole activity. Exactly one of `percent` and `amount` is given."""

    funder: str
    line: str
    days: DateRange
    percent: Percent | None = None
    amount: Amount | None = None

    def of(self, costs: Sequence[Cost], within: DateRange) -> Amount:
        """What it comes to of these costs: per cent of those in its days, or its amount by days. Whole öre, down."""
        shared = self.days.overlap(within)
        if shared is None:
            return Amount(0)
        if self.amount is not None:
            return Amount(self.amount.ore * shared.days // self.days.days)
        assert self.percent is not None, "one of the two is given"
        return Amount(int(self.percent.of(_sum(cost for cost in costs if cost.day in shared)) // 1))


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing to look at.

    over: the funders of a line together come to more than its verified cost. shares: on some days their per cents are
    above 100. voucher: two funders stand behind the same voucher row. `parts` are (funder, what it comes to).
    """

    kind: Literal["over", "shares", "voucher"]
    line: str
    days: DateRange
    cost: Amount
    parts: tuple[tuple[str, Amount], ...]
    keys: tuple[str, ...] = ()

    @property
    def over(self) -> Amount:
        """How much more than the cost; zero where it is the same voucher that is the matter."""
        return Amount(max(0, sum(amount.ore for _, amount in self.parts) - self.cost.ore))


def bans(agreement: Agreement, party: str | None) -> list[OtherFunding]:
    """What forbids the party to let another pay for the same."""
    rules = (each for each in agreement.other_funding.values() if each.applies and each.party == party)
    return [each for each in rules if each.rule in ("not_for_same_activity", "forbidden")]


def by_agreement(
    agreement: Agreement, party: str | None, days: DateRange, register: IndexRegister
) -> Iterator[Declared]:
    """What the agreement's own payers stand for. Where cost decides it is all of each cost line; else the sum of the
    days, of the whole activity. Where no sum is stated or known they are left out."""
    for funding in agreement.funding.values():
        if not funding.applies or party not in funding.payees:
            continue
        if funding.basis in ("ceiling", "verified_cost"):
            for line in agreement.cost_line.values():
                if line.funding == funding.id:
                    yield Declared(_payers(agreement, funding), line.id, days, percent=Percent(Decimal(100)))
        elif (planned := amount_between(agreement, funding, days, register)).amount is not None:
            yield Declared(_payers(agreement, funding), WHOLE, days, amount=planned.amount)


def _payers(agreement: Agreement, funding: Funding) -> str:
    """In one: several that pay a sum together are one funder of it."""
    return " och ".join(map(agreement.party_name, funding.payers))


def clashes(
    costs: Sequence[Cost], declared: Sequence[Declared], behind: Iterable[tuple[str, str]], within: DateRange
) -> tuple[Clash, ...]:
    """Everything to look at for the days of `within`. `behind` are (voucher row, funder) pairs."""
    costs = [cost for cost in costs if cost.day in within]
    declared = [each for each in declared if each.days.overlap(within)]
    return (
        *_over(costs, declared, within),
        *_shares_above(costs, declared, within),
        *_same_voucher(costs, behind, within),
    )


def _over(costs: Sequence[Cost], declared: Sequence[Declared], within: DateRange) -> Iterator[Clash]:
    """Line by line, and then all that is declared against all that it cost."""
    for line in sorted({each.line for each in declared if each.line}):
        funders = [each for each in declared if each.line == line or (each.line == WHOLE and each.percent)]
        yield from _more_than(line, [cost for cost in costs if cost.line == line], funders, within)
    if any(each.line == WHOLE for each in declared):
        yield from _more_than(WHOLE, costs, declared, within)


def _more_than(line: str, costs: Sequence[Cost], funders: Sequence[Declared], within: DateRange) -> Iterator[Clash]:
    of_line: dict[str, Sequence[Cost]] = defaultdict(list)
    for cost in costs:
        of_line[cost.line] = [*of_line[cost.line], cost]
    parts = tuple(
        (each.funder, each.of(of_line[each.line] if line == WHOLE and each.line else costs, within)) for each in funders
    )
    found = Clash("over", line, within, _sum(costs), parts)
    if len({funder for funder, _ in parts}) > 1 and found.over:
        yield found


def _shares_above(costs: Sequence[Cost], declared: Sequence[Declared], within: DateRange) -> Iterator[Clash]:
    """Days on which the per cents are above 100, each stretch by itself, where something was spent on them."""
    in_percent = [each for each in declared if each.percent is not None]
    for line in sorted({each.line for each in in_percent}):
        funders = [each for each in in_percent if each.line in (line, WHOLE)]
        for days in _stretches(funders, within):
            there = [each for each in funders if each.days.covers(days)]
            spent = [cost for cost in costs if cost.day in days and line in (WHOLE, cost.line)]
            if sum((each.percent.value for each in there if each.percent), Decimal(0)) > 100 and spent:
                yield Clash(
                    "shares", line, days, _sum(spent), tuple((each.funder, each.of(spent, days)) for each in there)
                )


def _stretches(declared: Sequence[Declared], within: DateRange) -> Iterator[DateRange]:
    """`within` cut at every day on which somebody begins or ends."""
    cuts = {within.start, within.end}
    for each in declared:
        if shared := each.days.overlap(within):
            cuts |= {shared.start, shared.end}
    ordered = sorted(cuts)
    yield from (DateRange(start, end) for start, end in pairwise(ordered))


def _same_voucher(costs: Sequence[Cost], behind: Iterable[tuple[str, str]], within: DateRange) -> Iterator[Clash]:
    funders: dict[str, set[str]] = defaultdict(set)
    for key, funder in behind:
        funders[key].add(funder)
    for cost in costs:
        if len(names := sorted(funders[cost.key])) > 1:
            parts = tuple((name, cost.amount) for name in names)
            yield Clash("voucher", cost.line, within, cost.amount, parts, (cost.key,))


def _sum(costs: Iterable[Cost]) -> Amount:
    return Amount(sum(cost.amount.ore for cost in costs))
