"""The list of what a party holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import OwnActivity
from samsyn.web.occasions.models.choices import Figure, Kind


@dataclass(frozen=True, slots=True)
class Row:
    activity: Activity
    kind: str
    counted_as: str
    by_decision: str
    """«Styrgruppen 3, beslut 2» for an own activity."""
    meeting: str
    """The id of the meeting whose minutes hold the decision."""

    @property
    def is_group(self) -> bool:
        return self.activity.kind == Kind.GROUP


def activity_rows(activities: Iterable[Activity], own: Iterable[OwnActivity]) -> list[Row]:
    decided = {each.key: each for each in own}
    return [_row(each, decided.get(each.key)) for each in activities]


def _row(each: Activity, own: OwnActivity | None) -> Row:
    said = ""
    if own is not None:
        names = {"meeting": own.decision.meeting, "number": own.decision.number}
        said = gettext("%(meeting)s, beslut %(number)s") % names
    return Row(
        each,
        str(Kind(each.kind).label),
        str(Figure(each.counts).label),
        said,
        str(own.decision.meeting_id) if own is not None else "",
    )
