"""Sums add up, cover the period without gaps or overlaps, and are paid in one way only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.amount import total
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import CostLine, Funding, Payment


def _joins(rows: Sequence[object], path: tuple[str | int, ...], key: str) -> Iterator[Finding]:
    """Rows are in order, run forward, and neither overlap nor leave a gap between them."""
    before = None
    for number, row in enumerate(rows):
        first, last = row.first, row.last  # type: ignore[attr-defined]
        here = (*path, key, number)
        if last < first:
            yield Finding(here, f"last {last} comes before first {first}", "Turn them around")
        if before and first <= before:
            yield Finding(
                here, f"{first} is already covered: the row before goes to {before}", f"Start on {before + DAY}"
            )
        if before and first > before + DAY:
            yield Finding(
                here, f"{before + DAY}–{first - DAY} is not covered", f"Start on {before + DAY}, or add a row"
            )
        before = last


def amounts_cover_the_period(agreement: Agreement) -> Iterator[Finding]:
    period = agreement.period
    for name, funding in agreement.funding.items():
        path = ("funding", name)
        yield from _joins(funding.amounts, path, "amounts")
        yield from _joins(funding.inhabitants, path, "inhabitants")
        if not funding.amounts:
            continue
        first, last = funding.first or period.first, funding.last or period.last
        if funding.amounts[0].first > first:
            what = f"no amount is written for {first}–{funding.amounts[0].first - DAY}"
            yield Finding((*path, "amounts"), what, f"Write a row from {first}")
        if funding.amounts[-1].last < last and funding.index is None:
            what = f"no amount is written for {funding.amounts[-1].last + DAY}–{last}, and no index gives it"
            yield Finding((*path, "amounts"), what, "Write the missing rows, or index = the [index.…] that gives them")
        if funding.amounts[-1].last > last or funding.amounts[0].first < first:
            yield Finding(
                (*path, "amounts"), f"an amount lies outside {first}–{last}", "Correct its days, or the period"
            )
    for name, fallback in agreement.fallback.items():
        yield from _joins(fallback.amounts, ("fallback", name), "amounts")


def basis_and_amounts_agree(agreement: Agreement) -> Iterator[Finding]:
    for name, funding in agreement.funding.items():
        path, basis = ("funding", name, "basis"), funding.basis
        per_head = basis == "per_inhabitant"
        if per_head != (funding.rate is not None) or per_head != bool(funding.inhabitants):
            do = 'Write rate and inhabitants with basis = "per_inhabitant", and only then'
            yield Finding(path, f"basis «{basis}» and the keys rate, inhabitants do not fit together", do)
        if basis == "unstated" and funding.amounts:
            yield Finding(
                path, "basis is unstated but amounts are written", "Write another basis, or take amounts away"
            )
        if basis in ("fixed", "ceiling") and not funding.amounts:
            yield Finding(path, f"basis is {basis} but no amount is written", "Write amounts = [ … ]")


def shares_are_a_whole(agreement: Agreement) -> Iterator[Finding]:
    for name, funding in agreement.funding.items():
        if not funding.shares:
            continue
        summed = sum((share.percent.value for share in funding.shares), Decimal(0))
        path = ("funding", name, "shares")
        if summed != 100:
            yield Finding(path, f"the shares sum to {summed} %, not 100", "Correct one of them")
        if sorted(share.party for share in funding.shares) != sorted(funding.payers):
            yield Finding(path, "the shares do not name exactly the payers", "Write one share for each payer")


def cost_lines_sum(agreement: Agreement) -> Iterator[Finding]:
    """Lines that no other line contains sum to the funding; parts sum to the line they are part of."""
    for name, funding in agreement.funding.items():
        lines = [line for line in agreement.cost_line.values() if line.funding == name and line.part_of is None]
        yield from _sums_to_funding(lines, funding)
    for name, line in agreement.cost_line.items():
        parts = [part for part in agreement.cost_line.values() if part.part_of == name]
        amounts = [part.amount for part in parts if part.amount]
        if line.amount and parts and len(amounts) == len(parts) and total(amounts) != line.amount:
            what = f"the parts of «{name}» sum to {total(amounts)} but the line says {line.amount}"
            yield Finding(("cost_line", name, "amount"), what, "Correct one of them")
        posts = [part.posts for part in parts if part.posts is not None]
        if line.posts is not None and posts and sum(posts) != line.posts:
            what = f"the posts in the parts of «{name}» sum to {sum(posts)} but the line says {line.posts}"
            yield Finding(("cost_line", name, "posts"), what, "Correct one of them")


def _sums_to_funding(lines: list[CostLine], funding: Funding) -> Iterator[Finding]:
    amounts = [line.amount for line in lines if line.amount]
    if not lines or len(amounts) < len(lines):
        return
    for number, row in enumerate(funding.amounts):
        if total(amounts) != row.amount:
            when = f"{row.first}–{row.last}"
            what = f"cost lines sum to {total(amounts)} but funding «{funding.id}» says {row.amount} for {when}"
            yield Finding(("funding", funding.id, "amounts", number), what, "Correct one of them")


def payments_fit_their_funding(agreement: Agreement) -> Iterator[Finding]:
    taken: dict[tuple[str, str], str] = {}
    for name, payment in agreement.payment.items():
        path = ("payment", name)
        if (payment.every == "periods") != bool(payment.periods):
            do = 'Write every = "periods" together with periods = [ … ]'
            yield Finding((*path, "every"), "the periods and «every» do not fit together", do)
        if (payment.when == "fixed_day") != (payment.due is not None):
            do = 'Write due = "01-31" together with when = "fixed_day"'
            yield Finding((*path, "when"), f"when = {payment.when} and «due» do not fit together", do)
        yield from _joins(payment.periods, path, "periods")
        yield from _inside(payment, agreement, path)
        funding = agreement.funding.get(payment.funding)
        for payer in payment.by or (funding.payers if funding else ()):
            if funding and payer not in funding.payers:
                what = f"«{payer}» does not pay [funding.{funding.id}]"
                yield Finding((*path, "by"), what, f"Write one of {', '.join(funding.payers)}")
            if (payment.funding, payer) in taken:
                other = taken[payment.funding, payer]
                what = f"what «{payer}» pays of «{payment.funding}» has a plan already: [payment.{other}]"
                yield Finding(path, what, "Keep one plan, or write in `by` which payer each plan is for")
            taken.setdefault((payment.funding, payer), name)


def _inside(payment: Payment, agreement: Agreement, path: tuple[str, str]) -> Iterator[Finding]:
    for number, period in enumerate(payment.periods):
        if period.last < period.first or agreement.period.last < agreement.period.first:
            continue
        if not agreement.span.covers(DateRange.through(period.first, period.last)):
            what = f"the period {period.first}–{period.last} goes outside the agreement {agreement.span}"
            yield Finding((*path, "periods", number), what, "Correct its days, or the period of the agreement")


def index_is_used(agreement: Agreement) -> Iterator[Finding]:
    used = {funding.index for funding in agreement.funding.values()}
    for name, index in agreement.index.items():
        if name not in used:
            do = f'Write index = "{name}" in the [funding.…] that follows it, or take the index away'
            yield Finding(("index", name), f"no funding follows the index «{name}»", do)
        if agreement.period.first <= agreement.period.last and index.first_uplift not in agreement.span:
            what = f"first_uplift {index.first_uplift} lies outside the agreement {agreement.span}"
            yield Finding(("index", name, "first_uplift"), what, "Write the first day on which the sum changes")
