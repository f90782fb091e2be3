"""Which facts an indicator is counted from: equality, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samsyn.rules.indicators.facts import KNOWN, Fact
from samsyn.rules.indicators.figure import NOT_STATED, Dimension
from samsyn.rules.indicators.splitting import Keys
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Where

_PLAIN = ("site", "activity", "channel", "figure")


def is_within(fact: Fact, period: DateRange, until: date) -> bool:
    """A placement touches the period; a word about different people lies in it; the rest is on a day, not ahead."""
    if fact.taken is not None:
        return fact.taken.is_in(period) and fact.taken.first <= until
    if fact.kind == "different_people":
        return period.start <= fact.day and (fact.last or fact.day) <= period.last
    return period.start <= fact.day <= until


def matches(fact: Fact, where: Where | None, terms: Agreement) -> bool:
    """All that is given must hold. Of what is not known of such facts nothing is asked (places have no sex)."""
    if where is None:
        return True
    held = all(getattr(fact, name) in getattr(where, name) for name in _PLAIN if getattr(where, name))
    in_pool = not where.pool or any(each in where.pool for each in pools_of(fact.pool, terms))
    of_sex = not where.sex or "sex" not in KNOWN[fact.kind] or (fact.sex or NOT_STATED) in where.sex
    said = where.question is None or (fact.question == where.question and where.survey in (None, fact.survey))
    return held and in_pool and of_sex and said and _serves(fact, where)


def pools_of(pool: str, terms: Agreement) -> Iterator[str]:
    """A pool, and those that its places are counted in."""
    seen: set[str] = set()
    while pool and pool not in seen:
        seen.add(pool)
        yield pool
        term = terms.pool.get(pool)
        pool = (term.part_of or "") if term else ""


def is_of(fact: Fact, keys: Keys) -> bool:
    """Whether it is in a line. A gap is in those of what is known of it, and never among those that did not say."""
    if fact.gap:
        return all(_gap_key(fact, dimension, key) for dimension, key in keys)
    return all((getattr(fact, dimension) or NOT_STATED) == key for dimension, key in keys)


def known_keys(keys: Keys, kinds: tuple[str, ...]) -> Keys:
    """Of a line, what facts of these kinds know."""
    known = {each for kind in kinds for each in KNOWN[kind]}  # type: ignore[index]
    return tuple((dimension, key) for dimension, key in keys if dimension in known)


def _serves(fact: Fact, where: Where) -> bool:
    if not where.service or not {"service", "track"} & KNOWN[fact.kind]:
        return True
    return fact.service in where.service or (fact.gap and any(each in where.service for each in fact.offers))


def _gap_key(fact: Fact, dimension: Dimension, key: str) -> bool:
    return getattr(fact, dimension) == key or (dimension == "service" and key in fact.offers)
