"""Who is on an occasion: what the occasions ask before one is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.staffing import Staffing
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.presenters.rows import times_of


def staffing_of(viewer: Viewer, occasions: Sequence[Occasion]) -> Mapping[UUID, Staffing]:
    """One question for all. An occasion without shifts is left out.

    A shift that is offered is still its holder's. Whose hours are none did not come.
    """
    found: dict[UUID, list[Shift]] = defaultdict(list)
    rows = Shift.objects.visible_to(viewer).live().filter(occasion__in=[each.pk for each in occasions])
    for shift in rows.select_related("worker"):
        found[shift.occasion_id].append(shift)
    return {key: _staffing(shifts) for key, shifts in found.items()}


def _staffing(shifts: Sequence[Shift]) -> Staffing:
    on = {each.worker_id or each.pk: each for each in shifts if each.state != Shift.State.FREE and each.hours != 0}
    free = [each for each in shifts if each.state == Shift.State.FREE]
    return Staffing(
        working=len(on),
        names=tuple(sorted(each.worker.known_as for each in on.values() if each.worker)),
        lacking=tuple(f"{each.function} {times_of(each)}" for each in free),
    )
