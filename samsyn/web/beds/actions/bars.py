"""Bars: a site keeps a guest away for certain nights, with a reason; the guest can appeal; it ends by itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.places import tonight
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.ending import Ended, end
from samsyn.web.beds.models import Bar, Guest, Night, Segment, Site
from samsyn.web.beds.permissions import check_may_keep, check_may_work_at
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "bar.make": gettext_lazy("stängde av en gäst från ett nattställe"),
        "bar.appeal": gettext_lazy("tog emot en överklagan av en avstängning"),
        "bar.answer": gettext_lazy("svarade på en överklagan av en avstängning"),
    }
)


@transaction.atomic
def bar(guest: Guest, site: Site, nights: DateRange, reason: str, *, by: Viewer, now: datetime) -> Bar:
    """A stay at the site on one of the nights ends with it. Same site, guest and nights again: the one there is."""
    scene = scene_of(site.partnership, nights.start, by.day)
    check_may_keep(by, site, scene.body.id)
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför gästen stängs av, så att gästen kan överklaga.")})
    with also_as_job(Job.PLACES):
        head = Guest.objects.get(pk=guest.merged_into_id or guest.pk)
        Guest.objects.select_for_update(of=("self",), no_key=True).get(pk=head.pk)
        whole = PgRange(nights.start, nights.end)
        there = Bar.objects.filter(site=site, guest=head, nights=whole).first()
        if there is not None:
            return there
        with refusals_of(Bar):
            made = Bar.objects.create(
                partnership_id=site.partnership_id,
                organisation_id=site.organisation_id,
                kept_by=scene.body.id,
                site=site,
                guest=head,
                nights=whole,
                reason=reason.strip(),
                decided_by_id=by.person_id,
                decided_at=now,
            )
        _end_stays(head, site, whole, by, now)
    about = {"guest": head.pk, "site": site.pk, "from": nights.start, "until": nights.end}
    record("bar.make", by=by, now=now, subject=made, partnership=made.partnership_id, refers_to=about)
    return made


@transaction.atomic
def appeal(barred: Bar, *, on: date, by: Viewer, now: datetime) -> Bar:
    """The guest has appealed. Written once; again nothing happens."""
    check_may_work_at(by, barred)
    barred = Bar.objects.select_for_update(of=("self",)).get(pk=barred.pk)
    if barred.appealed_on is not None:
        return barred
    barred.appealed_on = on
    barred.save(update_fields=["appealed_on"])
    about = {"guest": barred.guest_id, "site": barred.site_id}
    record("bar.appeal", by=by, now=now, subject=barred, partnership=barred.partnership_id, refers_to=about)
    return barred


@transaction.atomic
def answer_appeal(barred: Bar, words: str, *, until: date | None = None, on: date, by: Viewer, now: datetime) -> Bar:
    """`until`: the first night on which the guest is welcome again, sooner than before; None: the bar stands."""
    check_may_work_at(by, barred)
    barred = Bar.objects.select_for_update(of=("self",)).get(pk=barred.pk)
    if barred.answered_on is not None:
        raise ValidationError(_("Överklagan är redan besvarad. Ladda om sidan för att se svaret."))
    if barred.appealed_on is None:
        raise ValidationError(_("Ingen har överklagat avstängningen. Skriv in överklagan först."))
    if not words.strip():
        raise ValidationError({"words": _("Skriv svaret till gästen.")})
    if until is not None:
        barred.nights = _shorter(barred, until)
    barred.appeal_answer, barred.answered_on = words.strip(), on
    barred.save(update_fields=["nights", "appeal_answer", "answered_on"])
    about = {"guest": barred.guest_id, "site": barred.site_id, "until": until}
    record("bar.answer", by=by, now=now, subject=barred, partnership=barred.partnership_id, refers_to=about)
    return barred


def _shorter(barred: Bar, until: date) -> PgRange:
    if until >= barred.nights.upper:
        raise ValidationError(
            {"until": _("Välj en tidigare dag än den som avstängningen slutar. Den kan bara kortas.")}
        )
    return PgRange(barred.nights.lower, until) if until > barred.nights.lower else PgRange(empty=True)


def _end_stays(guest: Guest, site: Site, nights: Any, by: Viewer, now: datetime) -> None:
    """From the first of the nights, or the one after a night on which the guest has come already."""
    coming: Any = PgRange(max(nights.lower, tonight(now)), nights.upper) if nights.upper > tonight(now) else None
    if coming is None:
        return
    for stay in Segment.objects.filter(site=site, guest=guest, nights__overlap=coming).order_by("pk"):
        first = max(coming.lower, stay.nights.lower)
        came = (
            Night.objects.filter(segment=stay, night__gte=first, state=Night.State.ARRIVED).order_by("-night").first()
        )
        on = date.fromordinal(came.night.toordinal() + 1) if came else first
        if on < (stay.entitlement.left_on or stay.entitlement.nights.upper):
            end(stay, Ended.BARRED, on, by=by)
