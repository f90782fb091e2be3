"""Nights slept, the guests who slept them, the places there were, and who went without. Counted by the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, Max, QuerySet, Sum, When
from django.db.models.expressions import RawSQL

from samsyn.rules.indicators.facts import Fact
from samsyn.web.beds.models import Night, Outage, Refusal, Segment, Standing
from samsyn.web.indicators.sources.asked import Asked

_DAY = timedelta(days=1)
_SITE = Case(When(site__key="", then=F("site__name")), default=F("site__key"), output_field=CharField())
"""Its id in the agreement, or its name where the agreement does not know it."""


def read(asked: Asked) -> list[Fact]:
    if asked.period.start > asked.today:
        return []
    found: list[Fact] = []
    if asked.asks("nights"):
        found += [*_nights(asked), *_unnoted(asked)]
    if asked.asks("guests"):
        found += _guests(asked)
    if asked.asks("place_nights"):
        found += _place_nights(asked)
    if asked.asks("refusals"):
        found += _refusals(asked)
    return found


def _slept(asked: Asked) -> QuerySet[Any]:
    rows = Night.objects.filter(**asked.of_own(night__gte=asked.period.start, night__lte=asked.until))
    return rows.filter(state=Night.State.ARRIVED).annotate(at=_SITE).order_by()


def _nights(asked: Asked) -> Iterator[Fact]:
    for site, pool, sex, n in _slept(asked).values_list("at", "pool", "sex").annotate(Count("pk")):
        yield _fact(asked, "nights", site, pool, sex=sex, n=n)


def _fact(asked: Asked, kind: Any, site: str, pool: str, **more: Any) -> Fact:
    return Fact(kind, asked.period.start, organisation=asked.own, site=site, pool=pool, **more)


def _unnoted(asked: Asked) -> Iterator[Fact]:
    """Nights that are over, for which someone had a place, and of which nobody has noted who came: gaps.

    The nights that were given less those that were noted, by site, kind of place and sex.
    """
    if asked.over < asked.period.start:
        return
    given: Counter[tuple[str, str, str]] = Counter()
    segments = Segment.objects.filter(**asked.of_own(nights__overlap=(asked.period.start, asked.over + _DAY)))
    length = RawSQL(
        "least(upper(beds_segment.nights), %s::date) - greatest(lower(beds_segment.nights), %s::date)",
        (asked.over + _DAY, asked.period.start),
        output_field=IntegerField(),
    )
    of_places = segments.annotate(at=_SITE, given=length).values_list("at", "pool", "sex").order_by()
    for *key, nights in of_places.annotate(Sum("given")):
        given[tuple(key)] += nights
    noted = Night.objects.filter(**asked.of_own(night__gte=asked.period.start, night__lte=asked.over))
    for *key, nights in noted.annotate(at=_SITE).values_list("at", "pool", "sex").order_by().annotate(Count("pk")):
        given[tuple(key)] -= nights
    for (site, pool, sex), nights in given.items():
        if nights > 0:
            yield _fact(asked, "nights", site, pool, sex=sex, n=0, rows=nights, gap=True)


def _guests(asked: Asked) -> Iterator[Fact]:
    """One for each guest at each site, by the sex stated on the latest night. Of the forgotten only stays are left."""
    known = _slept(asked).filter(segment__guest__isnull=False).values_list("segment__guest", "at", "pool", "sex")
    for guest, site, pool, sex, last in known.annotate(Max("night")):
        yield Fact("guests", last, organisation=asked.own, site=site, pool=pool, sex=sex, person=str(guest))
    forgotten = _slept(asked).filter(segment__guest=None).values_list("at", "pool", "sex")
    for site, pool, sex, stays in forgotten.annotate(Count("segment__entitlement", distinct=True)):
        yield _fact(asked, "guests", site, pool, sex=sex, rows=stays)


def _place_nights(asked: Asked) -> Iterator[Fact]:
    """Each place on each night on which it stood ready: not out of order, and its site not closed."""
    days = (asked.period.start, asked.until + _DAY)
    standings = Standing.objects.filter(**asked.of_own(nights__overlap=days)).annotate(at=_SITE).order_by()
    broken: dict[Any, set[date]] = {}
    for place, nights in Outage.objects.filter(**asked.of_own(nights__overlap=days)).values_list("place_id", "nights"):
        broken.setdefault(place, set()).update(_days(nights, *days))
    found: Counter[tuple[str, str]] = Counter()
    for site, pool, place, nights, closed in standings.values_list(
        "at", "pool", "place_id", "nights", "site__closed_on"
    ):
        ready = set(_days(nights, days[0], min(days[1], closed or days[1])))
        found[site, pool] += len(ready - broken.get(place, set()))
    for (site, pool), n in found.items():
        yield _fact(asked, "place_nights", site, pool, n=n)


def _days(nights: Any, first: date, after: date) -> Iterator[date]:
    day, last = max(nights.lower or first, first), min(nights.upper or after, after)
    while day < last:
        yield day
        day += _DAY


def _refusals(asked: Asked) -> Iterator[Fact]:
    """Of the bodies in which the viewer sits. Nobody else sees them."""
    rows = Refusal.objects.visible_to(asked.viewer).filter(
        partnership=asked.partnership, night__gte=asked.period.start, night__lte=asked.until
    )
    for pool, sex, n in rows.values_list("pool", "sex").annotate(Count("pk")).order_by():
        yield Fact("refusals", asked.period.start, n=n, pool=pool, sex=sex)
