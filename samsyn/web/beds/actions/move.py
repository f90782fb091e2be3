"""Moving a guest, and two guests who change places. The place that was given and its block are as they were.

A place × nights constraint cannot wait: every stay is cut first, then the new ones are written.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.ending import hold_guests, hold_stays
from samsyn.web.beds.models import Bar, Guest, Night, Override, Place, Segment, Site
from samsyn.web.beds.permissions import is_coordinator, runs
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.ui.formats import civil_date

acts.register(
    {
        "place.move": gettext_lazy("flyttade en gäst till en annan plats"),
        "place.swap": gettext_lazy("lät två gäster byta plats"),
    }
)

_FREE = """
SELECT p.id FROM beds_standing s JOIN beds_place p ON p.id = s.place_id
 WHERE s.site_id = %(site)s AND s.pool = %(pool)s AND s.nights @> %(nights)s::daterange
   AND (%(place)s::uuid IS NULL OR p.id = %(place)s::uuid) AND p.id <> %(from)s
   AND NOT EXISTS (SELECT FROM beds_segment g WHERE g.place_id = p.id AND g.nights && %(nights)s::daterange)
   AND NOT EXISTS (SELECT FROM beds_outage o WHERE o.place_id = p.id AND o.nights && %(nights)s::daterange)
 ORDER BY p.rank, p.label LIMIT 1
"""


@transaction.atomic
def move(
    segment: Segment,
    *,
    to_site: Site | None = None,
    to_place: Place | None = None,
    from_night: date,
    override: Override | None = None,
    by: Viewer,
    now: datetime,
) -> Segment:
    """To a free place in the same pool, from a night on; the nights before stay where they were slept.

    The coordination moves anyone, a site its own guests within the house. Gives the new stay.
    """
    house = to_place.site if to_place else to_site or segment.site
    check_may_move(by, segment, house)
    with also_as_job(Job.PLACES):
        segment = _held([segment])[0]
        nights = _left_of(segment, from_night)
        _check_bars(segment, house, nights, override)
        lock_sites([segment.site_id, house.pk])
        place = to_place if to_place else None
        found = _free(segment, house, place, nights)
        _cut(segment, from_night)
        moved = _stay(segment, found, nights, override)
    about = {"guest": segment.guest_id, "from": segment.place_id, "to": found.pk, "night": from_night}
    record("place.move", by=by, now=now, subject=moved, partnership=segment.partnership_id, refers_to=about)
    return moved


@transaction.atomic
def swap(one: Segment, other: Segment, *, from_night: date, by: Viewer, now: datetime) -> tuple[Segment, Segment]:
    """Two guests have each other's places from a night on, as long as each has nights left. In the same pool."""
    check_may_move(by, one, other.site)
    check_may_move(by, other, one.site)
    if one.pk == other.pk or one.partnership_id != other.partnership_id or one.pool != other.pool:
        raise ValidationError(_("Välj två gäster med plats av samma slag."))
    with also_as_job(Job.PLACES):
        one, other = _held([one, other])
        ones, others = _left_of(one, from_night), _left_of(other, from_night)
        _check_bars(one, other.site, ones, None)
        _check_bars(other, one.site, others, None)
        lock_sites([one.site_id, other.site_id])
        _cut(one, from_night)
        _cut(other, from_night)
        _check_free(one, other.place, ones)
        _check_free(other, one.place, others)
        moved = (_stay(one, other.place, ones, None), _stay(other, one.place, others, None))
    about = {"one": one.guest_id, "other": other.guest_id, "night": from_night}
    record("place.swap", by=by, now=now, subject=moved[0], partnership=one.partnership_id, refers_to=about)
    return moved


def check_may_move(by: Viewer, segment: Segment, house: Site) -> None:
    inside = runs(by, segment) and house.pk == segment.site_id
    if not (inside or is_coordinator(by, segment.partnership_id, segment.kept_by)):
        raise PermissionDenied("Only the coordination moves guests between sites.")


def lock_sites(sites: Collection[UUID]) -> None:
    """In the order of their ids, so that nobody waits for another crosswise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT beds_lock(id) FROM unnest(%s::uuid[]) id ORDER BY id", [sorted(set(sites))])


def _held(segments: list[Segment]) -> list[Segment]:
    """As they are now, with the guests' rows locked and then the stays, each in the order of their ids."""
    hold_guests(each.guest_id for each in segments)
    hold_stays(Segment.objects.filter(pk__in=[each.pk for each in segments]))
    rows = Segment.objects.select_related("site", "place").in_bulk([each.pk for each in segments])
    return [rows[each.pk] for each in segments]


def _left_of(segment: Segment, from_night: date) -> PgRange:
    if segment.guest_id is None or segment.nights.isempty or from_night not in segment.nights:
        raise ValidationError(_("Gästen har inte den platsen den natten längre. Ladda om sidan för att se läget."))
    slept = Night.objects.filter(segment=segment, night__gte=from_night)
    if slept.exists():
        raise ValidationError(
            _("Gästen är inskriven natten %(night)s. Flytta från nästa natt, eller ångra ankomsten först.")
            % {"night": civil_date(from_night, "long")}
        )
    return PgRange(from_night, segment.nights.upper)


def _check_bars(segment: Segment, house: Site, nights: PgRange, override: Override | None) -> None:
    if override is not None:
        return
    assert segment.guest is not None
    head = segment.guest.merged_into_id or segment.guest.pk
    own = Guest.objects.filter(pk=head) | Guest.objects.filter(merged_into_id=head)
    bar = Bar.objects.filter(site=house, guest__in=own, nights__overlap=nights).order_by("-nights").first()
    if bar is not None:
        raise ValidationError(
            _("Gästen är avstängd från %(site)s till och med natten före %(day)s.")
            % {"site": house.name, "day": civil_date(bar.nights.upper, "long")},
            code="barred_here",
        )


def _free(segment: Segment, house: Site, place: Place | None, nights: PgRange) -> Place:
    wanted: dict[str, Any] = {
        "site": house.pk,
        "pool": segment.pool,
        "nights": f"[{nights.lower},{nights.upper})",
        "place": place.pk if place else None,
        "from": segment.place_id,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FREE, wanted)
        row = cursor.fetchone()
    if row is None:
        raise ValidationError(
            _("%(site)s har ingen ledig plats av samma slag till och med gästens sista natt.") % {"site": house.name},
            code="full",
        )
    return Place.objects.select_related("site").get(pk=row[0])


def _check_free(segment: Segment, place: Place, nights: PgRange) -> None:
    """The other guest's place, once both have been cut: someone else may have it later."""
    taken = Segment.objects.filter(place=place, nights__overlap=nights).exists()
    standing = place.standings.filter(pool=segment.pool, nights__contains=nights).exists()
    if taken or not standing or place.outages.filter(nights__overlap=nights).exists():
        raise ValidationError(
            _("Platserna kan inte bytas: plats %(place)s är inte ledig alla nätter som är kvar.")
            % {"place": place.label},
            code="full",
        )


def _cut(segment: Segment, from_night: date) -> None:
    before = segment.nights.lower
    segment.nights = PgRange(before, from_night) if before < from_night else PgRange(empty=True)
    segment.save(update_fields=["nights"])


def _stay(segment: Segment, place: Place, nights: PgRange, override: Override | None) -> Segment:
    return Segment.objects.create(
        partnership_id=segment.partnership_id,
        organisation_id=place.organisation_id,
        kept_by=segment.kept_by,
        entitlement_id=segment.entitlement_id,
        guest_id=segment.guest_id,
        sex=segment.sex,
        site_id=place.site_id,
        place=place,
        pool=segment.pool,
        nights=nights,
        override=override,
    )
