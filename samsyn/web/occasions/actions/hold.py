"""An occasion was held and so many came; that was counted wrong; or it was not held after all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.actions.ground import locked
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Count, Heads, Occasion
from samsyn.web.occasions.models.choices import Sex
from samsyn.web.occasions.queries.activities import activity_at
from samsyn.web.occasions.staffing import staffing_of

MOST = 100_000
Table = Mapping[tuple[str, str], int]
"""(sex, age band) → how many, each empty where it was not asked. The total is the sum."""

acts.register(
    {
        "occasion.hold": gettext_lazy("skrev in ett tillfälle som hölls"),
        "occasion.correct": gettext_lazy("rättade hur många som var med vid ett tillfälle"),
        "occasion.take_back": gettext_lazy("tog tillbaka att ett tillfälle hölls"),
    }
)


@transaction.atomic
def hold(occasion: Occasion, heads: Table, *, nobody: bool = False, by: Viewer, now: datetime, today: date) -> Occasion:
    """With heads, or `nobody` came. Held already with the same heads: as it is. Raises ValidationError.

    Refused while fewer work at it than the agreement demands.
    """
    found = locked(occasion, by)
    if found.state == Occasion.State.HELD:
        if _standing(found, by) == _some(heads):
            return found
        raise ValidationError(_("Tillfället är redan inskrivet som hållet. Rätta antalet i stället."))
    if found.state == Occasion.State.CANCELLED:
        raise ValidationError(_("Tillfället är inställt. Planera ett nytt om det ändå hölls."))
    if found.day > today:
        raise ValidationError(_("Dagen har inte varit än. Skriv in tillfället när det har hållits."))
    activity = activity_at(by, found.partnership, dossier_of(found.partnership), found)
    table = _checked(heads, nobody, activity)
    _check_staff(found, activity, by)
    found.state, found.held_at, found.held_by_id = Occasion.State.HELD, now, by.person_id
    found.revision += 1
    found.changed_at = now
    found.save(update_fields=["state", "held_at", "held_by", "revision", "changed_at"])
    _count(found, table, "", by, now)
    refers = {"activity": found.activity, "day": found.day, "count": sum(table.values())}
    record("occasion.hold", by=by, now=now, subject=found, partnership=found.partnership, refers_to=refers)
    return found


@transaction.atomic
def correct(
    occasion: Occasion, heads: Table, reason: str, *, nobody: bool = False, by: Viewer, now: datetime
) -> Occasion:
    """What was counted first stays, beside the new count with its reason. The same again: as it is."""
    found = locked(occasion, by)
    if found.state != Occasion.State.HELD:
        raise ValidationError(_("Tillfället är inte inskrivet som hållet."))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför antalet rättas.")})
    table = _checked(heads, nobody, activity_at(by, found.partnership, dossier_of(found.partnership), found))
    before = _standing(found, by)
    if before == table:
        return found
    _count(found, table, reason.strip(), by, now)
    refers = {
        "activity": found.activity,
        "day": found.day,
        "before": sum(before.values()),
        "count": sum(table.values()),
    }
    record(
        "occasion.correct", by=by, now=now, subject=found, partnership=found.partnership, reason=reason.strip(),
        refers_to=refers,
    )  # fmt: skip
    return found


@transaction.atomic
def take_back(occasion: Occasion, reason: str, *, by: Viewer, now: datetime) -> Occasion:
    """It was the wrong occasion: it is planned again, and its count no longer stands."""
    found = locked(occasion, by)
    if found.state == Occasion.State.PLANNED:
        return found
    if found.state != Occasion.State.HELD:
        raise ValidationError(_("Tillfället är inställt."))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför.")})
    Count.objects.visible_to(by).standing().filter(occasion=found).update(replaced_at=now)
    found.state, found.held_at, found.held_by = Occasion.State.PLANNED, None, None
    found.revision += 1
    found.changed_at = now
    found.save(update_fields=["state", "held_at", "held_by", "revision", "changed_at"])
    refers = {"activity": found.activity, "day": found.day}
    record(
        "occasion.take_back", by=by, now=now, subject=found, partnership=found.partnership, reason=reason.strip(),
        refers_to=refers,
    )  # fmt: skip
    return found


def _checked(heads: Table, nobody: bool, activity: Activity | None) -> dict[tuple[str, str], int]:
    table = _some(heads)
    if nobody and table:
        raise ValidationError({"nobody": _("Antingen kom ingen, eller så kom några. Ändra det ena.")})
    if not nobody and not table:
        raise ValidationError(_("Skriv hur många som var med, eller kryssa för att ingen kom."))
    for (sex, band), n in table.items():
        if not 0 < n <= MOST:
            raise ValidationError(_("Skriv antalet som ett helt tal, högst 100 000."))
        if sex and ("sex" not in (activity.asks if activity else ()) or sex not in Sex.values):
            raise ValidationError(_("Kön räknas inte vid den här aktiviteten."))
        if band and band not in (activity.age_bands if activity else ()):
            raise ValidationError(_("Aktiviteten har ingen sådan åldersgrupp."))
    return table


def _check_staff(found: Occasion, activity: Activity | None, by: Viewer) -> None:
    if activity is None or not activity.staff_at_least:
        return
    working = staffing_of(by, [found])[found.pk].working
    if working < activity.staff_at_least:
        says = _(
            "Minst %(least)s ska arbeta vid tillfället (%(clause)s) och %(working)s är inskrivna. "
            "Skriv in vilka som arbetade, eller ställ in tillfället."
        )
        raise ValidationError(
            says % {"least": activity.staff_at_least, "clause": activity.clause, "working": working}, "staff"
        )


def _count(occasion: Occasion, table: Mapping[tuple[str, str], int], reason: str, by: Viewer, now: datetime) -> None:
    earlier = Count.objects.visible_to(by).filter(occasion=occasion)
    earlier.standing().update(replaced_at=now)
    number = earlier.count() + 1
    own = {"partnership_id": occasion.partnership_id, "organisation_id": occasion.organisation_id}
    made = Count.objects.create(
        **own,
        occasion=occasion,
        number=number,
        nobody=not table,
        reason=reason or ("" if number == 1 else _("hållet igen")),
        made_at=now,
        made_by_id=by.person_id,
    )
    Heads.objects.bulk_create(
        Heads(**own, count=made, occasion=occasion, sex=sex, age_band=band, n=n) for (sex, band), n in table.items()
    )


def _standing(occasion: Occasion, by: Viewer) -> dict[tuple[str, str], int]:
    rows = Heads.objects.visible_to(by).standing().filter(occasion=occasion)
    return {(each.sex, each.age_band): each.n for each in rows}


def _some(heads: Table) -> dict[tuple[str, str], int]:
    return {whom: n for whom, n in heads.items() if n}
