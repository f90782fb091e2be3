"""Index uplift year by year, each with its calculation written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from samsyn.rules.money.register import Chosen, IndexRegister
from samsyn.rules.quantities import Amount, DateRange, Percent, round_amount
from samsyn.rules.terms.funding import Index

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """The sum for twelve months that holds on the days of `span`. `amount` is None while a figure is awaited.

    `awaits` names what is missing («PKV 2026»), oldest first; `last_known` is the latest sum that can be calculated;
    `steps` are (name, value) pairs: the calculation as a person would check it.
    """

    span: DateRange
    amount: Amount | None
    last_known: Amount
    awaits: tuple[str, ...] = ()
    steps: Steps = ()


def uplift_days(rule: Index, days: DateRange) -> Iterator[date]:
    """The days in `days` on which the sum changes."""
    start = max(rule.first_uplift, days.start)
    day = rule.uplift_on.in_year(start.year)
    if day < start:
        day = rule.uplift_on.in_year(day.year + 1)
    while day < days.end:
        yield day
        day = rule.uplift_on.in_year(day.year + 1)


def levels(rule: Index, base: Amount, register: IndexRegister, days: DateRange) -> Iterator[Level]:
    """The levels of a sum over `days`; until the first uplift in them it is `base`.

    1. Choose the figure (`IndexRegister.choose`). 2. Take the share of it that is followed. 3. A fall is followed only
    where the text lets it. 4. Compounding: on last year's sum; else the per cents are added up and taken of the base.
    5. Round by the named rule. A year whose figure is not published makes that year and all after it wait.
    """
    cuts = (*uplift_days(rule, days), days.end)
    if days.start < cuts[0]:
        yield Level(DateRange(days.start, cuts[0]), base, base)
    before, summed, awaits = base, Decimal(0), tuple[str, ...]()
    for day, end in pairwise(cuts):
        span, chosen = DateRange(day, end), register.choose(rule, day)
        if chosen is None or awaits:
            awaits += () if chosen else (register.awaited(rule, day),)
            yield Level(span, None, before, awaits, (("Senast kända summa", str(before)),))
            continue
        percent = followed(rule, chosen)
        summed += percent.value
        before, steps = _calculated(rule, base, before, percent, summed, chosen)
        yield Level(span, before, before, (), steps)


def followed(rule: Index, chosen: Chosen) -> Percent:
    """The per cent that the sum follows: a share of the published one, and never below zero where it may not fall."""
    value = chosen.figure.percent.value * rule.share.value / 100
    return Percent(value if rule.may_fall else max(value, Decimal(0)))


def _calculated(
    rule: Index, base: Amount, before: Amount, percent: Percent, summed: Decimal, chosen: Chosen
) -> tuple[Amount, Steps]:
    start, rate = (before, percent) if rule.compounding else (base, Percent(summed))
    exact = Decimal(start.ore) + rate.of(start)
    after = round_amount(exact, rule.rounding)
    steps = [
        ("Summa före" if rule.compounding else "Grundbelopp", str(start)),
        (f"{rule.series} {chosen.year}", str(chosen)),
    ]
    if rule.share.value != 100:
        steps.append(("Andel av index", str(rule.share)))
    if rate.value != chosen.figure.percent.value:
        steps.append(("Procent som används", str(rate)))
    steps.append(("Uträkning", f"{start} + {rate} = {_kronor(exact)}"))
    steps.append(("Avrundning", f"{_ROUNDINGS[rule.rounding]}: {after}"))
    return after, tuple(steps)


def _kronor(ore: Decimal) -> str:
    """Kronor with every decimal there is, so that the rounding can be checked."""
    digits = f"{ore / 100:,f}".replace(",", "\u00a0").replace(".", ",")
    return (digits.rstrip("0").rstrip(",") if "," in digits else digits) + "\u00a0kr"


_ROUNDINGS = {
    "krona": "hela kronor",
    "krona_up": "uppåt till hela kronor",
    "krona_down": "nedåt till hela kronor",
    "krona_even": "hela kronor, en halv till jämnt tal",
    "ore": "hela ören",
    "hundred": "hela hundratal kronor",
    "thousand": "hela tusental kronor",
}
