"""An activity that the agreement does not name is added by a decision, and ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.models import Decision
from samsyn.web.meetings.queries import check_can_rest_on
from samsyn.web.occasions.models import Figure, Occasion, OwnActivity
from samsyn.web.occasions.models.choices import Kind
from samsyn.web.occasions.permissions import check_may_answer_for
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register(
    {
        "activity.add": gettext_lazy("lade till en aktivitet efter ett beslut"),
        "activity.end": gettext_lazy("avslutade en egen aktivitet"),
    }
)


@transaction.atomic
def add_activity(
    partnership: Partnership,
    name: str,
    kind: str,
    counts: str,
    decision: Decision,
    *,
    because: str = "",
    asks_sex: bool = True,
    age_bands: Iterable[str] = (),
    exposure: Iterable[str] = (),
    by: Viewer,
    now: datetime,
) -> OwnActivity:
    """From the day of `now`. The decision stands in approved minutes of this partnership: else ValidationError.

    `because`: what led to it, such as which needs («många vill öva svenska»); never who said so. The same name by the
    same decision again: what is there.
    """
    check_may_answer_for(by, partnership.pk)
    _check(name, kind, counts)
    check_can_rest_on(decision, by, partnership)
    take_turns(f"own-activities {by.organisation_id} {partnership.pk}")
    rows = OwnActivity.objects.visible_to(by).filter(partnership=partnership)
    there = rows.filter(name=name.strip(), decision=decision, ended_on=None).first()
    if there is not None:
        return there
    with refusals_of(OwnActivity):
        made = OwnActivity.objects.create(
            partnership=partnership,
            organisation_id=by.organisation_id,
            key=f"own_{rows.count() + 1}",
            name=name.strip(),
            kind=kind,
            counts=counts,
            asks_sex=asks_sex,
            age_bands=list(age_bands),
            exposure=sorted(exposure),
            decision=decision,
            because=because.strip(),
            since=now.astimezone(SWEDEN).date(),
            made_at=now,
            made_by_id=by.person_id,
        )
    refers = {"activity": made.key, "decision": decision.pk}
    record("activity.add", by=by, now=now, subject=made, partnership=partnership, refers_to=refers)
    return made


@transaction.atomic
def end_activity(activity: OwnActivity, last: date, *, by: Viewer, now: datetime) -> OwnActivity:
    """`last` is the last day on which it can be held. Planned occasions after it must be cancelled first."""
    check_may_answer_for(by, activity.partnership_id)
    found = OwnActivity.objects.visible_to(by).select_for_update().get(pk=activity.pk)
    if found.ended_on is not None:
        return found
    if last < found.since:
        raise ValidationError({"last": _("Aktiviteten kan inte sluta innan den började.")})
    after = Occasion.objects.visible_to(by).planned().filter(activity=found.key, partnership=found.partnership_id)
    if after.filter(day__gt=last).exists():
        raise ValidationError({"last": _("Det finns planerade tillfällen efter den dagen. Ställ in dem först.")})
    found.ended_on = last
    found.save(update_fields=["ended_on"])
    refers = {"activity": found.key, "last": last}
    record("activity.end", by=by, now=now, subject=found, partnership=found.partnership_id, refers_to=refers)
    return found


def _check(name: str, kind: str, counts: str) -> None:
    if not name.strip():
        raise ValidationError({"name": _("Skriv vad aktiviteten heter.")})
    if kind not in Kind.values or counts not in Figure.values:
        raise ValidationError(_("Välj vad det är för slags aktivitet och vilket tal som räknas."))
