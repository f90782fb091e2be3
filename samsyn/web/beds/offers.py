"""What can be offered a guest tonight: every place there is for this person, or the one reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.give import ask
from samsyn.web.beds.actions.guests import records_of
from samsyn.web.beds.models import Bar, Entitlement, ExtraNight, Guest, Outage, Segment, Site, Standing
from samsyn.web.beds.presenters.pools import PoolName, pool_names
from samsyn.web.beds.scene import Scene
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Offer:
    """So many free places of a pool at a site, and what one of them gives."""

    pool: PoolName
    kind: rules.Kind
    site: Site
    free: int
    given: rules.Given

    @property
    def key(self) -> str:
        return f"{self.pool.id}/{self.kind}/{self.site.pk}"


@dataclass(frozen=True, slots=True)
class Outlook:
    """`offers` best first. `answer`: what is said, yes or no. `bars`: in force tonight. `has`: tonight's own place."""

    offers: tuple[Offer, ...]
    answer: rules.Answer
    pool: str
    bars: tuple[Bar, ...]
    has: Entitlement | None


def outlook(scene: Scene, guest: Guest, *, intake: str, by: Viewer, now: datetime) -> Outlook:
    """Reserved places first for whom they are reserved, then the others; extra places tonight last."""
    names = pool_names(scene.agreement)
    kinds = {pool: [rules.Kind.ORDINARY, *_extra(scene.partnership, pool, scene.night)] for pool in names}
    first = sorted(names.values(), key=lambda each: not each.reserved)
    offers: list[Offer] = []
    answers: list[tuple[rules.Answer, str]] = []
    bars = _bars(guest, scene.night)
    for kind in rules.Kind:
        for pool in first:
            if kind not in kinds[pool.id]:
                continue
            answer = ask(
                scene.partnership, guest, pool=pool.id, night=scene.night, kind=kind, intake=intake, by=by,
                now=now, scene=scene,
            )  # fmt: skip
            answers.append((answer, pool.id))
            if answer.given:
                offers += _offers(scene, pool, kind, answer.given, bars)
    answer, pool_id = _said(answers, bool(offers))
    return Outlook(tuple(offers), answer, pool_id, tuple(bars), own_place(guest, scene.night))


def _said(answers: list[tuple[rules.Answer, str]], offered: bool) -> tuple[rules.Answer, str]:
    """With something to offer: the first yes. Else what is soonest over, and never whose places they are not."""
    if offered:
        return next(each for each in answers if each[0].given)
    meant = [each for each in answers if each[0].hindrance is not rules.Hindrance.WRONG_SEX] or answers
    return min(meant, key=lambda each: each[0].from_when or date.max)


def free_at(partnership: Partnership, pool: str, kind: rules.Kind, nights: DateRange) -> dict[UUID, int]:
    """Places that are free all the nights, by site."""
    span = PgRange(nights.start, nights.end)
    taken = Segment.objects.filter(place=OuterRef("place_id"), nights__overlap=span)
    broken = Outage.objects.filter(place=OuterRef("place_id"), nights__overlap=span)
    lit = Standing.objects.filter(partnership=partnership, pool=pool, nights__contains=span)
    lit = lit.filter(Q(site__closed_on=None) | Q(site__closed_on__gte=nights.end))
    if kind is rules.Kind.ORDINARY:
        lit = lit.exclude(kind=Standing.Kind.EXTRA)
    else:
        lit = lit.filter(kind=Standing.Kind.EXTRA, extra_night__trigger=kind, extra_night__night=nights.start)
    free = lit.filter(~Exists(taken), ~Exists(broken)).order_by().values("site").annotate(n=Count("pk"))
    return {row["site"]: row["n"] for row in free}


def for_a_whole_stay(partnership: Partnership, agreement: Agreement, night: date) -> dict[str, int]:
    """Ordinary places by pool that can be given from the night. Others are free a shorter time: nobody gets those."""
    pools = pool_names(agreement)
    given = {pool: rules.entitlement(agreement, pool, night).nights for pool in pools}
    return {
        pool: sum(free_at(partnership, pool, rules.Kind.ORDINARY, nights).values()) for pool, nights in given.items()
    }


def _offers(scene: Scene, pool: PoolName, kind: rules.Kind, given: rules.Given, bars: list[Bar]) -> list[Offer]:
    counts = free_at(scene.partnership, pool.id, kind, given.nights)
    span = PgRange(given.nights.start, given.nights.end)
    closed = {each.site_id for each in bars if each.nights.lower < span.upper and span.lower < each.nights.upper}
    sites = Site.objects.filter(pk__in=counts.keys() - closed)
    return [
        Offer(pool, kind, each, counts[each.pk], given) for each in sorted(sites, key=lambda s: (-counts[s.pk], s.name))
    ]


def _extra(partnership: Partnership, pool: str, night: date) -> list[rules.Kind]:
    """What has been decided for the night."""
    decided = ExtraNight.objects.filter(partnership=partnership, pool=pool, night=night)
    return [rules.Kind(each) for each in decided.values_list("trigger", flat=True)]


def _bars(guest: Guest, night: date) -> list[Bar]:
    """In force tonight or later."""
    found = Bar.objects.filter(guest__in=records_of(guest), nights__endswith__gt=night)
    return list(found.select_related("site").order_by("nights"))


def own_place(guest: Guest, night: date) -> Entitlement | None:
    """What the guest sleeps on that night was given by."""
    own = Segment.objects.filter(guest=guest, nights__contains=night).select_related("entitlement").first()
    return own.entitlement if own else None
