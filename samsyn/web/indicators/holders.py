"""Whose figures an indicator's are: the parties that write down the facts it is counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts, Indicator, Where

SHARED: frozenset[Facts] = frozenset({"participants", "placements"})
"""The figures of these are told to all parties: both write the facts."""


def holders(indicator: Indicator, terms: Agreement) -> frozenset[str]:
    """Party ids. Where the agreement says who reports, nobody else does.

    Where it does not say who writes the facts, any civil party may.
    """
    written = frozenset(party for kind in indicator.facts for party in _BY[kind](terms, indicator.where))
    writing = written or frozenset(key for key, each in terms.party.items() if each.kind == "civil")
    if not indicator.facts:
        return frozenset()
    return writing & set(indicator.reported_by) if indicator.reported_by else writing


def is_told(indicator: Indicator, terms: Agreement, own: str) -> bool:
    """Whether the party is shown the figure here. What nothing measures is told to all: it has no owner."""
    return not indicator.facts or bool(SHARED & set(indicator.facts)) or own in holders(indicator, terms)


def _of_pads(terms: Agreement, where: Where | None) -> Iterable[str]:
    return [each.by for each in terms.pad.values() if each.applies]


def _of_lines(terms: Agreement, where: Where | None) -> Iterable[str]:
    return [each.by for each in terms.support_line.values() if each.applies]


def _of_activities(terms: Agreement, where: Where | None) -> Iterable[str]:
    """Of those that the indicator names: who holds another activity has counted nothing of it."""
    named = where.activity if where else ()
    found = [each for key, each in terms.activity.items() if each.applies and (not named or key in named)]
    return [party for each in found for party in each.by]


def _of_pools(terms: Agreement, where: Where | None) -> Iterable[str]:
    return [party for each in terms.pool.values() if each.applies for party in each.by]


def _of_sites(terms: Agreement, where: Where | None) -> Iterable[str]:
    """Who sleeps is written by the site, whoever runs the pool that it belongs to, if the text says who does."""
    if not any(each.applies and each.kind == "night" for each in terms.pool.values()):
        return []
    return [*_of_pools(terms, where), *(each.by for each in terms.site.values() if each.applies and each.by)]


def _of_bodies(terms: Agreement, where: Where | None) -> Iterable[str]:
    """Refusals are a body's; which party's people sit in it is asked where they are read."""
    return [*terms.party]


def _of_surveys(terms: Agreement, where: Where | None) -> Iterable[str]:
    named = where.survey if where else None
    found = [each for key, each in terms.survey.items() if each.applies and named in (None, key)]
    return [party for each in found for party in each.by]


_BY: Mapping[Facts, Callable[[Agreement, Where | None], Iterable[str]]] = {
    "visits": _of_pads,
    "services": _of_pads,
    "contacts": _of_lines,
    "heads": _of_activities,
    "different_people": _of_activities,
    "occasions": _of_activities,
    "participants": _of_pools,
    "placements": _of_pools,
    "nights": _of_sites,
    "guests": _of_sites,
    "place_nights": _of_sites,
    "refusals": _of_bodies,
    "answers": _of_surveys,
    "hours": _of_activities,
}
