"""Sites: a house is opened, changed, closed."""

from __future__ import annotations

from datetime import date, datetime, time

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.places import tonight
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.beds.actions.move import lock_sites
from samsyn.web.beds.models import Segment, Site, Standing
from samsyn.web.beds.permissions import check_may_keep, is_coordinator, may_open_site
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.ui.formats import civil_date

acts.register(
    {
        "site.open": gettext_lazy("lade till ett nattställe"),
        "site.change": gettext_lazy("ändrade uppgifterna om ett nattställe"),
        "site.close": gettext_lazy("stängde ett nattställe"),
    }
)


@transaction.atomic
def open_site(
    partnership: Partnership,
    *,
    organisation: Organisation,
    key: str = "",
    name: str,
    address: str,
    phone: str = "",
    opens: time,
    latest_arrival: time | None = None,
    out_by: time,
    by: Viewer,
    now: datetime,
) -> Site:
    """`organisation` is the party that runs it. Opened twice in the same words it is the one there is."""
    site = Site(
        partnership=partnership,
        organisation=organisation,
        key=key,
        name=name.strip(),
        address=address.strip(),
        phone=phone.strip(),
        opens=opens,
        latest_arrival=latest_arrival,
        out_by=out_by,
    )
    scene = scene_of(partnership, by.day or now.date())
    check_may_keep(by, site, scene.body.id)
    parties = {key for key, each in parties_of(partnership).items() if each.organisation_id == organisation.pk}
    if not parties:
        raise ValidationError({"organisation": _("Välj en av parterna i överenskommelsen.")})
    if not may_open_site(by, scene.agreement, parties, coordinates=is_coordinator(by, partnership, scene.body.id)):
        raise PermissionDenied("Only a party that the agreement lets run night places, or the coordination.")
    said = {"name": site.name, "address": site.address, "phone": site.phone, "opens": opens, "out_by": out_by}
    there = Site.objects.filter(partnership=partnership, organisation=organisation, closed_on=None, **said).first()
    if there is not None:
        return there
    site.clean_fields(exclude=["closed_on", "phone", "key", "latest_arrival"])
    with also_as_job(Job.PLACES), refusals_of(Site):
        _check_name(site)
        site.save(force_insert=True)
    _record("site.open", site, by, now)
    return site


@transaction.atomic
def change_site(
    site: Site,
    *,
    name: str,
    address: str,
    phone: str = "",
    opens: time,
    latest_arrival: time | None = None,
    out_by: time,
    by: Viewer,
    now: datetime,
) -> Site:
    check_may_keep(by, site, scene_of(site.partnership, by.day or now.date()).body.id)
    said = {"name": name.strip(), "address": address.strip(), "phone": phone.strip()}
    said |= {"opens": opens, "latest_arrival": latest_arrival, "out_by": out_by}  # type: ignore[dict-item]
    if all(getattr(site, field) == value for field, value in said.items()):
        return site
    for field, value in said.items():
        setattr(site, field, value)
    site.clean_fields(exclude=["closed_on", "phone", "key", "latest_arrival"])
    with also_as_job(Job.PLACES), refusals_of(Site):
        _check_name(site)
        site.save(update_fields=list(said))
    _record("site.change", site, by, now)
    return site


@transaction.atomic
def close_site(site: Site, on: date, *, by: Viewer, now: datetime) -> Site:
    """`on` is the first night on which it is no more. ValidationError while someone has a place there that night.

    Closed already from that night, nothing happens.
    """
    check_may_keep(by, site, scene_of(site.partnership, by.day or now.date()).body.id)
    if on < tonight(now):
        raise ValidationError({"on": _("Välj en natt från och med i natt.")})
    with also_as_job(Job.PLACES):
        lock_sites([site.pk])
        site = Site.objects.get(pk=site.pk)
        if site.closed_on == on:
            return site
        _check_may_close(site, on)
        for each in Standing.objects.filter(site=site, nights__contains=on, nights__startswith__lt=on):
            each.nights = PgRange(each.nights.lower, on)
            each.save(update_fields=["nights"])
        Standing.objects.filter(site=site, nights__startswith__gte=on).delete()
        site.closed_on = on
        site.save(update_fields=["closed_on"])
    _record("site.close", site, by, now)
    return site


def _check_may_close(site: Site, on: date) -> None:
    if site.closed_on is not None and site.closed_on < on:
        says = _("Nattstället är stängt från natten %(night)s. Det kan inte öppnas igen, lägg till ett nytt.")
        raise ValidationError({"on": says % {"night": civil_date(site.closed_on, "long")}})
    last = Segment.objects.filter(site=site, nights__endswith__gt=on).order_by("-nights__endswith").first()
    if last is not None:
        says = _("Någon har en plats här till natten %(night)s. Flytta gästerna först, eller stäng från den natten.")
        raise ValidationError({"on": says % {"night": civil_date(last.nights.upper, "long")}})


def _check_name(site: Site) -> None:
    """Every house has a name of its own, also those that are closed: the history speaks of them."""
    if Site.objects.filter(partnership_id=site.partnership_id, name=site.name).exclude(pk=site.pk).exists():
        raise ValidationError({"name": _("Ett nattställe heter redan så, eller hette så. Välj ett annat namn.")})


def _record(name: str, site: Site, by: Viewer, now: datetime) -> None:
    record(name, by=by, now=now, subject=site, partnership=site.partnership_id, shared=True)
