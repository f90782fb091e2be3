"""One's own shifts as a calendar. It says nothing of what the shift is or where: others look at one's phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from django.utils.translation import gettext, pgettext

from samsyn.exchange.calendar import Timed, calendar_document
from samsyn.exchange.calendar.document import uid_of
from samsyn.web.shifts.models import Shift


def calendar_of(shifts: Iterable[Shift]) -> bytes:
    """A shift that is struck, or whose occasion is called off, stays and says so."""
    return calendar_document([_event(each) for each in shifts], name=gettext("Mina pass"))


def _event(shift: Shift) -> Timed:
    return Timed(
        uid=uid_of(shift.partnership_id, "shift", str(shift.pk)),
        starts=shift.starts_at.astimezone(UTC),
        ends=shift.ends_at.astimezone(UTC),
        title=pgettext("one of them", "Pass"),
        changed=shift.changed_at.astimezone(UTC),
        cancelled=shift.state == Shift.State.CANCELLED or shift.occasion.state == "cancelled",
    )
