"""What can stand in the way of a place on a night: each with its clause and a sentence that can be said aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.rules.because import Reason
from samsyn.rules.places.blocks import Block, How
from samsyn.rules.places.entitle import Given, blocked
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.scheme import Kind, quarantine
from samsyn.rules.places.words import capital, quarantine_of, spoken
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool, Sex

NO_SCHEME = ""
"""Of a stay that is known only as nights on a place."""


class Hindrance(StrEnum):
    """In the order in which they are tried; FULL is decided by the one who counts the places."""

    MINOR = "minor"
    NOT_IN_FORCE = "not_in_force"
    WRONG_SEX = "wrong_sex"
    HAS_A_PLACE = "has_a_place"
    QUARANTINE = "quarantine"
    BARRED_HERE = "barred_here"
    INTAKE_CLOSED = "intake_closed"
    FULL = "full"


BREAKABLE = frozenset({Hindrance.QUARANTINE, Hindrance.BARRED_HERE})
"""What someone with the mandate may break with a reason (`may_override`)."""


@dataclass(frozen=True, slots=True)
class Barred:
    """Nights on which a guest is barred from a site. `clause`: what the decision rests on, if it says."""

    site: str
    nights: DateRange
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """Someone who asks for a place, with all that is known and decides."""

    agreement: Agreement
    pool: Pool
    life: DateRange
    kind: Kind
    sex: Sex
    minor: bool
    blocks: Sequence[Block]
    bars: Sequence[Barred]
    site: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A hindrance and the block or bar that it is."""

    hindrance: Hindrance
    block: Block | None = None
    bar: Barred | None = None


def hindrance(asking: Asking, given: Given) -> Found | None:
    """The first thing in the way of this place, or None."""
    if asking.minor:
        return Found(Hindrance.MINOR)
    if not in_force(asking, given.nights.start):
        return Found(Hindrance.NOT_IN_FORCE)
    if asking.pool.sexes and asking.sex not in asking.pool.sexes:
        return Found(Hindrance.WRONG_SEX)
    return _clash(asking.blocks, given) or _bar(asking, given)


def in_force(asking: Asking, night: date) -> bool:
    """The agreement and the pool both hold on the night."""
    pool = asking.pool
    began = pool.first is None or pool.first <= night
    return pool.applies and night in asking.life and began and (pool.last is None or night <= pool.last)


def _clash(blocks: Sequence[Block], given: Given) -> Found | None:
    """Nobody sleeps in two places on one night, in whatever scheme; a quarantine counts in its own."""
    reach = blocked(given) or given.nights
    in_order = sorted(blocks, key=lambda each: (each.scheme == NO_SCHEME, each.nights))
    for block in in_order:
        wanted = reach if block.scheme == given.scheme else given.nights
        if block.stay and block.stay.overlap(wanted):
            return Found(Hindrance.HAS_A_PLACE, block)
    for block in in_order:
        if block.scheme == given.scheme and block.nights.overlap(reach):
            return Found(Hindrance.QUARANTINE, block)
    return None


def _bar(asking: Asking, given: Given) -> Found | None:
    here = [each for each in asking.bars if each.site == asking.site and each.nights.overlap(given.nights)]
    return Found(Hindrance.BARRED_HERE, bar=max(here, key=lambda each: each.nights.end)) if here else None


def said(asking: Asking, found: Found, first: date, again: date | None) -> Reason:
    """Why not, and from when. Where the agreement says nothing of the thing (bars, age) the clause is empty."""
    pool, period = asking.pool, asking.agreement.period
    back = spoken(again, first) if again else ""
    inputs = (("first", first.isoformat()), ("again", again.isoformat() if again else ""))
    if found.block:
        source = asking.agreement.pool.get(found.block.pool, pool)
        says = _of_block(source, found, found.block, first, back)
        return Reason(source.clause, source.id, says, inputs, rests_on(asking, found.block))
    if found.bar:
        until = f"Avstängd här till och med {spoken(found.bar.nights.last, first)}."
        return Reason(found.bar.clause, "", f"{until} {_again(back)}", inputs)
    if found.hindrance is Hindrance.NOT_IN_FORCE:
        says = f"Överenskommelsen gäller inte {_day(pool)} {spoken(first)}. {_again(back)}"
        return Reason(period.clause, period.id, says, inputs, tuple(each.id for each in period.assumption))
    if found.hindrance is Hindrance.WRONG_SEX:
        whose = f"Platserna är reserverade: {pool.reserved_for.lower()}." if pool.reserved_for else ""
        says = f"{whose or 'Platserna är reserverade för andra.'} Fråga om en annan plats."
        return Reason(pool.clause, pool.id, says, inputs, assumed(pool, "sexes"))
    return Reason("", "", "Gästen är under 18 år och får ingen plats här. Ring socialjouren.", inputs)


def rests_on(asking: Asking, block: Block) -> tuple[str, ...]:
    """The readings that a block's quarantine stands on, and that it reaches this pool."""
    source = asking.agreement.pool.get(block.pool, asking.pool)
    keys = ["quarantine.nights"]
    if block.ended is How.NO_SHOW and block.stay is None:
        keys.append("quarantine.after_no_show")
    elif block.ended in (How.LEFT, How.BARRED, How.NO_SHOW):
        keys.append("quarantine.after_early_departure")
    if source.id != asking.pool.id:
        keys.append("quarantine.across_pools")
    if asking.kind is not Kind.ORDINARY:
        keys.append("quarantine.holds_on_extra_nights")
    return tuple(dict.fromkeys((*assumed(source, *keys), *assumed(asking.pool, *keys))))


def _of_block(source: Pool, found: Found, block: Block, first: date, back: str) -> str:
    nights = quarantine(source).nights
    after = f", efter {quarantine_of(nights, source.kind)}" if nights and block.quarantine else ""
    if found.hindrance is Hindrance.QUARANTINE or block.stay is None:
        return f"Plats igen från {back}{after}." if back else f"Karens till och med {spoken(block.nights.last, first)}."
    since = f" från {spoken(block.stay.start, first)}" if block.stay.start > first else ""
    has = f"Har redan en plats{since} till och med {_day(source)} {spoken(block.stay.last, first)}."
    return f"{has} Ny plats från {back}{after}." if back else has


def _day(pool: Pool) -> str:
    return "natten" if pool.kind == "night" else "dagen"


def _again(back: str) -> str:
    return capital(f"plats igen från {back}.") if back else "Det finns ingen senare dag att vänta på."
