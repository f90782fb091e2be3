"""What a calendar address shows: the acting organisation's own days, neutral unless its owner has chosen names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext

from samsyn.exchange.calendar import AllDay, Timed, calendar_document, uid_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import is_latest
from samsyn.web.obligations.models import FeedKey, Obligation
from samsyn.web.obligations.presenters.calendars import Wanted, further
from samsyn.web.obligations.queries import changed_at, told_at

BACK = timedelta(days=31)
AHEAD = timedelta(days=548)
AT_MOST = 3000
"""Calendar programs read the whole document each time. The soonest are kept."""


def calendar_of(viewer: Viewer, key: FeedKey, today: date, site: str) -> bytes:
    """`site` is the front door: a neutral event leads there and no further."""
    found = Obligation.objects.visible_to(viewer).standing().owed_by_organisation(viewer)
    found = found.between(today - BACK, today + AHEAD).dated().prefetch_related("partnership")[:AT_MOST]
    shown = list(found)
    changed, told = changed_at({each.partnership_id for each in shown}), told_at(each.pk for each in shown)
    duties = [
        _event(each, key, _latest(changed[each.partnership_id], told.get(each.pk)), viewer, site)
        for each in shown
        if each.due
    ]
    name = f"Samsyn – {viewer.organisation_name}" if key.named else "Samsyn"
    wanted = Wanted(today - BACK, today + AHEAD, key.named, key.titled_at, site, AT_MOST)
    return calendar_document([*duties, *_meetings(viewer, key, today, site), *further(viewer, wanted)], name=name)


def _meetings(viewer: Viewer, key: FeedKey, today: date, site: str) -> list[Timed]:
    # Meetings lie downstream of obligations; the calendar of a person is one.
    from samsyn.web.meetings.presenters.feed import timed
    from samsyn.web.meetings.queries import in_calendar_of

    first, until = (datetime.combine(today + step, time(), UTC) for step in (-BACK, AHEAD))
    found = in_calendar_of(viewer, first, until)[:AT_MOST]
    return [timed(each, viewer, site, named=key.named, titled_at=key.titled_at) for each in found]


def _latest(terms: tuple[datetime, int], evidence: tuple[datetime, int] | None) -> tuple[datetime, int]:
    """When it last changed, and a number that grows each time: by its terms or by what has been shown."""
    return (max(terms[0], evidence[0]), terms[1] + evidence[1]) if evidence else terms


def _event(each: Obligation, key: FeedKey, changed: tuple[datetime, int], viewer: Viewer, site: str) -> AllDay:
    registered, version = changed
    title, description, url = _named(each, viewer, site) if key.named else _neutral(each, site)
    return AllDay(
        uid=uid_of(each.partnership_id, each.term, each.occurrence),
        day=each.due or date.max,
        title=title,
        changed=max(registered, key.titled_at),
        description=description,
        url=url,
        revision=version,
    )


def _neutral(each: Obligation, site: str) -> tuple[str, str, str]:
    """Says nothing about whom it concerns or what it is: a calendar is often seen by more people than its owner."""
    if each.met_on or each.waived_on:
        return gettext("Gjort: åtagande enligt överenskommelse, se Samsyn"), gettext("Inget mer behöver göras."), site
    text = gettext("Logga in i Samsyn för att se vad som ska göras.")
    return gettext("Senast: åtagande enligt överenskommelse, se Samsyn"), text, site


def _named(each: Obligation, viewer: Viewer, site: str) -> tuple[str, str, str]:
    where = f"as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}/obligations/{each.pk}/"
    text = gettext("%(partnership)s, punkt %(clause)s") % {"partnership": each.partnership.name, "clause": each.clause}
    return _title(each) % {"what": each.says}, text, f"{site}{where}"


def _title(each: Obligation) -> str:
    if each.waived_on:
        return gettext("Avstått: %(what)s")
    if each.met_on:
        return gettext("Gjort: %(what)s")
    return gettext("Senast: %(what)s") if is_latest(each.kind) else "%(what)s"
