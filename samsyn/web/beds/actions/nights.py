"""What happens in a night: a guest comes, has not come after all, goes in the morning."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.places import tonight
from samsyn.rules.places.nights import in_sweden
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.ending import check_sleeps, of_the_night
from samsyn.web.beds.models import Night, Segment, Site
from samsyn.web.beds.permissions import check_may_work_at
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register(
    {
        "night.arrive": gettext_lazy("skrev in att en gäst hade kommit"),
        "night.undo": gettext_lazy("ångrade att en gäst hade kommit"),
        "night.check_out": gettext_lazy("skrev ut en gäst på morgonen"),
        "night.undo_out": gettext_lazy("ångrade att en gäst hade gått"),
    }
)


@transaction.atomic
def arrive(segment: Segment, night: date, on_paper: bool = False, *, by: Viewer, now: datetime) -> Night:
    """The guest has come. Pressed again nothing happens. `on_paper`: entered afterwards from the printed list."""
    check_may_work_at(by, segment)
    Segment.objects.select_for_update(of=("self",), no_key=True).get(pk=segment.pk)
    there = Night.objects.filter(segment=segment, night=night, state=Night.State.ARRIVED).first()
    if there is not None:
        return there
    if night > tonight(now):
        raise ValidationError(_("Den natten har inte börjat. En gäst skrivs in den kväll som den kommer."))
    check_sleeps(segment, night)
    noted = Night.objects.create(
        **of_the_night(segment, night),
        state=Night.State.ARRIVED,
        noted_by_id=by.person_id,
        noted_at=now,
        on_paper=on_paper,
    )
    _record("night.arrive", noted, by, now)
    return noted


@transaction.atomic
def undo_arrival(segment: Segment, night: date, *, by: Viewer, now: datetime) -> None:
    """Written by mistake: the guest is expected again. Who has gone out in the morning has slept here."""
    check_may_work_at(by, segment)
    noted = Night.objects.select_for_update(of=("self",)).filter(segment=segment, night=night).first()
    if noted is None or noted.state != Night.State.ARRIVED:
        return
    if noted.out_at is not None:
        raise ValidationError(_("Gästen har redan gått på morgonen och har alltså sovit här."))
    with also_as_job(Job.PLACES):
        Night.objects.filter(pk=noted.pk).delete()
    _record("night.undo", noted, by, now)


@transaction.atomic
def check_out(noted: Night, *, by: Viewer, now: datetime) -> Night:
    """Gone in the morning. Pressed again nothing happens."""
    check_may_work_at(by, noted)
    noted = Night.objects.select_for_update(of=("self",)).get(pk=noted.pk)
    if noted.out_at is not None:
        return noted
    if noted.state != Night.State.ARRIVED:
        raise ValidationError(_("Gästen kom aldrig den natten och kan inte skrivas ut."))
    if in_sweden(now).date() <= noted.night:
        raise ValidationError(_("Natten har inte varit än. Gästen skrivs ut på morgonen."))
    noted.out_at = now
    noted.save(update_fields=["out_at"])
    _record("night.check_out", noted, by, now)
    return noted


@transaction.atomic
def check_out_all(site: Site, night: date, *, by: Viewer, now: datetime) -> int:
    """Everyone who is still in the house has gone. How many it was. Each by `check_out`, which says who may."""
    still = Night.objects.filter(site=site, night=night, state=Night.State.ARRIVED, out_at=None)
    return len([check_out(each, by=by, now=now) for each in still.order_by("pk")])


@transaction.atomic
def undo_check_out(noted: Night, *, by: Viewer, now: datetime) -> Night:
    """Written by mistake: the guest is still in the house. Only while it is the morning of that night."""
    check_may_work_at(by, noted)
    noted = Night.objects.select_for_update(of=("self",)).get(pk=noted.pk)
    if noted.out_at is None:
        return noted
    if tonight(now) != noted.night:
        raise ValidationError(_("Natten är slut. Att gästen har gått kan ångras till klockan 12 samma dag."))
    noted.out_at = None
    noted.save(update_fields=["out_at"])
    _record("night.undo_out", noted, by, now)
    return noted


def _record(name: str, noted: Night, by: Viewer, now: datetime) -> None:
    about = {"segment": noted.segment_id, "site": noted.site_id, "night": noted.night}
    record(name, by=by, now=now, partnership=noted.partnership_id, refers_to=about)
