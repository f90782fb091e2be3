"""What a calendar address shows: the acting organisation's own days, neutral unless its owner has chosen names."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext

from samsyn.exchange.calendar import AllDay, calendar_document, uid_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import is_latest
from samsyn.web.obligations.models import FeedKey, Obligation
from samsyn.web.obligations.queries import changed_at

BACK = timedelta(days=31)
AHEAD = timedelta(days=548)
AT_MOST = 3000
"""Calendar programs read the whole document each time. The soonest are kept."""


def calendar_of(viewer: Viewer, key: FeedKey, today: date, site: str) -> bytes:
    """`site` is the front door: a neutral event leads there and no further."""
    found = Obligation.objects.visible_to(viewer).standing().owed_by_organisation(viewer)
    found = found.between(today - BACK, today + AHEAD).dated().prefetch_related("partnership")[:AT_MOST]
    shown = list(found)
    changed = changed_at({each.partnership_id for each in shown})
    events = [_event(each, key, changed[each.partnership_id], viewer, site) for each in shown if each.due]
    name = f"Samsyn – {viewer.organisation_name}" if key.named else "Samsyn"
    return calendar_document(events, name=name)


def _event(each: Obligation, key: FeedKey, changed: tuple[datetime, int], viewer: Viewer, site: str) -> AllDay:
    registered, version = changed
    title, description, url = _named(each, viewer, site) if key.named else _neutral(site)
    return AllDay(
        uid=uid_of(each.partnership_id, each.term, each.occurrence),
        day=each.due or date.max,
        title=title,
        changed=max(registered, key.titled_at),
        description=description,
        url=url,
        revision=version,
    )


def _neutral(site: str) -> tuple[str, str, str]:
    """Says nothing about whom it concerns or what it is: a calendar is often seen by more people than its owner."""
    text = gettext("Logga in i Samsyn för att se vad som ska göras.")
    return gettext("Senast: åtagande enligt överenskommelse, se Samsyn"), text, site


def _named(each: Obligation, viewer: Viewer, site: str) -> tuple[str, str, str]:
    where = f"as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}/obligations/{each.pk}/"
    text = gettext("%(partnership)s, punkt %(clause)s") % {"partnership": each.partnership.name, "clause": each.clause}
    title = gettext("Senast: %(what)s") % {"what": each.says} if is_latest(each.kind) else each.says
    return title, text, f"{site}{where}"
