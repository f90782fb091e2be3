"""May this person have this place from this night; if not, why, by which clause, and from which night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.places.blocks import Block
from samsyn.rules.places.entitle import Given, entitlement
from samsyn.rules.places.hindrance import NO_SCHEME, Asking, Barred, Hindrance, hindrance, rests_on, said
from samsyn.rules.places.intake import Open
from samsyn.rules.places.nights import given_for
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.scheme import Kind
from samsyn.rules.places.words import spoken
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Sex

ADULT = 18


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes with what is given, or no with the hindrance.

    `from_when` is the first night, `first` or later, on which the answer would be yes under the same terms if nothing
    more happens; None: never. `reason.clause` is empty where the agreement says nothing (a bar, a minor).
    """

    allowed: bool
    reason: Reason
    from_when: date | None
    hindrance: Hindrance | None = None
    given: Given | None = None


def may_have(
    agreement: Agreement, pool_id: str, first: date, sex: Sex, kind: Kind = Kind.ORDINARY,
    blocks: Sequence[Block] = (), bars: Sequence[Barred] = (), site: str | None = None, intake: Open | None = None,
    *, stays: Sequence[DateRange] = (), minor: bool = False, life: DateRange | None = None,
) -> Answer:  # fmt: skip
    """Whether a place in the pool can be given from a night. Free places are counted elsewhere (`full`).

    `agreement`: the terms in force on `first`; `life`: the agreement's life with extensions (`timeline.life`).
    `blocks`: all of the guest's, in every scheme. `stays`: the nights of the guest's segments, which a block does not
    tell after a merge. `site`: without it no bar counts. `intake`: `open_at` now.
    """
    whole = life or agreement.span
    known = (*blocks, *(Block(NO_SCHEME, each, each.end) for each in stays))
    asking = Asking(agreement, agreement.pool[pool_id], whole, kind, sex, minor, known, bars, site)
    given = entitlement(agreement, pool_id, first, kind, life=whole)
    if found := hindrance(asking, given):
        again = _first_night(asking, pool_id, _after_intake(first, intake))
        return Answer(False, said(asking, found, first, again), again, found.hindrance)
    if intake is not None and not intake.allowed:
        opens = _after_intake(first, intake)
        again = _first_night(asking, pool_id, opens) if intake.opens_next else None
        return Answer(False, intake.reason, again, Hindrance.INTAKE_CLOSED)
    return Answer(True, _why(asking, given), first, None, given)


def full(agreement: Agreement, pool_id: str, first: date, again: date | None = None) -> Answer:
    """No place is free. `again` is the first night with a free one, as the caller has counted."""
    pool = agreement.pool[pool_id]
    says = f"Fullt natten {spoken(first)}." if pool.kind == "night" else f"Fullt {spoken(first)}."
    if again:
        says += f" Nästa lediga plats är från {spoken(again, first)}."
    inputs = (("first", first.isoformat()), ("places", str(pool.places)))
    return Answer(False, Reason(pool.clause, pool.id, says, inputs, assumed(pool, "places")), again, Hindrance.FULL)


def is_minor(year_of_birth: int | None, night: date) -> bool | None:
    """Under 18? None where the year alone does not tell: not given, or the year in which the guest turns 18."""
    if year_of_birth is None or night.year - year_of_birth == ADULT:
        return None
    return night.year - year_of_birth < ADULT


def _first_night(asking: Asking, pool_id: str, first: date) -> date | None:
    """Every hindrance that ends does so where a block, a stay or a bar ends, or the agreement begins."""
    ends = {first, asking.life.start, asking.pool.first or first}
    ends |= {day for each in asking.blocks for day in (each.nights.end, each.stay_until)}
    ends |= {each.nights.end for each in asking.bars}
    for day in sorted(each for each in ends if each >= first):
        given = entitlement(asking.agreement, pool_id, day, asking.kind, life=asking.life)
        if hindrance(asking, given) is None:
            return day
    return None


def _after_intake(first: date, intake: Open | None) -> date:
    if intake is None or intake.allowed or intake.opens_next is None:
        return first
    return max(first, given_for(intake.opens_next))


def _why(asking: Asking, given: Given) -> Reason:
    """What is given, with the readings that let the guest past a quarantine in another scheme."""
    past = [each for each in asking.blocks if each.scheme != given.scheme and each.nights.overlap(given.nights)]
    found = [id_ for block in past for id_ in _past(asking, block)]
    return replace(given.reason, assumptions=tuple(dict.fromkeys((*given.reason.assumptions, *found))))


def _past(asking: Asking, block: Block) -> tuple[str, ...]:
    key = "across_pools" if asking.kind is Kind.ORDINARY else "holds_on_extra_nights"
    return (*assumed(asking.pool, f"quarantine.{key}"), *rests_on(asking, block))
