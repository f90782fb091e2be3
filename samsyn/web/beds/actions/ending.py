"""A stay that ends before its time: the guest leaves, does not come, or was given the place by mistake.

What is left of the quarantine is worked out by the rules, from the terms as they were when the place was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.known import said
from samsyn.web.beds.models import Block, Entitlement, Guest, Night, Segment, Site, Waiting
from samsyn.web.beds.permissions import check_may_coordinate, check_may_keep, check_may_work_at
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record

Ended = Entitlement.Ended

acts.register(
    {
        "place.leave": gettext_lazy("antecknade att en gäst lämnade sin plats i förtid"),
        "place.no_show": gettext_lazy("släppte en plats vars gäst inte kom"),
        "place.undo": gettext_lazy("tog tillbaka en plats som gavs av misstag"),
    }
)


@transaction.atomic
def leave_early(segment: Segment, on: date, *, by: Viewer, now: datetime) -> Segment:
    """`on` is the first night not slept. Done already with the same night, nothing happens."""
    check_may_work_at(by, segment)
    if end(segment, Ended.LEFT, on, by=by):
        _record("place.leave", segment, on, by, now)
    return _fresh(segment)


@transaction.atomic
def no_show(segment: Segment, night: date, *, by: Viewer, now: datetime) -> Segment:
    """The guest did not come: the place is free from this night on. Done already, nothing happens."""
    check_may_work_at(by, segment)
    noted = Night.objects.filter(segment=segment, night=night).first()
    if noted is not None and noted.state == Night.State.NO_SHOW:
        return _fresh(segment)
    check_sleeps(segment, night)
    if end(segment, Ended.NO_SHOW, night, by=by):
        Night.objects.create(
            **of_the_night(segment, night), state=Night.State.NO_SHOW, noted_by_id=by.person_id, noted_at=now
        )
        _record("place.no_show", segment, night, by, now)
    return _fresh(segment)


@transaction.atomic
def release(site: Site, night: date, *, by: Viewer, now: datetime) -> list[Segment]:
    """Every place at the site whose guest has not come by the latest hour goes to the line.

    ValidationError with the hour, or the rule that keeps the places all night, where none can be released.
    """
    scene = scene_of(site.partnership, night, by.day)
    check_may_keep(by, site, scene.body.id)
    coming = Segment.objects.filter(site=site, nights__contains=night, guest__isnull=False)
    late = list(coming.exclude(slept__night=night).order_by("place__rank", "place__label"))
    if not late:
        return []
    pools = {each.pool for each in late}
    hours = {pool: rules.latest_arrival(scene.agreement, pool, night, site.latest_arrival) for pool in pools}
    over = [each for each in late if (at := hours[each.pool].at) is not None and at.astimezone(UTC) <= now]
    if not over:
        first = min(hours.values(), key=lambda each: (each.at is None, each.at or now))
        raise ValidationError(said(first.reason.says, first.reason.clause), code="too_early")
    with also_as_job(Job.PLACES):
        hold_guests(each.guest_id for each in over)
    return [each for each in over if _let_go(each, night, by=by, now=now)]


def _let_go(segment: Segment, night: date, *, by: Viewer, now: datetime) -> bool:
    """False for who came in the same instant: the others' places are passed on all the same."""
    try:
        no_show(segment, night, by=by, now=now)
    except ValidationError:
        return False
    return True


@transaction.atomic
def undo_give(entitlement: Entitlement, *, by: Viewer, now: datetime, tonight: date) -> Entitlement:
    """Given by mistake, found the same evening: stay and quarantine are emptied. Undone already, nothing happens."""
    check_may_coordinate(by, entitlement.partnership_id, entitlement.kept_by)
    if entitlement.nights.lower < tonight or rules.given_for(entitlement.given_at) != tonight:
        raise ValidationError(
            _("En plats kan tas tillbaka bara samma kväll som den gavs. Avsluta vistelsen i stället.")
        )
    segment = entitlement.segments.order_by("pk").first()
    if segment is not None and end(segment, Ended.UNDONE, entitlement.nights.lower, by=by):
        _back_in_line(entitlement)
        _record("place.undo", segment, entitlement.nights.lower, by, now)
    entitlement.refresh_from_db()
    return entitlement


def _back_in_line(given: Entitlement) -> None:
    """Where the guest stood when the place was given."""
    stood = Waiting.objects.filter(guest=given.guest, night=given.nights.lower, state=Waiting.State.PLACED)
    stood.update(state=Waiting.State.WAITS)


def latest_hour(site: Site, pool: str, night: date, by: Viewer) -> rules.Latest:
    """The agreement's hour; where it has none the site's own, and where neither has one the place is kept all night."""
    agreement = scene_of(site.partnership, night, by.day).agreement
    return rules.latest_arrival(agreement, pool, night, site.latest_arrival)


def end(segment: Segment, how: str, on: date, *, by: Viewer) -> bool:
    """Cut the entitlement, its stays and its blocks. False where it had ended so already. No check of who may.

    What has ended once is ended no further, unless by a bar on an earlier night.
    """
    with also_as_job(Job.PLACES):
        given = _held(segment)
        if given.left_on is not None:
            if (given.ended, given.left_on) == (how, on):
                return False
            if how != Ended.BARRED or on >= given.left_on:
                raise ValidationError(_("Vistelsen är redan avslutad. Ladda om sidan för att se läget."))
        hold_stays(given.segments.all())
        _check_end(given, on)
        blocks = _blocks_left(given, how, on, by)
        given.left_on, given.ended = on, how
        given.save(update_fields=["left_on", "ended"])
        for each in given.segments.filter(nights__isempty=False).order_by("site_id", "pk"):
            each.nights = _before(each.nights, on)
            each.save(update_fields=["nights"])
        _cut(given, blocks)
        follow_last_night(given.guest)
    return True


def hold_guests(guests: Iterable[UUID | None]) -> None:
    """Their rows are locked in the order of their ids, so that no two acts wait for each other crosswise."""
    keys = sorted({each for each in guests if each})
    list(Guest.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk"))


def hold_stays(stays: QuerySet[Segment]) -> None:
    """Nobody is written in as arrived on them until the transaction ends. After the guests' rows."""
    list(stays.select_for_update(of=("self",), no_key=True).order_by("pk"))


def check_sleeps(segment: Segment, night: date) -> None:
    """ValidationError where the stay does not reach the night, as it is now."""
    nights = Segment.objects.filter(pk=segment.pk).values_list("nights", flat=True).get()
    if nights.isempty or night not in nights:
        raise ValidationError(_("Gästen har inte den platsen den natten längre. Ladda om sidan för att se läget."))


def of_the_night(segment: Segment, night: date) -> dict[str, object]:
    """What a row of a night takes from its stay."""
    copied = ("partnership_id", "organisation_id", "kept_by", "site_id", "pool", "sex")
    return {"segment": segment, "night": night, **{each: getattr(segment, each) for each in copied}}


def follow_last_night(guest: Guest | None) -> None:
    """The day of erasure follows the stays that are left, for every record of the person."""
    if guest is None:
        return
    head = guest.merged_into_id or guest.pk
    records = list(Guest.objects.filter(Q(pk=head) | Q(merged_into=head)).order_by("pk"))
    stays = Segment.objects.filter(guest__in=records, nights__isempty=False).values_list("nights", flat=True)
    last = [each.upper - timedelta(days=1) for each in stays]
    for each in records:
        each.last_night = max([each.made_on, *last])
        each.save(update_fields=["last_night"])


def given_again(row: Entitlement, by: Viewer) -> rules.Given:
    """As it was given: what is written stands, whatever the terms say today."""
    scene = scene_of(row.partnership, row.nights.lower, by.day)
    nights = DateRange(row.nights.lower, row.nights.upper)
    given = rules.entitlement(scene.agreement, row.pool, nights.start, rules.Kind(row.kind), life=scene.life)
    other = given.quarantine_scheme if given.scheme != given.quarantine_scheme else row.scheme
    return replace(
        given,
        nights=nights,
        quarantine_nights=row.quarantine_nights,
        scheme=row.scheme,
        quarantine_scheme=other if row.quarantine_nights else row.scheme,
    )


def _held(segment: Segment) -> Entitlement:
    """The entitlement, with the guest's row locked before it."""
    owner = segment.guest_id or Entitlement.objects.values_list("guest_id", flat=True).get(pk=segment.entitlement_id)
    guest = Guest.objects.filter(pk=owner).first()
    if guest is not None:
        Guest.objects.select_for_update(of=("self",), no_key=True).get(pk=guest.merged_into_id or guest.pk)
    return Entitlement.objects.select_for_update(of=("self",)).get(pk=segment.entitlement_id)


def _check_end(given: Entitlement, on: date) -> None:
    if on >= given.nights.upper:
        raise ValidationError(_("Platsen slutar av sig själv den morgonen. Det finns inget att avsluta i förtid."))
    if on < given.nights.lower:
        raise ValidationError(_("Vistelsen började senare. Välj en natt från och med den första."))
    came = Night.objects.filter(segment__entitlement=given, night__gte=on, state=Night.State.ARRIVED)
    if came.exists():
        raise ValidationError(
            _("Gästen är inskriven som kommen den natten. Ångra ankomsten först, eller välj nästa natt.")
        )


def _blocks_left(given: Entitlement, how: str, on: date, by: Viewer) -> Sequence[rules.Block]:
    if how == Ended.UNDONE:
        return ()
    return rules.closing(given_again(given, by), rules.Ended(rules.How(how), on)).blocks


def _cut(given: Entitlement, left: Sequence[rules.Block]) -> None:
    """A block begins where it began, or later after a merge, and ends where the rules now end it, never later.

    Of a quarantine in several parts each part is cut. One that was lifted stays lifted.
    """
    ends, rows = {each.scheme: each.nights for each in left}, list(given.blocks.filter(nights__isempty=False))
    for row in rows:
        now = ends.get(row.scheme)
        start = max(row.nights.lower, now.start) if now else row.nights.lower
        last = min(row.nights.upper, now.end) if now else start
        row.nights = PgRange(start, last) if start < last else PgRange(empty=True)
        row.save(update_fields=["nights"])
    for scheme in ends.keys() - {each.scheme for each in rows}:
        nights = ends[scheme]
        whole = PgRange(nights.start, nights.end)
        if not Block.objects.filter(guest=given.guest, scheme=scheme, nights__overlap=whole).exists():
            Block.objects.create(
                entitlement=given,
                partnership_id=given.partnership_id,
                kept_by=given.kept_by,
                guest_id=given.guest_id,
                scheme=scheme,
                nights=whole,
            )


def _before(nights: Any, on: date) -> PgRange:
    return PgRange(nights.lower, min(nights.upper, on)) if nights.lower < on else PgRange(empty=True)


def _fresh(segment: Segment) -> Segment:
    segment.refresh_from_db()
    return segment


def _record(name: str, segment: Segment, on: date, by: Viewer, now: datetime) -> None:
    about = {"guest": segment.guest_id, "site": segment.site_id, "night": on}
    record(name, by=by, now=now, subject=segment, partnership=segment.partnership_id, refers_to=about)
