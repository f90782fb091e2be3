"""What the pools of night places are called, in the order in which people ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.places import own_places
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool


@dataclass(frozen=True, slots=True)
class PoolName:
    """`agreed` is how many places the agreement counts in it, without those of its parts."""

    id: str
    name: str
    reserved: bool
    agreed: int
    clause: str


def night_pools(agreement: Agreement) -> list[Pool]:
    """Pools that anyone may have a place in first, then the reserved ones."""
    found = [each for each in agreement.pool.values() if each.kind == "night" and each.applies]
    return sorted(found, key=lambda each: (bool(each.sexes or each.reserved_for), each.id))


def pool_words(pool: Pool) -> str:
    """«Vanliga platser», «Platser för kvinnor»."""
    if not pool.reserved_for:
        return gettext("Vanliga platser")
    return gettext("Platser för %(whom)s") % {"whom": pool.reserved_for.lower()}


def pool_names(agreement: Agreement) -> dict[str, PoolName]:
    return {
        each.id: PoolName(each.id, pool_words(each), bool(each.sexes), own_places(agreement, each.id), each.clause)
        for each in night_pools(agreement)
    }
