"""What every act on a shift begins with: the row, locked, and whether anything can be changed of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.shifts.models import Shift


def locked(shift: Shift, by: Viewer) -> Shift:
    """Whoever else changes it is done first. The occasion comes with it."""
    rows = Shift.objects.of_organisation(by).select_related("occasion", "worker", "partnership")
    return rows.select_for_update(of=("self",)).get(pk=shift.pk)


def check_is_planned(shift: Shift, now: datetime) -> None:
    """ValidationError for a shift that is not needed any more, or is over."""
    if shift.state == Shift.State.CANCELLED or shift.occasion.state == "cancelled":
        raise ValidationError(_("Passet behövs inte längre: det är struket eller tillfället är inställt."))
    if shift.ends_at <= now:
        raise ValidationError(_("Passet är redan över."))


def check_not_reported(shift: Shift) -> None:
    if shift.reported_at is not None:
        raise ValidationError(_("Timmarna är rapporterade, så passet står kvar. Rätta timmarna i stället."))


def becomes(shift: Shift, state: str, worker_id: UUID | None, *, name: str, by: Viewer, now: datetime) -> Shift:
    """Written, with its line of history. ValidationError where the worker has another shift at that time."""
    before = shift.worker_id
    shift.state, shift.worker_id, shift.changed_at = state, worker_id, now
    with refusals_of(Shift):
        shift.save(update_fields=["state", "worker", "changed_at"])
    about = {"occasion": shift.occasion_id, "worker": worker_id, "before": before}
    record(
        name, by=by, now=now, subject=shift, partnership=shift.partnership_id,
        refers_to={key: value for key, value in about.items() if value is not None},
    )  # fmt: skip
    return shift
