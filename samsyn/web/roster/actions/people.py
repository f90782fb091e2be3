"""Somebody comes onto the roster, changes function there, and leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import check_may_keep

_DAY = timedelta(days=1)
LATEST = date(2199, 12, 31)
_NOT_ALWAYS = ("person", "share")
"""A volunteer has no share, and not everybody has an account."""

acts.register(
    {
        "roster.take-on": gettext_lazy("skrev in en medarbetare i bemanningen"),
        "roster.change": gettext_lazy("ändrade vad en medarbetare gör"),
        "roster.end": gettext_lazy("skrev in en medarbetares sista dag"),
    }
)


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of a worker. `post`: the id of the cost line that pays for her."""

    known_as: str
    function: str
    began_on: date
    post: str = ""
    share: Decimal | None = None
    person: Person | None = None

    def fields(self) -> dict[str, Any]:
        return {
            "known_as": self.known_as.strip(),
            "function": self.function.strip(),
            "began_on": self.began_on,
            "post": self.post,
            "share": self.share,
            "person": self.person,
        }


@transaction.atomic
def take_on(
    partnership: Partnership,
    kind: str,
    given: Given,
    first: date,
    last: date | None = None,
    *,
    by: Viewer,
    now: datetime,
) -> Worker:
    """From `first` through `last`, or until further notice. The same account is there once at a time."""
    check_may_keep(by, partnership.pk)
    worker = Worker(
        partnership=partnership,
        organisation_id=by.organisation_id,
        kind=kind,
        days=_days(first, last),
        made_at=now,
        made_by_id=by.person_id,
        **given.fields(),
    )
    _save(worker)
    about = {"kind": worker.kind, "from": first}
    record("roster.take-on", by=by, now=now, subject=worker, partnership=partnership, refers_to=about)
    return worker


@transaction.atomic
def change_worker(worker: Worker, given: Given, *, by: Viewer, now: datetime) -> Worker:
    """Name, function, post, account and the day she was taken on. Nothing changed: nothing is written."""
    check_may_keep(by, worker.partnership_id)
    locked = Worker.objects.visible_to(by).select_for_update(of=("self",)).get(pk=worker.pk)
    new = given.fields()
    if all(getattr(locked, name) == value for name, value in new.items()):
        return locked
    for name, value in new.items():
        setattr(locked, name, value)
    _save(locked)
    record("roster.change", by=by, now=now, subject=locked, partnership=locked.partnership_id)
    return locked


@transaction.atomic
def end_worker(worker: Worker, last: date | None, *, by: Viewer, now: datetime) -> Worker:
    """`last` is the last day that she is there; None: until further notice after all."""
    check_may_keep(by, worker.partnership_id)
    locked = Worker.objects.visible_to(by).select_for_update(of=("self",)).get(pk=worker.pk)
    days = _days(locked.days.lower, last)
    if locked.days == days:
        return locked
    locked.days = days
    _save(locked)
    record("roster.end", by=by, now=now, subject=locked, partnership=locked.partnership_id, refers_to={"last": last})
    return locked


def _days(first: date, last: date | None) -> DateRange:
    if last is not None and last < first:
        raise ValidationError({"last": _("Den sista dagen är före den första. Ändra någon av dem.")})
    if max(first, last or first) > LATEST:
        raise ValidationError({"last" if last else "first": _("Det året ligger för långt fram. Kontrollera det.")})
    return DateRange(first, last + _DAY if last else None)


def _save(worker: Worker) -> None:
    worker.clean_fields(exclude=[each for each in _NOT_ALWAYS if getattr(worker, each) is None])
    if worker.began_on > worker.days.lower:
        said = _("Den första dagen i partnerskapet kan inte vara före dagen då personen började hos er.")
        raise ValidationError({"began_on": said})
    with refusals_of(Worker):
        worker.save()
