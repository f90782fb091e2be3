"""What a place gives: its nights, the quarantine after them, and what is left of both when the stay ends early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from samsyn.rules.because import Reason
from samsyn.rules.places.blocks import Block, Ended, How, outside
from samsyn.rules.places.nights import months_from, spell
from samsyn.rules.places.readings import Reading, assumed
from samsyn.rules.places.scheme import Kind, quarantine, scheme
from samsyn.rules.places.words import in_months, lasting, quarantine_of, spoken
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool

_AFTER_EXTRA = {Kind.COLD_NIGHT: "after_extra_night", Kind.SPECIAL_EVENT: "after_special_event"}


@dataclass(frozen=True, slots=True)
class Given:
    """A place as it is given. Written as an entitlement; `nights` are planned, whatever happens later.

    `beyond`: it reaches past the agreement's last night. `quarantine_scheme` is another than `scheme` only where an
    extra place gives a quarantine that does not keep from extra places. `term` is the pool it was given by.
    """

    pool: str
    kind: Kind
    nights: DateRange
    quarantine_nights: int
    scheme: str
    quarantine_scheme: str
    beyond: bool
    reason: Reason
    term: Pool = field(repr=False)


@dataclass(frozen=True, slots=True)
class Closing:
    """How a stay ended: nights slept, what is blocked now, and the first night that the ended stay leaves open."""

    slept: DateRange | None
    blocks: tuple[Block, ...]
    again_from: date
    reason: Reason


def entitlement(
    agreement: Agreement, pool_id: str, first: date, kind: Kind = Kind.ORDINARY, *, life: DateRange | None = None
) -> Given:
    """The nights from `first` that a place is valid. An extra place is one night.

    `life` is the agreement's life with its extensions (`timeline.life`); without it the period that was signed.
    A place that reaches past it is given in full, and the reason says so.
    """
    pool, whole = agreement.pool[pool_id], life or agreement.span
    nights, rests_on = _validity(pool, first, kind, whole)
    beyond = nights.end > whole.end and first in whole
    if beyond:
        rests_on = (*rests_on, Reading.BEYOND_THE_END)
    after, keys = _quarantine_nights(pool, kind)
    inputs = (("first", first.isoformat()), ("days", str(nights.days)), ("quarantine", str(after)))
    says = _said(pool, nights, kind) + (f" Överenskommelsen slutar {spoken(whole.last, first)}." if beyond else "")
    reason = Reason(pool.clause, pool.id, says, inputs, (*assumed(pool, *keys), *rests_on))
    own = scheme(agreement, pool_id, kind)
    return Given(
        pool=pool_id,
        kind=kind,
        nights=nights,
        quarantine_nights=after,
        scheme=own,
        quarantine_scheme=scheme(agreement, pool_id) if after else own,
        beyond=beyond,
        reason=reason,
        term=pool,
    )


def extended(given: Given, until: date) -> Given:
    """The same place to a later last day. Who must agree: `may_extend`. ValueError if it is no longer than before."""
    if until <= given.nights.last:
        raise ValueError(f"{until} is not after the last day {given.nights.last}")
    nights = DateRange.through(given.nights.start, until)
    says = f"Platsen är förlängd till och med {spoken(until, nights.start)}."
    inputs = (("first", nights.start.isoformat()), ("last", until.isoformat()))
    rests_on = assumed(given.term, "extension", "extension_needs")
    return replace(given, nights=nights, reason=Reason(given.term.clause, given.term.id, says, inputs, rests_on))


def blocked(given: Given, ended: Ended | None = None) -> DateRange | None:
    """The nights blocked in the place's own scheme; None where nothing is left to block."""
    end = _blocked_until(given, ended) if given.scheme == given.quarantine_scheme else _stay_until(given, ended)
    return DateRange(given.nights.start, end) if end > given.nights.start else None


def blocks(given: Given, ended: Ended | None = None, standing: Sequence[Block] = ()) -> tuple[Block, ...]:
    """Every block that the place makes, one in most agreements.

    Where an extra place gives a quarantine for ordinary places only, that is a block of its own, on the nights that
    `standing` (the guest's other blocks) leave open, and it comes last.
    """
    how, until = (ended.how if ended else None), _stay_until(given, ended)
    own = blocked(given, ended)
    found = [Block(given.scheme, own, min(until, own.end), "", given.pool, how)] if own else []
    end = _blocked_until(given, ended)
    if given.scheme != given.quarantine_scheme and end > until:
        held = [each.nights for each in standing if each.scheme == given.quarantine_scheme]
        parts = outside(DateRange(until, end), held)
        found += [Block(given.quarantine_scheme, part, part.start, "", given.pool, how) for part in parts]
    return tuple(found)


def closing(given: Given, ended: Ended, standing: Sequence[Block] = ()) -> Closing:
    """What an early end leaves. A move leaves all as it was; an end on the last morning is no early end."""
    until, end = _stay_until(given, ended), max(_blocked_until(given, ended), _stay_until(given, ended))
    slept = DateRange(given.nights.start, until) if until > given.nights.start else None
    inputs = (("how", ended.how.value), ("on", ended.on.isoformat()), ("planned_end", given.nights.end.isoformat()))
    key = _key(given, ended)
    rests_on = assumed(given.term, "quarantine.nights", *([f"quarantine.{key}"] if key else []))
    says = f"Plats igen från {spoken(end, ended.on)}"
    nights = given.quarantine_nights if end > until else 0
    says += f", efter {quarantine_of(nights, given.term.kind)}." if nights else "."
    reason = Reason(given.term.clause, given.term.id, says, inputs, rests_on)
    return Closing(slept, blocks(given, ended, standing), end, reason)


def _validity(pool: Pool, first: date, kind: Kind, life: DateRange) -> tuple[DateRange, tuple[str, ...]]:
    if kind is not Kind.ORDINARY:
        return spell(first, 1), ()
    found = [spell(first, pool.nights)] if pool.nights else []
    found += [months_from(first, pool.months)] if pool.months else []
    if found:
        return min(found), assumed(pool, "nights", "months")
    to_the_end = pool.kind == "training" and first in life
    return (DateRange(first, life.end) if to_the_end else spell(first, 1)), (Reading.LENGTH_NOT_STATED,)


def _quarantine_nights(pool: Pool, kind: Kind) -> tuple[int, tuple[str, ...]]:
    """How many nights, and the keys that they depend on."""
    rules = quarantine(pool)
    if kind is Kind.ORDINARY:
        return rules.nights, ("quarantine.nights",)
    key = _AFTER_EXTRA[kind]
    return (rules.nights if getattr(rules, key) == "full" else 0), ("quarantine.nights", f"quarantine.{key}")


def _said(pool: Pool, nights: DateRange, kind: Kind) -> str:
    start = spoken(nights.start)
    if pool.kind == "training":
        length = in_months(pool.months) if pool.months and not pool.nights else lasting(nights.days, "training")
        return f"Plats i {length}, från {start} till och med {spoken(nights.last, nights.start)}."
    away = spoken(nights.end, nights.start)
    extra = "" if kind is Kind.ORDINARY else "Extra plats. "
    return f"{extra}Plats i {lasting(nights.days, 'night')}, från {start}. Gästen lämnar platsen på morgonen {away}."


def _early(given: Given, ended: Ended | None) -> Ended | None:
    """None for a move, and for an end that is not before the planned one."""
    if ended is None or ended.how is How.MOVED or ended.on >= given.nights.end:
        return None
    if ended.on < given.nights.start:
        raise ValueError(f"the stay ended {ended.on}, before it began {given.nights.start}")
    return ended


def _key(given: Given, ended: Ended | None) -> str | None:
    """A guest who slept and then did not come has left; only one who never came is a no-show to the quarantine."""
    early = _early(given, ended)
    if early is None or early.how is How.UNDONE:
        return None
    never_came = early.how is How.NO_SHOW and early.on == given.nights.start
    return "after_no_show" if never_came else "after_early_departure"


def _stay_until(given: Given, ended: Ended | None) -> date:
    early = _early(given, ended)
    return early.on if early else given.nights.end


def _blocked_until(given: Given, ended: Ended | None) -> date:
    """The first night that is free again."""
    early, key = _early(given, ended), _key(given, ended)
    after = timedelta(days=given.quarantine_nights)
    if early is None:
        return given.nights.end + after
    if key is None:
        return early.on
    reading = getattr(quarantine(given.term), key)
    return {"full": given.nights.end + after, "from_departure": early.on + after, "none": early.on}[reading]
