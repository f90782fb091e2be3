"""Why each sum of a year is what it is: the clause, the calculation, what it is to cover, and the other readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from samsyn.rules.money import IndexRegister, MoneyReading, Planned, amount_of_year, money_readings
from samsyn.rules.money.sums import assumed_in
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import CostLine, Fallback, Funding, Index


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost line of the text. `inside`: it is a part of the one above, and not added again."""

    says: str
    clause: str
    ore: int | None
    inside: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """`gives` is the year's sum by it, or what that waits for; `differs` how it differs from the sum that is used."""

    says: str
    gives: str
    differs: str


@dataclass(frozen=True, slots=True)
class Readings:
    """A question that the text leaves open, with the reading that is used and the others."""

    question: str
    chosen: str
    clause: str
    others: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A funding in one year. `steps` is the calculation, as a person would check it; `awaits` what is missing."""

    says: str
    clause: str
    assumed: bool
    why: str
    ore: int | None
    known_ore: int | None
    awaits: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    index: Index | None
    costs: tuple[Cost, ...]
    costs_ore: int | None
    fallbacks: tuple[Fallback, ...]
    readings: tuple[Readings, ...]
    basis: str


def sums_of(agreement: Agreement, year: int, register: IndexRegister, life: DateRange, today: date) -> list[Sum]:
    """Every stream of money of the agreement, in the order of the text."""
    fundings = (each for each in agreement.funding.values() if each.applies)
    return [_sum(agreement, each, year, register.known_on(today), life) for each in fundings]


def _sum(agreement: Agreement, funding: Funding, year: int, register: IndexRegister, life: DateRange) -> Sum:
    planned = amount_of_year(agreement, funding, year, register, life)
    costs = tuple(_costs(agreement, funding))
    return Sum(
        says=funding.says,
        clause=funding.clause,
        assumed=bool(assumed_in(funding)),
        why=planned.reason.says,
        ore=planned.amount.ore if planned.amount is not None else None,
        known_ore=planned.last_known.ore if planned.last_known is not None else None,
        awaits=planned.awaits,
        steps=planned.reason.inputs if planned.amount is not None or planned.awaits else (),
        index=agreement.index.get(funding.index) if funding.index else None,
        costs=costs,
        costs_ore=_summed(costs),
        fallbacks=tuple(each for each in agreement.fallback.values() if each.applies and each.funding == funding.id),
        readings=tuple(_readings(money_readings(agreement, funding, year, register, life))),
        basis=_BASIS.get(funding.basis, str)(),
    )


def _most() -> str:
    return gettext("Summan är ett tak: det som betalas är kostnader som visas, högst så mycket.")


def _verified() -> str:
    return gettext("Summan är en beräkning: det som betalas är de kostnader som visas.")


_BASIS = {"ceiling": _most, "verified_cost": _verified}


def _costs(agreement: Agreement, funding: Funding) -> Iterator[Cost]:
    lines = [each for each in agreement.cost_line.values() if each.applies and each.funding == funding.id]
    for line in lines:
        if line.part_of is None:
            yield _cost(line)
            yield from (_cost(each) for each in lines if each.part_of == line.id)


def _cost(line: CostLine) -> Cost:
    return Cost(line.says, line.clause, line.amount.ore if line.amount else None, line.part_of is not None)


def _summed(costs: tuple[Cost, ...]) -> int | None:
    """Only where every line has its sum."""
    whole = [each.ore for each in costs if not each.inside]
    known = [ore for ore in whole if ore is not None]
    return sum(known) if len(known) == len(whole) and len(whole) > 1 else None


def _readings(found: tuple[MoneyReading, ...]) -> Iterator[Readings]:
    for _, same in groupby(found, key=lambda each: each.assumption.id):
        others = list(same)
        assumption = others[0].assumption
        yield Readings(assumption.question, assumption.chosen, others[0].clause, tuple(map(_reading, others)))


def _reading(each: MoneyReading) -> Reading:
    return Reading(each.alternative.says, _gives(each.planned), _differs(each))


def _gives(planned: Planned) -> str:
    if planned.awaits:
        return gettext("väntar på %(what)s") % {"what": ", ".join(planned.awaits)}
    return str(planned.amount) if planned.amount is not None else gettext("ingen summa")


def _differs(each: MoneyReading) -> str:
    if each.difference is None:
        return ""
    if not each.difference:
        return gettext("samma summa") if each.same_parts else gettext("samma summa, i andra delar")
    more = each.difference > Amount(0)
    words = {"sum": str(each.difference if more else -each.difference)}
    return (gettext("%(sum)s mer") if more else gettext("%(sum)s mindre")) % words
