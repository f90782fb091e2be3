"""One occasion is planned, or moved to another time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions import followers
from samsyn.web.occasions.actions.ground import activity_or_refuse, check_times, locked
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.permissions import check_may_hold
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.project.ids import new_id
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import check_may_put_on

EARLIEST, LATEST = timedelta(days=400), timedelta(days=800)
"""Before and after today: what is typed further away is a wrong year."""

acts.register(
    {
        "occasion.plan": gettext_lazy("planerade ett tillfälle"),
        "occasion.move": gettext_lazy("ändrade ett planerat tillfälle"),
    }
)


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where, by the clock in Sweden. `receiver`: an organisation that a lecture is for, never a person."""

    day: date
    starts: time
    ends: time
    place: str = ""
    responsible: Worker | None = None
    receiver_kind: str = ""
    receiver: str = ""


@transaction.atomic
def plan(
    partnership: Partnership,
    activity: str,
    wanted: Plan,
    *,
    made: UUID | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Occasion:
    """A day that has been can be planned too: an evening that nobody wrote in. Raises ValidationError.

    `made` is the form's own id: sent twice there is one occasion.
    """
    check_may_hold(by, partnership.pk)
    key = made or new_id()
    take_turns(f"occasion {key}")
    there = Occasion.objects.visible_to(by).filter(pk=key).first()
    if there is not None:
        return there
    dossier = dossier_of(partnership)
    check_day(wanted.day, today)
    found = activity_or_refuse(by, partnership, dossier, activity, wanted.day)
    check(wanted, found, dossier, by)
    with refusals_of(Occasion):
        planned = Occasion.objects.create(
            id=key,
            partnership=partnership,
            organisation_id=by.organisation_id,
            **of_activity(found),
            **written(wanted),
            planned_at=now,
            planned_by_id=by.person_id,
            changed_at=now,
        )
    record("occasion.plan", by=by, now=now, subject=planned, partnership=partnership, refers_to=about(planned))
    return planned


@transaction.atomic
def move(occasion: Occasion, wanted: Plan, *, by: Viewer, now: datetime, today: date) -> Occasion:
    """Another time, place, receiver or person responsible. Only while it is planned: ValidationError.

    Its shifts come along (`followers`).
    """
    found = locked(occasion, by)
    if found.state != Occasion.State.PLANNED:
        raise ValidationError(_("Tillfället är redan hållet eller inställt, och ändras inte."))
    check_day(wanted.day, today)
    dossier = dossier_of(found.partnership)
    check(wanted, activity_or_refuse(by, found.partnership, dossier, found.activity, wanted.day), dossier, by)
    changed = {name: value for name, value in written(wanted).items() if getattr(found, name) != value}
    if not changed:
        return found
    before = found.span
    for name, value in changed.items():
        setattr(found, name, value)
    found.revision += 1
    found.changed_at = now
    with refusals_of(Occasion):
        found.save(update_fields=[*changed, "revision", "changed_at"])
    record("occasion.move", by=by, now=now, subject=found, partnership=found.partnership, refers_to=about(found))
    followers.moved(found, before, by=by, now=now)
    return found


def about(occasion: Occasion) -> dict[str, Any]:
    return {"activity": occasion.activity, "day": occasion.day}


def of_activity(found: Activity) -> dict[str, Any]:
    """What an occasion keeps of its activity."""
    return {"activity": found.key, "kind": found.kind, "counts": found.counts, "discreet": found.discreet}


def written(wanted: Plan) -> dict[str, Any]:
    return {
        "day": wanted.day,
        "starts": wanted.starts,
        "ends": wanted.ends,
        "place": wanted.place.strip(),
        "responsible": wanted.responsible,
        "receiver_kind": wanted.receiver_kind,
        "receiver": wanted.receiver.strip(),
    }


def check_day(day: date, today: date) -> None:
    if not today - EARLIEST <= day <= today + LATEST:
        raise ValidationError({"day": _("Den dagen ligger för långt bort. Kontrollera året.")})


def check(wanted: Plan, found: Activity, dossier: Dossier, by: Viewer) -> None:
    check_times(wanted.day, wanted.starts, wanted.ends)
    if wanted.receiver_kind and wanted.receiver_kind not in found.receivers:
        raise ValidationError({"receiver_kind": _("Överenskommelsen nämner ingen sådan mottagare.")})
    if wanted.responsible is not None:
        try:
            check_may_put_on(by, wanted.responsible, found.exposure, dossier, wanted.day)  # type: ignore[arg-type]
        except ValidationError as trouble:
            raise ValidationError({"responsible": trouble.messages}) from trouble
