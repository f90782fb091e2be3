"""Who must agree before a place is extended, and who decides on extra places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import assumed
from samsyn.rules.places.scheme import Kind
from samsyn.rules.places.words import listed, spoken
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import ExtraPlaces


@dataclass(frozen=True, slots=True)
class Extending:
    """`missing`: ids of the parties that have not agreed; empty and not allowed: the participant is not asked, or
    places in the pool are not extended."""

    allowed: bool
    missing: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Opening:
    """May extra places be opened that night. A person decides; `threshold` is only shown."""

    allowed: bool
    threshold: str
    reason: Reason


def may_extend(agreement: Agreement, pool_id: str, agreed: Collection[str], consulted: bool) -> Extending:
    """By joint decision: every party named (all parties where none is), after consulting the participant.

    `coordinator`: it is enough that the participant is asked; who coordinates is the caller's to check.
    """
    pool = agreement.pool[pool_id]
    rests_on = assumed(pool, "extension", "extension_needs", "months", "nights")
    inputs = (("agreed", ", ".join(sorted(agreed))), ("consulted", str(consulted).lower()))
    if pool.extension == "none":
        return Extending(False, (), Reason(pool.clause, pool.id, "Platsen kan inte förlängas.", inputs, rests_on))
    needed = (pool.extension_needs or tuple(agreement.party)) if pool.extension == "joint_decision" else ()
    missing = tuple(each for each in needed if each not in agreed)
    says = _lacking([agreement.party_name(each) for each in missing], consulted)
    return Extending(not missing and consulted, missing, Reason(pool.clause, pool.id, says, inputs, rests_on))


def may_open_extra(agreement: Agreement, pool_id: str, kind: Kind, night: date) -> Opening:
    """Whether the agreement has extra places of the kind, and the night lies in their season."""
    terms = [each for each in agreement.extra_places.values() if each.applies and kind in each.triggers]
    pool = agreement.pool[pool_id]
    found = next((each for each in terms if each.pool in (pool_id, pool.part_of)), None)
    inputs = (("night", night.isoformat()), ("kind", kind.value))
    if found is None:
        return Opening(False, "", Reason("", "", "Överenskommelsen har inga extra platser av det slaget.", inputs))
    open_ = in_season(found, night)
    who = found.decided_by or "En person"
    says = f"{who} beslutar." if open_ else f"{spoken(night)} ligger utanför säsongen för extra platser."
    rests_on = assumed(found, "triggers", "decided_by", "threshold", "season_first", "season_last")
    return Opening(open_, found.threshold or "", Reason(found.clause, found.id, says, inputs, rests_on))


def in_season(extra: ExtraPlaces, night: date) -> bool:
    """Over the new year where the season's last day is earlier in the year than its first. No season: all year."""
    if extra.season_first is None or extra.season_last is None:
        return True
    first, last = extra.season_first.in_year(night.year), extra.season_last.in_year(night.year)
    return first <= night <= last if first <= last else night >= first or night <= last


def _lacking(missing: list[str], consulted: bool) -> str:
    parts = [f"{listed(missing, 'och')} har inte sagt ja."] if missing else []
    parts += [] if consulted else ["Deltagaren har inte tillfrågats."]
    return " ".join(parts) or "Alla som ska säga ja har gjort det."
