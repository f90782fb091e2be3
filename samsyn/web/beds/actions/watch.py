"""What the night watch writes down: the log, calls to the social emergency service, threats, what others arrange."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import EmergencyContact, Incident, Initiative, Note, Site
from samsyn.web.beds.permissions import check_may_coordinate, check_may_keep
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns

Written = TypeVar("Written", Note, EmergencyContact, Incident)
_ONE_PRESS = timedelta(seconds=10)

acts.register(
    {
        "watch.write_note": gettext_lazy("skrev i nattens logg"),
        "watch.note_emergency_contact": gettext_lazy("skrev in en kontakt med socialjouren"),
        "watch.note_incident": gettext_lazy("skrev in ett hot eller våld"),
        "watch.add_initiative": gettext_lazy("skrev in ett ideellt lokalt initiativ"),
    }
)


@transaction.atomic
def write_note(site: Site, says: str, *, kept_by: str, night: date, by: Viewer, now: datetime) -> Note:
    """A line in the site's log of a night. About the house: who sleeps there is never named in it."""
    check_may_keep(by, site, kept_by)
    if not says.strip():
        raise ValidationError({"says": _("Skriv vad som hände, i en mening.")})
    same = {"site": site, "night": night, "says": says.strip()}
    if (there := _pressed_twice(Note, "written", by, now, same)) is not None:
        return there
    note = Note.objects.create(
        partnership_id=site.partnership_id,
        organisation_id=site.organisation_id,
        kept_by=kept_by,
        site=site,
        night=night,
        says=says.strip(),
        written_by_id=by.person_id,
        written_at=now,
    )
    record(
        "watch.write_note", by=by, now=now, subject=note, partnership=site.partnership_id, refers_to={"night": night}
    )
    return note


@transaction.atomic
def note_emergency_contact(
    partnership: Partnership,
    about: str,
    *,
    kept_by: str,
    night: date,
    site: Site | None = None,
    by: Viewer,
    now: datetime,
) -> EmergencyContact:
    """That the social emergency service was called, and about what sort of thing; never about whom."""
    _check_may_note(partnership, site, kept_by, by=by)
    if about not in EmergencyContact.About.values:
        raise ValidationError({"about": _("Välj vad samtalet gällde.")})
    same = {"partnership": partnership, "site": site, "night": night, "about": about}
    if (there := _pressed_twice(EmergencyContact, "noted", by, now, same)) is not None:
        return there
    called = EmergencyContact.objects.create(
        partnership=partnership,
        organisation_id=site.organisation_id if site else by.organisation_id,
        kept_by=kept_by,
        site=site,
        night=night,
        about=about,
        noted_by_id=by.person_id,
        noted_at=now,
    )
    record(
        "watch.note_emergency_contact",
        by=by,
        now=now,
        subject=called,
        partnership=partnership,
        refers_to={"night": night, "site": site.pk if site else None},
    )
    return called


@transaction.atomic
def note_incident(
    partnership: Partnership,
    kind: str,
    *,
    police_called: bool,
    kept_by: str,
    night: date,
    today: date,
    site: Site | None = None,
    by: Viewer,
    now: datetime,
) -> Incident:
    """Threat or violence: the basic record, and word to everyone who sits in the coordination."""
    _check_may_note(partnership, site, kept_by, by=by)
    if kind not in Incident.Kind.values:
        raise ValidationError({"kind": _("Välj om det var hot eller våld.")})
    same = {"partnership": partnership, "site": site, "night": night, "kind": kind, "police_called": police_called}
    if (there := _pressed_twice(Incident, "noted", by, now, same)) is not None:
        return there
    incident = Incident.objects.create(
        partnership=partnership,
        organisation_id=site.organisation_id if site else by.organisation_id,
        kept_by=kept_by,
        site=site,
        night=night,
        kind=kind,
        police_called=police_called,
        noted_by_id=by.person_id,
        noted_at=now,
    )
    if _told(incident, partnership, kept_by, by=by, now=now, today=today):
        incident.coordination_told_at = now
        incident.save(update_fields=["coordination_told_at"])
    record(
        "watch.note_incident",
        by=by,
        now=now,
        subject=incident,
        partnership=partnership,
        refers_to={"night": night, "site": site.pk if site else None, "police": int(police_called)},
    )
    return incident


def _pressed_twice(
    model: type[Written], how: str, by: Viewer, now: datetime, same: Mapping[str, object]
) -> Written | None:
    """The same row by the same person seconds ago: one press, sent twice. Two such things in a minute are two."""
    take_turns(f"beds_watch/{by.person_id}")
    when = {f"{how}_by_id": by.person_id, f"{how}_at__gt": now - _ONE_PRESS, f"{how}_at__lte": now}
    return model._default_manager.filter(**same, **when).first()


def _check_may_note(partnership: Partnership, site: Site | None, kept_by: str, *, by: Viewer) -> None:
    """At a site whoever works there; without one, at the intake, who sits in the coordination."""
    if site is None:
        check_may_coordinate(by, partnership, kept_by)
    else:
        check_may_keep(by, site, kept_by)


def _told(
    incident: Incident, partnership: Partnership, kept_by: str, *, by: Viewer, now: datetime, today: date
) -> bool:
    """The letter says where to read, not what happened: it passes through mailboxes that are not ours."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_seated

    receivers = receivers_seated(partnership, kept_by, today)
    path = f"partnerships/{partnership.slug}/"
    path += f"tonight/{incident.site_id}/" if incident.site_id else "overview/"
    tell(
        receivers,
        kind="news",
        about=f"incident/{incident.pk}",
        partnership=partnership,
        says=_("En särskild händelse är inskriven i natt. Läs i Samsyn var det gäller, och ring dit."),
        path=path,
        by=by,
        now=now,
    )
    return bool(receivers)


@transaction.atomic
def add_initiative(
    partnership: Partnership,
    name: str,
    *,
    night: date,
    places: int,
    contact: str = "",
    kept_by: str,
    by: Viewer,
    now: datetime,
) -> Initiative:
    """Others who take in people a night, which the coordination coordinates. Entered once a night by name."""
    check_may_coordinate(by, partnership, kept_by)
    initiative = Initiative(
        partnership=partnership,
        organisation_id=by.organisation_id,
        kept_by=kept_by,
        name=name.strip(),
        night=night,
        places=places,
        contact=contact.strip(),
    )
    if Initiative.objects.filter(partnership=partnership, night=night, name=initiative.name).exists():
        raise ValidationError({"name": _("Initiativet är redan inskrivet den natten.")})
    with refusals_of(Initiative):
        initiative.save(force_insert=True)
    record(
        "watch.add_initiative",
        by=by,
        now=now,
        subject=initiative,
        partnership=partnership,
        refers_to={"night": night, "places": places},
        shared=True,
    )
    return initiative
