"""Places at a site, and what each is for on which nights: permanent, rolling, moved between pools with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.move import lock_sites
from samsyn.web.beds.models import ExtraNight, Place, Segment, Site, Standing
from samsyn.web.beds.permissions import check_may_coordinate, check_may_keep
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.ui.formats import civil_date

Kind = Standing.Kind

acts.register(
    {
        "place.add": gettext_lazy("lade till nattplatser"),
        "place.roll": gettext_lazy("lade in nätter i ett schema för nattplatser"),
        "place.repool": gettext_lazy("flyttade en nattplats till ett annat slag av platser"),
    }
)


@transaction.atomic
def add_places(
    site: Site,
    *,
    pool: str,
    labels: Sequence[str],
    from_night: date,
    kind: str = Kind.PERMANENT,
    until: date | None = None,
    by: Viewer,
    now: datetime,
) -> list[Place]:
    """A place for each label, that stands in the pool from a night on; `until`: the first night on which it does not.

    A label that the site has already, without a place that stands then, is used again.
    """
    scene = scene_of(site.partnership, from_night, by.day)
    check_may_keep(by, site, scene.body.id)
    scene.pool(pool)
    if until is not None and until <= from_night:
        raise ValidationError({"until": _("Välj en sista natt som inte är före den första.")})
    if kind not in (Kind.PERMANENT, Kind.ROLLING):
        raise ValidationError(_("Extra platser kommer till genom ett beslut om en extra natt."))
    with also_as_job(Job.PLACES):
        found = places_called(site, labels)
        stand(found, pool, kind, PgRange(from_night, until))
    about = {"count": len(found), "pool": pool, "from": from_night, "until": until}
    record("place.add", by=by, now=now, subject=site, partnership=site.partnership_id, refers_to=about, shared=True)
    return found


@transaction.atomic
def roll(
    places: Sequence[Place], nights: Iterable[DateRange], *, pool: str, by: Viewer, now: datetime
) -> list[Standing]:
    """The nights on which the places of one site are there, such as a parish's turn. Nights they stand already stay."""
    site, spells = places[0].site, list(nights)
    if not spells or any(each.site_id != site.pk for each in places):
        raise ValidationError(_("Välj platser på ett och samma nattställe, och minst en natt."))
    scene = scene_of(site.partnership, spells[0].start, by.day)
    check_may_keep(by, site, scene.body.id)
    scene.pool(pool)
    with also_as_job(Job.PLACES):
        made = [
            row
            for spell in spells
            for row in stand(_not_yet(places, spell), pool, Kind.ROLLING, PgRange(spell.start, spell.end))
        ]
    about = {"count": len(made), "pool": pool, "from": spells[0].start}
    record("place.roll", by=by, now=now, subject=site, partnership=site.partnership_id, refers_to=about, shared=True)
    return made


@transaction.atomic
def move_to_pool(place: Place, pool: str, nights: DateRange, because: str, *, by: Viewer, now: datetime) -> Standing:
    """Only the coordination lends a place from one pool to another, for certain nights and with a reason."""
    scene = scene_of(place.partnership, nights.start, by.day)
    check_may_coordinate(by, place.partnership_id, scene.body.id)
    scene.pool(pool)
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför platsen flyttas.")})
    wanted = PgRange(nights.start, nights.end)
    with also_as_job(Job.PLACES):
        lock_sites([place.site_id])
        standing = Standing.objects.select_for_update(of=("self",)).filter(place=place, nights__contains=wanted).first()
        if standing is None:
            raise ValidationError(_("Platsen finns inte alla de nätterna, eller byter slag under tiden."))
        if standing.pool == pool:
            return standing
        if Segment.objects.filter(place=place, nights__overlap=wanted).exists():
            raise ValidationError(_("Någon har platsen en av nätterna. Flytta gästen först, eller välj senare nätter."))
        _carve(standing, pool, wanted, because.strip())
    about = {"place": place.pk, "pool": pool, "from": nights.start, "until": nights.end}
    record(
        "place.repool",
        by=by,
        now=now,
        subject=standing,
        partnership=place.partnership_id,
        clause=scene.pool(pool).clause,
        refers_to=about,
        shared=True,
    )
    return standing


def places_called(site: Site, labels: Sequence[str]) -> list[Place]:
    """The site's places with these labels; those that are not there are made, last in order. No check of who may."""
    wanted = list(dict.fromkeys(each.strip() for each in labels if each.strip()))
    if not wanted:
        raise ValidationError({"labels": _("Skriv minst en platsbeteckning.")})
    if any(len(each) > 20 for each in wanted):
        raise ValidationError({"labels": _("En platsbeteckning har högst 20 tecken.")})
    there = {each.label: each for each in Place.objects.filter(site=site, label__in=wanted)}
    rank = Place.objects.filter(site=site).aggregate(Max("rank"))["rank__max"] or 0
    whose = {"partnership_id": site.partnership_id, "organisation_id": site.organisation_id, "site": site}
    for label in wanted:
        if label not in there:
            rank += 1
            with refusals_of(Place):
                there[label] = Place.objects.create(**whose, label=label, rank=rank)
    return [there[label] for label in wanted]


def stand(
    places: Iterable[Place], pool: str, kind: str, nights: PgRange, extra_night: ExtraNight | None = None
) -> list[Standing]:
    """ValidationError where a place stands already on one of the nights, or its site is closed on one of them."""
    places = list(places)
    _check_open({each.site_id for each in places}, nights)
    with refusals_of(Standing):
        return [
            Standing.objects.create(
                partnership_id=each.partnership_id,
                organisation_id=each.organisation_id,
                site_id=each.site_id,
                place=each,
                pool=pool,
                kind=kind,
                nights=nights,
                extra_night=extra_night,
            )
            for each in places
        ]


def _check_open(sites: Collection[UUID], nights: PgRange) -> None:
    """With the sites held, so that none is closed meanwhile."""
    lock_sites(sites)
    for site in Site.objects.filter(pk__in=sites):
        if site.closed_on is not None and (nights.upper is None or nights.upper > site.closed_on):
            says = _("%(site)s är stängt från natten %(night)s. Där kan inga platser finnas sedan.")
            raise ValidationError(says % {"site": site.name, "night": civil_date(site.closed_on, "long")})


def _not_yet(places: Sequence[Place], spell: DateRange) -> list[Place]:
    nights = PgRange(spell.start, spell.end)
    standing = Standing.objects.filter(place__in=places, nights__overlap=nights).values_list("place_id", flat=True)
    return [each for each in places if each.pk not in set(standing)]


def _carve(standing: Standing, pool: str, nights: Any, because: str) -> None:
    """The row becomes the moved nights; what is before and after is written anew as it was."""
    before, after = (standing.nights.lower, nights.lower), (nights.upper, standing.nights.upper)
    was = standing.pool, standing.because
    standing.nights, standing.pool, standing.because = nights, pool, because
    standing.save(update_fields=["nights", "pool", "because"])
    for lower, upper in (before, after):
        if upper is None or lower < upper:
            Standing.objects.create(
                partnership_id=standing.partnership_id,
                organisation_id=standing.organisation_id,
                site_id=standing.site_id,
                place_id=standing.place_id,
                pool=was[0],
                because=was[1],
                kind=standing.kind,
                nights=PgRange(lower, upper),
            )
