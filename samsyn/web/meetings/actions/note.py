"""What the minutes say under one item. Two who write the same item do not overwrite each other."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.models import AgendaItem, Meeting
from samsyn.web.obligations.fitting import earliest_day, fitting
from samsyn.web.obligations.models import Evidence

acts.register({"meeting.note": gettext_lazy("skrev i ett protokoll")})


class Overwritten(ValidationError):
    """Somebody else has written here since. `now_says` is what stands there."""

    def __init__(self, now_says: str) -> None:
        super().__init__(
            _("Någon annan har skrivit här medan du skrev. Båda texterna står kvar; välj vad som ska gälla."),
            "overwritten",
        )
        self.now_says = now_says


@transaction.atomic
def note(
    item: AgendaItem, text: str, *, was: str, dealt_with: bool | None = None, by: Viewer, now: datetime
) -> AgendaItem:
    """`was` is the text as the writer saw it. `dealt_with` says that the item's obligation was met; None leaves it.

    Raises Overwritten when another text stands there now, and nothing is changed.
    """
    meeting = locked(item.meeting, Act.WRITE, by=by)
    item = (
        AgendaItem.objects.select_for_update(of=("self",)).select_related("obligation").get(pk=item.pk, meeting=meeting)
    )
    text, was, stands = plain(text), plain(was), plain(item.noted)
    if text not in (was, stands) and stands != was:
        raise Overwritten(item.noted)
    noted = item.noted if text == was else text
    met = item.dealt_with if dealt_with is None or item.obligation_id is None else dealt_with
    if met and not item.dealt_with and not can_be_met_at(meeting, item):
        raise ValidationError(_("Åtagandet kan inte visas genom ett möte den dagen. Visa det på åtagandets egen sida."))
    if (noted, met) == (item.noted, item.dealt_with):
        return item
    item.noted, item.dealt_with = noted, met
    item.save(update_fields=["noted", "dealt_with"])
    record(
        "meeting.note",
        by=by,
        now=now,
        subject=item,
        partnership=meeting.partnership,
        refers_to={"meeting": meeting.pk, "obligation": item.obligation_id if met else None},
    )
    return item


def can_be_met_at(meeting: Meeting, item: AgendaItem) -> bool:
    """Does a meeting on that day show that the obligation of the item was met?"""
    obligation = item.obligation
    if obligation is None or meeting.held_on is None or not obligation.is_open:
        return False
    first = earliest_day(obligation)
    return Evidence.Kind.MEETING in fitting(obligation) and (first is None or meeting.held_on >= first)


def plain(text: str) -> str:
    """As it is compared: browsers send lines their own way."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
