"""A stay that ends before its time: the guest leaves, does not come, or was given the place by mistake.

What is left of the quarantine is worked out by the rules, from the terms as they were when the place was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.known import said
from samsyn.web.beds.models import Block, Entitlement, Guest, Night, Segment, Site
from samsyn.web.beds.permissions import check_may_coordinate, check_may_work_at
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.clock import SWEDEN

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
    coming = Segment.objects.filter(site=site, nights__contains=night, guest__isnull=False)
    late = list(coming.exclude(slept__night=night).order_by("place__rank", "place__label"))
    if not late:
        return []
    check_may_work_at(by, late[0])
    hours = {each.pool: latest_hour(site, each.pool, night, by) for each in late}
    over = [each for each in late if (at := hours[each.pool].at) is not None and at <= now]
    if not over:
        first = min(hours.values(), key=lambda each: (each.at is None, each.at or now))
        raise ValidationError(said(first.reason.says, first.reason.clause), code="too_early")
    return [no_show(each, night, by=by, now=now) for each in over]


@transaction.atomic
def undo_give(entitlement: Entitlement, *, by: Viewer, now: datetime, tonight: date) -> Entitlement:
    """Given by mistake, found the same evening: stay and quarantine are emptied. Undone already, nothing happens."""
    check_may_coordinate(by, entitlement.partnership_id, entitlement.kept_by)
    if entitlement.nights.lower < tonight or rules.tonight(entitlement.given_at) != tonight:
        raise ValidationError(
            _("En plats kan tas tillbaka bara samma kväll som den gavs. Avsluta vistelsen i stället.")
        )
    segment = entitlement.segments.order_by("pk").first()
    if segment is not None and end(segment, Ended.UNDONE, entitlement.nights.lower, by=by):
        _record("place.undo", segment, entitlement.nights.lower, by, now)
    entitlement.refresh_from_db()
    return entitlement


def latest_hour(site: Site, pool: str, night: date, by: Viewer) -> rules.Latest:
    """The agreement's hour; where it has none the site's own, and where neither has one the place is kept all night."""
    latest = rules.latest_arrival(scene_of(site.partnership, night, by.day).agreement, pool, night)
    if latest.at is not None or site.latest_arrival is None:
        return latest
    day = night if site.latest_arrival >= time(12) else night + timedelta(days=1)
    at = datetime.combine(day, site.latest_arrival, SWEDEN)
    says = _("Kom senast %(time)s, säger %(site)s. Sedan går platsen till nästa i kön.")
    told = says % {"time": f"{at:%H.%M}", "site": site.name}
    return rules.Latest(at, replace(latest.reason, says=told, clause="", assumptions=()))


def end(segment: Segment, how: str, on: date, *, by: Viewer) -> bool:
    """Cut the entitlement, its stays and its blocks. False where it had ended so already. No check of who may."""
    with also_as_job(Job.PLACES):
        given = _held(segment)
        if given.left_on is not None:
            if (given.ended, given.left_on) == (how, on):
                return False
            raise ValidationError(_("Vistelsen är redan avslutad. Ladda om sidan för att se läget."))
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
    """A block begins where it began, or later after a merge, and ends where the rules now end it."""
    ends = {each.scheme: each.nights for each in left}
    for row in given.blocks.filter(nights__isempty=False):
        now = ends.pop(row.scheme, None)
        start = max(row.nights.lower, now.start) if now else row.nights.lower
        row.nights = PgRange(start, now.end) if now and start < now.end else PgRange(empty=True)
        row.save(update_fields=["nights"])
    for scheme, nights in ends.items():
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
