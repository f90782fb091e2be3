"""All that was noted about many placements, in a fixed number of questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.models import Attendance, Occupancy, Placement, SelfAssessment, StepDone


@dataclass(frozen=True, slots=True)
class Followed:
    """What one placement has: steps that stand, self-assessments, and its times on places in order."""

    steps: list[StepDone] = field(default_factory=list)
    assessments: list[SelfAssessment] = field(default_factory=list)
    times: list[Occupancy] = field(default_factory=list)

    def place_on(self, day: date) -> int | None:
        """The number of the place that day; else of the first time to come, else of the last."""
        if not self.times:
            return None
        there = [each for each in self.times if each.first <= day < each.until]
        later = [each for each in self.times if each.first > day]
        return (there or later or self.times[-1:])[0].place.number


def followed(placements: Iterable[Placement], viewer: Viewer) -> dict[UUID, Followed]:
    """Three questions however many placements there are."""
    ids = [each.pk for each in placements]
    found: dict[UUID, Followed] = defaultdict(Followed)
    for step in StepDone.objects.visible_to(viewer).standing().filter(placement_id__in=ids):
        found[step.placement_id].steps.append(step)
    for assessment in SelfAssessment.objects.visible_to(viewer).filter(placement_id__in=ids):
        found[assessment.placement_id].assessments.append(assessment)
    times = Occupancy.objects.visible_to(viewer).filter(placement_id__in=ids).select_related("place")
    for time in times.order_by("first"):
        if time.first < time.until:
            found[time.placement_id].times.append(time)
    return found


def attendance_on(day: date, placements: Iterable[Placement], viewer: Viewer) -> dict[UUID, Attendance]:
    rows = Attendance.objects.visible_to(viewer).filter(day=day, placement_id__in=[each.pk for each in placements])
    return {each.placement_id: each for each in rows}
