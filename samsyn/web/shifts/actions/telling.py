"""Word to those whom a change of shifts concerns. Neutral: no activity, no place, no name."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.clock import SWEDEN
from samsyn.web.reminders.actions import tell
from samsyn.web.reminders.queries import Receiver, receivers_in
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.models import Shift
from samsyn.web.ui.formats import civil_date


def tell_given_up(shift: Shift, *, by: Viewer, now: datetime) -> None:
    """The one who answers for the occasion; without one, those who answer for the organisation's part."""
    says = _("Ett pass %(when)s är ledigt igen. Se om någon annan kan ta det.") % {"when": _when(shift)}
    path = f"partnerships/{shift.partnership.slug}/roster/shifts/"
    _tell(shift, _responsible(shift, now), "given-up", says, path, by, now)


def tell_taken_over(shift: Shift, former: Worker, *, by: Viewer, now: datetime) -> None:
    says = _("Någon har tagit över ditt pass %(when)s. Du behöver inte komma.") % {"when": _when(shift)}
    _tell_worker(shift, former, "taken-over", says, by, now)


def tell_put_on(shift: Shift, worker: Worker, *, by: Viewer, now: datetime) -> None:
    says = _("Du har fått ett pass %(when)s.") % {"when": _when(shift)}
    _tell_worker(shift, worker, "put-on", says, by, now)


def tell_taken_off(shift: Shift, worker: Worker, *, by: Viewer, now: datetime) -> None:
    says = _("Passet %(when)s är inte ditt längre. Du behöver inte komma.") % {"when": _when(shift)}
    _tell_worker(shift, worker, "taken-off", says, by, now)


def tell_called_off(shift: Shift, worker: Worker, *, by: Viewer, now: datetime) -> None:
    says = _("Passet %(when)s är inställt. Du behöver inte komma.") % {"when": _when(shift)}
    _tell_worker(shift, worker, "called-off", says, by, now)


def tell_moved(shift: Shift, former: Shift, worker: Worker, *, by: Viewer, now: datetime) -> None:
    """`worker` was on `former`, and is on `shift` if she can be."""
    said = {"before": _when(former), "when": _when(shift)}
    if shift.worker_id == worker.pk:
        says = _("Ditt pass %(before)s är flyttat till %(when)s. Avboka det om du inte kan då.") % said
    else:
        says = _("Passet %(before)s är flyttat till %(when)s och är inte ditt längre.") % said
    _tell_worker(shift, worker, "moved", says, by, now)


def _tell_worker(shift: Shift, worker: Worker, why: str, says: str, by: Viewer, now: datetime) -> None:
    """Who has no account is told by somebody else."""
    if worker.person_id is None:
        return
    path = f"partnerships/{shift.partnership.slug}/roster/shifts/mine/"
    _tell(shift, [Receiver(worker.person_id, shift.organisation_id)], why, says, path, by, now)


def _responsible(shift: Shift, now: datetime) -> list[Receiver]:
    found = shift.occasion.responsible
    if found is not None and found.person_id is not None:
        return [Receiver(found.person_id, shift.organisation_id)]
    return receivers_in([shift.organisation_id], Permission.FULFIL, now.astimezone(SWEDEN).date())


def _tell(shift: Shift, receivers: list[Receiver], why: str, says: str, path: str, by: Viewer, now: datetime) -> None:
    about = f"shift/{shift.pk}/{why}/{int(now.timestamp() * 1000)}"
    # A letter about one names its partnership, which is more than a discreet occasion may say.
    place = None if shift.occasion.discreet else shift.partnership_id
    tell(receivers, kind="news", about=about, partnership=place, says=says, path=path, by=by, now=now)


def _when(shift: Shift) -> str:
    starts = shift.starts_at.astimezone(SWEDEN)
    return _("%(day)s klockan %(time)s") % {"day": civil_date(starts.date(), "weekday"), "time": f"{starts:%H.%M}"}
