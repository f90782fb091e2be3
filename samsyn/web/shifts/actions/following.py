"""An occasion was moved or cancelled: its shifts come along, and whoever is on one is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from samsyn.rules.occasions import Span, along
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.models import Occasion
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.permissions import check_may_put_on
from samsyn.web.shifts.actions.telling import tell_called_off, tell_moved
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.queries.occasions import exposure_of
from samsyn.web.shifts.rows import ShiftQuerySet

acts.register({"shift.move": gettext_lazy("flyttade ett pass när tillfället flyttades")})


def move_along(occasion: Occasion, before: Span, by: Viewer, now: datetime) -> None:
    """A shift stands at its time, so each is struck and made anew. Those whose hours are reported stay.

    Who was on one is on the new one, where agreement, law and her other shifts let her; else it is free. She is told.
    """
    shifts = list(_live([occasion], by).filter(reported_at=None).select_for_update(of=("self",)))
    Shift.objects.filter(pk__in=[each.pk for each in shifts]).update(state=Shift.State.CANCELLED, changed_at=now)
    for old in shifts:
        new = _made_anew(old, occasion, along(Span(old.starts_at, old.ends_at), before, occasion.span), by, now)
        about = {"occasion": occasion.pk, "before": old.pk} | ({"worker": new.worker_id} if new.worker_id else {})
        record("shift.move", by=by, now=now, subject=new, partnership=occasion.partnership_id, refers_to=about)
        if old.worker is not None and max(old.ends_at, new.ends_at) > now:
            tell_moved(new, old, old.worker, by=by, now=now)


def call_off(occasions: Sequence[Occasion], by: Viewer, now: datetime) -> None:
    """The shifts stay as they are, and are read as called off. Who has one that is not over is told."""
    for shift in _live(occasions, by).filter(worker__isnull=False, ends_at__gt=now):
        if shift.worker is not None:
            tell_called_off(shift, shift.worker, by=by, now=now)


def _live(occasions: Sequence[Occasion], by: Viewer) -> ShiftQuerySet:
    rows = Shift.objects.of_organisation(by).live().filter(occasion__in=[each.pk for each in occasions])
    return rows.select_related("occasion", "worker", "partnership")


def _made_anew(old: Shift, occasion: Occasion, when: Span, by: Viewer, now: datetime) -> Shift:
    said = {"partnership_id": old.partnership_id, "organisation_id": old.organisation_id, "function": old.function}
    times = {"starts_at": when.begins, "ends_at": when.finishes}
    written = {"made_at": now, "changed_at": now, "made_by_id": by.person_id}
    if old.worker is not None:
        try:
            dossier = dossier_of(old.partnership)
            check_may_put_on(by, old.worker, exposure_of(occasion, dossier), dossier, occasion.day)
            with refusals_of(Shift):
                whose = {"worker": old.worker, "state": _state_of(old)}
                return Shift.objects.create(occasion=occasion, **said, **times, **written, **whose)
        except ValidationError:
            pass  # She cannot be on it then: it is free, and she is told so.
    return Shift.objects.create(occasion=occasion, **said, **times, **written)


def _state_of(old: Shift) -> str:
    return Shift.State.OFFERED if old.state == Shift.State.OFFERED else Shift.State.TAKEN
