"""Days that are closed, cancelled, or held though nothing was counted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.tallies.models import Closure, HeldDay
from samsyn.web.tallies.permissions import check_may_count
from samsyn.web.tallies.queries.ground import own_pad

LONGEST = 366

acts.register(
    {
        "tally.hold": gettext_lazy("skrev att en dag hölls"),
        "tally.cancel": gettext_lazy("ställde in en dag"),
        "tally.unmark": gettext_lazy("tog tillbaka vad som stod om en dag"),
        "tally.shut": gettext_lazy("skrev in dagar då det är stängt"),
        "tally.unshut": gettext_lazy("tog bort dagar då det skulle vara stängt"),
    }
)


@transaction.atomic
def mark_day(
    partnership: Partnership,
    pad: str,
    day: date,
    state: str,
    reason: str,
    *,
    by: Viewer,
    now: datetime,
    today: date,
) -> HeldDay:
    """«held» or «cancelled»; a cancelled day says why. Said anew it replaces what was said of the day."""
    check_may_count(by, partnership.pk)
    own_pad(by, partnership, pad, today)
    if state not in HeldDay.State.values:
        raise ValidationError({"state": _("Välj om dagen hölls eller ställs in.")})
    if state == HeldDay.State.HELD and day > today:
        raise ValidationError({"day": _("Dagen har inte varit än.")})
    if state == HeldDay.State.CANCELLED and not reason.strip():
        raise ValidationError({"reason": _("Skriv varför dagen ställs in.")})
    take_turns(f"tallies-day {by.organisation_id} {partnership.pk} {pad} {day}")
    whose: dict[str, Any] = {"partnership": partnership, "organisation_id": by.organisation_id, "pad": pad, "day": day}
    there = HeldDay.objects.visible_to(by).filter(**whose).first()
    if there is not None and (there.state, there.reason) == (state, reason.strip()):
        return there
    said: dict[str, Any] = {"state": state, "reason": reason.strip(), "said_at": now, "said_by_id": by.person_id}
    made, _created = HeldDay.objects.update_or_create(**whose, defaults=said)
    name = "tally.hold" if state == HeldDay.State.HELD else "tally.cancel"
    about = {"pad": pad, "day": day}
    record(name, by=by, now=now, subject=made, partnership=partnership, reason=reason.strip(), refers_to=about)
    return made


@transaction.atomic
def unmark_day(marked: HeldDay, *, by: Viewer, now: datetime) -> None:
    check_may_count(by, marked.partnership_id)
    about = {"pad": marked.pad, "day": marked.day}
    record("tally.unmark", by=by, now=now, subject=marked, partnership=marked.partnership_id, refers_to=about)
    marked.delete()


@transaction.atomic
def close_days(
    partnership: Partnership, pad: str, days: DateRange, why: str, *, by: Viewer, now: datetime, today: date
) -> Closure:
    """`pad` empty: at all of the organisation's pads. The same days again: what is there."""
    check_may_count(by, partnership.pk)
    if pad:
        own_pad(by, partnership, pad, today)
    if not why.strip():
        raise ValidationError({"why": _("Skriv varför det är stängt.")})
    if (days.end - days.start).days > LONGEST:
        raise ValidationError({"last": _("Skriv högst ett år åt gången.")})
    whose = {"partnership": partnership, "organisation_id": by.organisation_id, "pad": pad}
    whole = PgRange(days.start, days.end)
    there = Closure.objects.visible_to(by).filter(**whose, days=whole).first()
    if there is not None:
        return there
    with refusals_of(Closure):
        made = Closure.objects.create(**whose, days=whole, why=why.strip(), made_at=now, made_by_id=by.person_id)
    about = {"from": days.start, "until": days.last} | ({"pad": pad} if pad else {})
    record("tally.shut", by=by, now=now, subject=made, partnership=partnership, reason=why.strip(), refers_to=about)
    return made


@transaction.atomic
def open_days(closure: Closure, *, by: Viewer, now: datetime) -> None:
    """The days are as the weekly hours say again."""
    check_may_count(by, closure.partnership_id)
    about = {"from": closure.days.lower, "until": closure.days.upper}
    record("tally.unshut", by=by, now=now, subject=closure, partnership=closure.partnership_id, refers_to=about)
    closure.delete()
