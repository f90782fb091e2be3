"""A plan whose sum changes after some of it was invoiced: what is invoiced stands, the rest makes the year come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samsyn.rules.money.plan import PlannedPayment
from samsyn.rules.quantities import Amount, DateRange

How = Literal["next", "spread"]
NOTHING = Amount(0)


@dataclass(frozen=True, slots=True)
class Replanned:
    """One period. `amount` is what it comes to now: what is invoiced, else its part of what is left.

    None where no sum is settled. `preliminary`: by the last known figure, while another is awaited.
    """

    planned: PlannedPayment
    amount: Amount | None
    invoiced: bool
    preliminary: bool

    @property
    def change(self) -> Amount:
        """How much it differs from the plan by the terms alone."""
        by_terms = _by_terms(self.planned)
        return NOTHING if self.amount is None or by_terms is None else self.amount - by_terms


@dataclass(frozen=True, slots=True)
class ReplannedYear:
    """The parts of a year and what stands beside them: parts + `elsewhere` + `regulating` = `total`, to the öre.

    `elsewhere`: invoiced for periods that the plan no longer has. `regulating`: what nothing uninvoiced is left to
    carry; above zero it is invoiced on its own, below zero it is credited. `total` is None where no sum is settled.
    A year without parts is one that the agreement no longer pays for.
    """

    year: DateRange
    parts: tuple[Replanned, ...]
    total: Amount | None
    elsewhere: Amount = NOTHING
    regulating: Amount = NOTHING

    @property
    def preliminary(self) -> bool:
        return any(part.preliminary for part in self.parts)


def replan(plan: Sequence[PlannedPayment], invoiced: Mapping[str, Amount], how: How) -> tuple[ReplannedYear, ...]:
    """The plan of one payer year by year; `invoiced` is what has been invoiced net of credits, by the slot's label.

    1. The sum of a year is what the terms say now; by the last known figure while another is awaited. 2. What is
    invoiced is not touched. 3. The difference between that and its part of the plan goes to what is not: all of it to
    the next period, or divided over those that are left by their size. 4. No period falls below zero: what a lowering
    cannot take from one it takes from the one after. 5. What is left when nothing is left to change is `regulating`.
    """
    years, strays = list(_years(plan)), _strays(plan, invoiced)
    found = [
        _year(
            days, parts, invoiced, Amount(sum(strays.pop(each, 0) for each in {part.slot.year for part in parts})), how
        )
        for days, parts in years
    ]
    gone = [ReplannedYear(DateRange.year(year), (), NOTHING, Amount(ore), Amount(-ore)) for year, ore in strays.items()]
    return tuple(sorted((*found, *gone), key=_order))


def _years(plan: Sequence[PlannedPayment]) -> Iterator[tuple[DateRange, list[PlannedPayment]]]:
    found: dict[DateRange, list[PlannedPayment]] = {}
    for part in plan:
        found.setdefault(part.year, []).append(part)
    yield from found.items()


def _order(year: ReplannedYear) -> DateRange:
    return year.year


def _strays(plan: Sequence[PlannedPayment], invoiced: Mapping[str, Amount]) -> dict[int, int]:
    """Öre invoiced for periods that are not in the plan, by year: a label begins with it, whatever the period."""
    labels, found = {part.slot.label for part in plan}, dict[int, int]()
    for label, amount in invoiced.items():
        if label not in labels:
            found[int(label[:4])] = found.get(int(label[:4]), 0) + amount.ore
    return found


def _year(
    year: DateRange, parts: Sequence[PlannedPayment], invoiced: Mapping[str, Amount], elsewhere: Amount, how: How
) -> ReplannedYear:
    by_terms = [_by_terms(part) for part in parts]
    known = [amount.ore for amount in by_terms if amount is not None]
    if len(known) < len(parts):
        return ReplannedYear(year, tuple(_unsettled(part, invoiced) for part in parts), None, elsewhere)
    total = sum(known)
    left = {number: known[number] for number, part in enumerate(parts) if part.slot.label not in invoiced}
    done = sum(invoiced[part.slot.label].ore for part in parts if part.slot.label in invoiced)
    difference = total - done - elsewhere.ore - sum(left.values())
    new, regulating = (_spread if how == "spread" else _next)(left, difference)
    found = tuple(_part(part, invoiced, new.get(number)) for number, part in enumerate(parts))
    return ReplannedYear(year, found, Amount(total), elsewhere, Amount(regulating))


def _by_terms(part: PlannedPayment) -> Amount | None:
    return part.last_known if part.awaits else part.amount


def _unsettled(part: PlannedPayment, invoiced: Mapping[str, Amount]) -> Replanned:
    label = part.slot.label
    return Replanned(part, invoiced.get(label, _by_terms(part)), label in invoiced, _preliminary(part, invoiced))


def _part(part: PlannedPayment, invoiced: Mapping[str, Amount], ore: int | None) -> Replanned:
    label = part.slot.label
    amount = invoiced[label] if ore is None else Amount(ore)
    return Replanned(part, amount, label in invoiced, _preliminary(part, invoiced))


def _preliminary(part: PlannedPayment, invoiced: Mapping[str, Amount]) -> bool:
    return bool(part.awaits) and part.slot.label not in invoiced and part.last_known is not None


def _next(left: Mapping[int, int], difference: int) -> tuple[dict[int, int], int]:
    """All of it on the first that is left; a lowering goes on to the one after when one is down to zero."""
    new = dict(left)
    for number in new:
        taken = difference if difference > 0 else max(difference, -new[number])
        new[number] += taken
        difference -= taken
    return new, difference


def _spread(left: Mapping[int, int], difference: int) -> tuple[dict[int, int], int]:
    """By size, rounded down to whole öre step by step so that the parts sum exactly; equally where all are zero."""
    weights = dict(left) if any(left.values()) else dict.fromkeys(left, 1)
    whole = sum(weights.values())
    shared = max(difference, -sum(left.values())) if left else 0
    new, upto, before = dict(left), 0, 0
    for number, weight in weights.items():
        upto += weight
        new[number] += shared * upto // whole - before
        before = shared * upto // whole
    return new, difference - shared
