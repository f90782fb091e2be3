"""My day of a volunteer, who reads no partnership: her next shift, and the hours she has not written. Only when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext, ngettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.daily import Task
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.roster.own import opened_to, rows_of
from samsyn.web.shifts.presenters.rows import times_of
from samsyn.web.shifts.queries.lists import Mine, mine
from samsyn.web.ui.formats import civil_date


def own_tasks(viewer: Viewer, now: datetime) -> Iterator[Task]:
    """For each partnership in which she is on the roster today: mostly one."""
    rows = rows_of(viewer, now.astimezone(SWEDEN).date())
    if not rows:
        return
    seeing = opened_to(viewer, rows)
    for partnership in Partnership.objects.filter(pk__in={each.partnership_id for each in rows}).order_by("name"):
        own = [each for each in rows if each.partnership_id == partnership.pk]
        url = f"/as/{viewer.organisation_slug}/partnerships/{partnership.slug}/roster/shifts/mine/"
        for says in _says(mine(seeing, partnership.pk, own, now)):
            yield Task(says, partnership.name, url)


def _says(found: Mine) -> Iterator[str]:
    if n := len(found.to_report):
        yield ngettext("Skriv timmarna för %(n)s pass", "Skriv timmarna för %(n)s pass", n) % {"n": n}
    coming = next((each for each in found.coming if each.occasion.state != "cancelled"), None)
    if coming is not None:
        day = civil_date(coming.starts_at.astimezone(SWEDEN).date(), "weekday")
        yield gettext("Ditt nästa pass: %(day)s %(times)s") % {"day": day, "times": times_of(coming)}
    elif found.to_take:
        yield gettext("Se lediga pass")
