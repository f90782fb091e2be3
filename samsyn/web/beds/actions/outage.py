"""Places that cannot be used for some nights: a broken bed, a leak. Never a person."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.move import lock_sites
from samsyn.web.beds.models import Outage, Place, Segment
from samsyn.web.beds.permissions import check_may_keep
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "outage.begin": gettext_lazy("tog en nattplats ur bruk"),
        "outage.end": gettext_lazy("tog en nattplats i bruk igen"),
    }
)


@transaction.atomic
def take_out_of_order(
    place: Place, *, from_night: date, until: date | None = None, because: str, by: Viewer, now: datetime
) -> Outage:
    """`until`: the first night on which it can be used again; None: until someone says so."""
    check_may_keep(by, place, scene_of(place.partnership, from_night, by.day).body.id)
    if not because.strip():
        raise ValidationError({"because": _("Skriv vad som är fel, till exempel «trasig säng».")})
    if until is not None and until <= from_night:
        raise ValidationError({"until": _("Välj en dag efter den första natten.")})
    nights = PgRange(from_night, until)
    with also_as_job(Job.PLACES):
        lock_sites([place.site_id])
        there = Outage.objects.filter(place=place, nights=nights).first()
        if there is not None:
            return there
        if Segment.objects.filter(place=place, nights__overlap=nights).exists():
            raise ValidationError(
                _("Någon har plats %(place)s en av nätterna. Flytta gästen först.") % {"place": place}
            )
        with refusals_of(Outage):
            made = Outage.objects.create(
                partnership_id=place.partnership_id,
                organisation_id=place.organisation_id,
                place=place,
                nights=nights,
                because=because.strip(),
            )
    _record("outage.begin", made, from_night, by, now)
    return made


@transaction.atomic
def back_in_order(outage: Outage, from_night: date, *, by: Viewer, now: datetime) -> None:
    """The place can be used from a night on. Already so, nothing happens."""
    check_may_keep(by, outage, scene_of(outage.partnership, from_night, by.day).body.id)
    with also_as_job(Job.PLACES):
        row = Outage.objects.select_for_update(of=("self",)).filter(pk=outage.pk).first()
        if row is None or (row.nights.upper is not None and row.nights.upper <= from_night):
            return
        if from_night <= row.nights.lower:
            row.delete()
        else:
            row.nights = PgRange(row.nights.lower, from_night)
            row.save(update_fields=["nights"])
    _record("outage.end", outage, from_night, by, now)


def _record(name: str, outage: Outage, night: date, by: Viewer, now: datetime) -> None:
    about = {"place": outage.place_id, "night": night}
    record(name, by=by, now=now, partnership=outage.partnership_id, refers_to=about, shared=True)
