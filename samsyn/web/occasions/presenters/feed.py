"""An occasion in the calendar of those who work for the organisation that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext

from samsyn.exchange.calendar import Timed, uid_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.obligations.presenters.calendars import Wanted
from samsyn.web.occasions.models import Occasion, OwnActivity
from samsyn.web.organisations.roles import Permission


def timed_of(viewer: Viewer, wanted: Wanted) -> Iterator[Timed]:
    """For who does the daily work or answers for it. Cancelled ones stay, and say so."""
    if not (viewer.may(Permission.WORK) or viewer.may(Permission.FULFIL)):
        return
    rows = Occasion.objects.visible_to(viewer).between(wanted.first, wanted.last - timedelta(days=1))
    shown = list(rows.select_related("partnership")[: wanted.at_most])
    names = _names(viewer, shown) if wanted.named else {}
    for each in shown:
        yield _timed(each, viewer, wanted, names.get((str(each.partnership_id), each.activity), ""))


def _timed(each: Occasion, viewer: Viewer, wanted: Wanted, name: str) -> Timed:
    tells = wanted.named and not each.discreet
    title = name if tells and name else gettext("Tillfälle")
    cancelled = each.state == Occasion.State.CANCELLED
    where = f"as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}/occasions/{each.pk}/"
    return Timed(
        uid=uid_of(each.pk, "occasion", ""),
        starts=each.begins,
        ends=each.finishes,
        title=gettext("Inställt: %(title)s") % {"title": title} if cancelled else title,
        changed=_latest(each.changed_at, wanted.titled_at),
        description=each.partnership.name if tells else "",
        location=each.place if tells else "",
        url=f"{wanted.site}{where}" if tells else wanted.site,
        revision=each.revision,
        cancelled=cancelled,
    )


def _names(viewer: Viewer, shown: Iterable[Occasion]) -> dict[tuple[str, str], str]:
    keys = {each.partnership_id for each in shown}
    own = OwnActivity.objects.visible_to(viewer).filter(partnership_id__in=keys)
    found = {(str(each.partnership_id), each.key): each.name for each in own}
    for pk, dossier in dossiers_of(keys).items():
        found |= {(str(pk), each.id): each.name for each in dossier.agreement.activity.values()}
    return found


def _latest(*instants: datetime) -> datetime:
    return max(instants).astimezone(UTC)
