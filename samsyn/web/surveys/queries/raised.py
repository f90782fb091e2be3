"""What was asked for, with where it has been taken up and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from samsyn.web.meetings.models import AgendaItem, Decision, Meeting
from samsyn.web.surveys.queries.rows import Own

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.surveys.models import Raised, Round  # noqa: F401


class RaisedQuerySet(Own["Raised"]):
    pass


@dataclass(frozen=True, slots=True)
class Course:
    """Where a need stands: the meeting whose agenda it is on, and what was decided under that point."""

    meeting: Meeting
    decisions: tuple[Decision, ...]


def courses_of(viewer: Viewer, of: Round) -> Mapping[tuple[UUID, str], list[Course]]:
    """(question, option) → its meetings. A point that was taken off the agenda is not among them."""
    from samsyn.web.surveys.models import Raised

    rows = list(Raised.objects.visible_to(viewer).filter(round=of).select_related("meeting"))
    items = AgendaItem.objects.visible_to(viewer).filter(pk__in=[each.item for each in rows])
    decided = {each.pk: tuple(each.decisions.all()) for each in items.prefetch_related("decisions")}
    found: dict[tuple[UUID, str], list[Course]] = {}
    for each in rows:
        if each.item in decided:
            found.setdefault((each.question_id, each.option), []).append(Course(each.meeting, decided[each.item]))
    return found


def coming_meetings(viewer: Viewer, partnership: UUID, now: datetime) -> list[Meeting]:
    """Those whose agenda can still be added to, the nearest first."""
    mine = Meeting.objects.visible_to(viewer).standing().filter(partnership_id=partnership, held_on=None)
    return list(mine.filter(ends_at__gt=now).order_by("starts_at"))
