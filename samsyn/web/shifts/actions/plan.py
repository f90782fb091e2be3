"""Staff plan: shifts for an occasion or all that are coming of a series, and who is on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import check_may_put_on
from samsyn.web.shifts.actions.changing import becomes, check_is_planned, check_not_reported, locked
from samsyn.web.shifts.actions.telling import tell_put_on, tell_taken_off
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.permissions import check_may_plan
from samsyn.web.shifts.queries.occasions import coming_of, exposure_of, span_of

MOST = 20
"""Shifts of one function at one occasion. More is a slip of the hand."""
_State = Shift.State

acts.register(
    {
        "shift.make": gettext_lazy("lade ut pass"),
        "shift.put_on": gettext_lazy("satte någon på ett pass"),
        "shift.take_off": gettext_lazy("tog någon från ett pass"),
        "shift.cancel": gettext_lazy("strök ett pass"),
    }
)


@dataclass(frozen=True, slots=True)
class Times:
    """Swedish time on the occasion's day. An end that is not after the beginning is on the next day."""

    starts: time
    ends: time


@transaction.atomic
def make_shifts(
    occasion: Occasion,
    function: str,
    n: int,
    times: Times | None = None,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
) -> list[Shift]:
    """`n` free shifts; without `times` as long as the occasion. `made` is the form's own id: sent twice, made once."""
    check_may_plan(by, occasion.partnership_id)
    _check_asked(function, n)
    if occasion.state != "planned":
        raise ValidationError(_("Tillfället är inte planerat längre. Lägg ut pass för ett som är det."))
    ids = [uuid5(made, f"{occasion.pk}/{number}") for number in range(n)]
    there = list(Shift.objects.of_organisation(by).filter(pk__in=ids))
    if there:
        return there
    when = span_of(occasion, times.starts if times else None, times.ends if times else None)
    said = {"occasion": occasion, "function": function.strip(), "starts_at": when.begins, "ends_at": when.finishes}
    whose = {"partnership_id": occasion.partnership_id, "organisation_id": by.organisation_id}
    written = {"made_at": now, "changed_at": now, "made_by_id": by.person_id}
    with refusals_of(Shift):
        rows = Shift.objects.bulk_create([Shift(id=key, **whose, **said, **written) for key in ids])
    about = {"occasion": occasion.pk, "count": n}
    record("shift.make", by=by, now=now, subject=rows[0], partnership=occasion.partnership_id, refers_to=about)
    return rows


@transaction.atomic
def make_shifts_of_series(
    series: Series, function: str, n: int, times: Times | None = None, *, made: UUID, by: Viewer, now: datetime
) -> list[Shift]:
    """The same at every planned occasion of the series that is still to come."""
    occasions = coming_of(by, series, now)
    if not occasions:
        raise ValidationError(_("Serien har inga planerade tillfällen framför sig."))
    return [shift for each in occasions for shift in make_shifts(each, function, n, times, made=made, by=by, now=now)]


@transaction.atomic
def put_on(shift: Shift, worker: Worker, *, by: Viewer, now: datetime) -> Shift:
    """Also in place of who is on it. ValidationError says what the worker lacks, or that she has another shift."""
    check_may_plan(by, shift.partnership_id)
    found = locked(shift, by)
    if found.state == _State.TAKEN and found.worker_id == worker.pk:
        return found
    check_is_planned(found, now)
    check_not_reported(found)
    dossier = dossier_of(found.partnership)
    check_may_put_on(by, worker, exposure_of(found.occasion, dossier), dossier, found.occasion.day)
    before = found.worker
    done = becomes(found, _State.TAKEN, worker.pk, name="shift.put_on", by=by, now=now)
    tell_put_on(done, worker, by=by, now=now)
    if before is not None and before.pk != worker.pk:
        tell_taken_off(done, before, by=by, now=now)
    return done


@transaction.atomic
def take_off(shift: Shift, *, by: Viewer, now: datetime) -> Shift:
    """It is free again. Already free: as it was."""
    check_may_plan(by, shift.partnership_id)
    found = locked(shift, by)
    if found.state == _State.FREE:
        return found
    check_is_planned(found, now)
    check_not_reported(found)
    before = found.worker
    done = becomes(found, _State.FREE, None, name="shift.take_off", by=by, now=now)
    if before is not None:
        tell_taken_off(done, before, by=by, now=now)
    return done


@transaction.atomic
def cancel(shift: Shift, *, by: Viewer, now: datetime) -> Shift:
    """Not needed. Who was on it is told. Cancelled already: as it was."""
    check_may_plan(by, shift.partnership_id)
    found = locked(shift, by)
    if found.state == _State.CANCELLED:
        return found
    check_not_reported(found)
    done = becomes(found, _State.CANCELLED, found.worker_id, name="shift.cancel", by=by, now=now)
    if found.worker is not None:
        tell_taken_off(done, found.worker, by=by, now=now)
    return done


def _check_asked(function: str, n: int) -> None:
    if not function.strip():
        raise ValidationError({"function": _("Skriv vad den som arbetar gör, till exempel «ledare».")})
    if not 1 <= n <= MOST:
        raise ValidationError({"n": _("Skriv ett antal mellan 1 och %(most)s.") % {"most": MOST}})
