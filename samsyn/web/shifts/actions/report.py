"""What a shift took, in the words of the one who worked it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.shifts.actions.changing import locked
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.permissions import check_may_report

MOST_HOURS = Decimal(24)

acts.register({"shift.report": gettext_lazy("rapporterade timmarna på ett pass")})


@transaction.atomic
def report(shift: Shift, hours: Decimal, *, by: Viewer, now: datetime) -> Shift:
    """0: she did not come. Said anew it replaces what was said; the same again: as it was."""
    check_may_report(by, shift)
    found = locked(shift, by)
    if found.worker is None or found.worker_id != shift.worker_id:
        raise ValidationError(_("Ingen står på passet, så det finns ingen att rapportera för."))
    if found.state == Shift.State.CANCELLED or found.occasion.state == "cancelled":
        raise ValidationError(_("Passet blev inte av: det är struket eller tillfället är inställt."))
    if found.starts_at > now:
        raise ValidationError(_("Passet har inte börjat än. Rapportera timmarna efteråt."))
    if not 0 <= hours <= MOST_HOURS:
        raise ValidationError({"hours": _("Skriv högst 24 timmar för ett pass.")})
    if found.hours == hours:
        return found
    found.state = Shift.State.TAKEN
    found.hours, found.reported_at, found.reported_as = hours, now, found.worker.kind
    with refusals_of(Shift):
        found.save(update_fields=["state", "hours", "reported_at", "reported_as"])
    record("shift.report", by=by, now=now, subject=found, partnership=found.partnership_id)
    return found
