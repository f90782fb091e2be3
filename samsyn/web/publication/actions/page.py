"""A party opens the public page, and closes it. It is shown while all have opened it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.publication.actions.renew import renew
from samsyn.web.publication.models import Opening
from samsyn.web.publication.permissions import check_may_open

acts.register(
    {
        "publication.open": gettext_lazy("öppnade den offentliga sidan för sin del"),
        "publication.close": gettext_lazy("stängde den offentliga sidan"),
    }
)


@transaction.atomic
def open_page(
    partnership: Partnership, first: date, last: date | None, *, by: Viewer, now: datetime, today: date
) -> Opening:
    """On the days from first to last, both included. Again with the same days: the one that is there.

    The last party to open it brings the page about.
    """
    check_may_open(by, partnership)
    _check_days(first, last, today)
    take_turns(f"publication/{partnership.pk}")
    days = PgRange(first, None if last is None else last + timedelta(days=1))
    there = _own(partnership, by)
    if there is not None and there.days == days:
        return there
    if there is not None:
        raise ValidationError(_("Ni har öppnat sidan på andra dagar. Stäng den först om dagarna ska ändras."))
    opening = Opening(
        partnership=partnership, organisation_id=by.organisation_id, days=days, opened_by_id=by.person_id, opened_at=now
    )
    with refusals_of(Opening):
        opening.save(force_insert=True)
    record("publication.open", by=by, now=now, subject=opening, partnership=partnership.pk, shared=True)
    renew(partnership, by=by, now=now, today=today)
    return opening


@transaction.atomic
def close_page(partnership: Partnership, *, by: Viewer, now: datetime) -> Opening | None:
    """At once, whatever the others want. Closed already, nothing happens."""
    check_may_open(by, partnership)
    take_turns(f"publication/{partnership.pk}")
    opening = _own(partnership, by)
    if opening is None:
        return None
    opening.closed_at, opening.closed_by_id = now, by.person_id
    # The database itself takes the page away with it.
    opening.save(update_fields=["closed_at", "closed_by"])
    record("publication.close", by=by, now=now, subject=opening, partnership=partnership.pk, shared=True)
    return opening


def _check_days(first: date, last: date | None, today: date) -> None:
    if first < today:
        raise ValidationError({"first": _("Sidan kan inte ha varit öppen. Välj i dag eller en dag som kommer.")})
    if last is not None and last < first:
        raise ValidationError({"last": _("Sista dagen ligger före den första.")})


def _own(partnership: Partnership, by: Viewer) -> Opening | None:
    rows = Opening.objects.visible_to(by).filter(partnership=partnership, organisation_id=by.organisation_id)
    return rows.standing().select_for_update().first()
