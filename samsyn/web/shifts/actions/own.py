"""What somebody does with shifts of her own: takes one, offers it, keeps it after all, gives it up."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import check_may_put_on
from samsyn.web.shifts.actions.changing import becomes, check_is_planned, check_not_reported, locked
from samsyn.web.shifts.actions.telling import tell_given_up, tell_taken_over
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.permissions import check_is_own
from samsyn.web.shifts.queries.occasions import exposure_of

acts.register(
    {
        "shift.take": gettext_lazy("tog ett pass"),
        "shift.offer": gettext_lazy("söker någon som tar över ett pass"),
        "shift.keep": gettext_lazy("behöll ett pass"),
        "shift.give_up": gettext_lazy("avbokade ett pass"),
    }
)
_State = Shift.State


@transaction.atomic
def take(shift: Shift, worker: Worker, *, by: Viewer, now: datetime) -> Shift:
    """A free shift, or one that its holder offers. Of two at once one gets it, and the other is told.

    1. lock the shift: who else takes it is done first; 2. taken by oneself already: that is all; 3. may the worker be
    on it, by agreement and law; 4. she has no other shift then (the constraint); 5. tell who is rid of it.
    """
    check_is_own(by, shift, worker)
    found = locked(shift, by)
    if found.state in (_State.TAKEN, _State.OFFERED) and found.worker_id == worker.pk:
        return found
    check_is_planned(found, now)
    if found.state == _State.TAKEN:
        raise ValidationError(_("Någon annan hann före. Passet är taget; titta om något annat är ledigt."))
    dossier = dossier_of(found.partnership)
    day = found.occasion.day
    check_may_put_on(by, worker, exposure_of(found.occasion, dossier), dossier, day)
    before = found.worker
    done = becomes(found, _State.TAKEN, worker.pk, name="shift.take", by=by, now=now)
    if before is not None:
        tell_taken_over(done, before, by=by, now=now)
    return done


@transaction.atomic
def offer(shift: Shift, *, by: Viewer, now: datetime) -> Shift:
    """It stays the holder's until somebody takes it. Offered again: as it was."""
    found = _own(shift, by)
    if found.state == _State.OFFERED:
        return found
    check_is_planned(found, now)
    check_not_reported(found)
    return becomes(found, _State.OFFERED, found.worker_id, name="shift.offer", by=by, now=now)


@transaction.atomic
def keep(shift: Shift, *, by: Viewer, now: datetime) -> Shift:
    """Not offered any more."""
    found = _own(shift, by)
    if found.state == _State.TAKEN:
        return found
    check_is_planned(found, now)
    return becomes(found, _State.TAKEN, found.worker_id, name="shift.keep", by=by, now=now)


@transaction.atomic
def give_up(shift: Shift, *, by: Viewer, now: datetime) -> Shift:
    """It is free again, and whoever answers for the occasion is told that somebody else is needed."""
    found = _own(shift, by)
    check_is_planned(found, now)
    check_not_reported(found)
    done = becomes(found, _State.FREE, None, name="shift.give_up", by=by, now=now)
    tell_given_up(done, by=by, now=now)
    return done


def _own(shift: Shift, by: Viewer) -> Shift:
    """Locked. ValidationError where it has become somebody else's since the page was shown."""
    check_is_own(by, shift, shift.worker)
    found = locked(shift, by)
    if found.worker_id != shift.worker_id or found.state not in (_State.TAKEN, _State.OFFERED):
        raise ValidationError(_("Passet är inte ditt längre."))
    return found
