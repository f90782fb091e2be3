"""What was done about it, and that it is over."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.incidents import Tell
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.incidents.actions.rows import locked
from samsyn.web.incidents.models import Incident
from samsyn.web.incidents.permissions import check_may_answer_for, check_may_write
from samsyn.web.incidents.queries import standings, untold

acts.register(
    {
        "incident.follow_up": gettext_lazy("skrev vad som är gjort efter en händelse"),
        "incident.close": gettext_lazy("avslutade en händelse"),
        "incident.take_back": gettext_lazy("tog tillbaka en händelse som var skriven av misstag"),
    }
)


@transaction.atomic
def follow_up(incident: Incident, measures: str, *, by: Viewer, now: datetime) -> Incident:
    """Written anew it is all that stands; the same once more changes nothing."""
    check_may_answer_for(by, incident)
    row = locked(incident, by)
    if row.is_concern:
        raise ValidationError(_("Om en oro för ett barn skrivs ingenting här. Avsluta händelsen när anmälan är gjord."))
    if not measures.strip():
        raise ValidationError(
            {"measures": _("Skriv vad ni har gjort, eller ska göra, för att det inte ska hända igen.")}
        )
    if (row.measures, row.state) == (measures.strip(), Incident.State.FOLLOWED_UP):
        return row
    row.measures, row.state = measures.strip(), Incident.State.FOLLOWED_UP
    row.save(update_fields=["measures", "state"])
    record("incident.follow_up", by=by, now=now, subject=row, partnership=row.partnership_id)
    return row


@transaction.atomic
def close(incident: Incident, closed_with: str, *, by: Viewer, now: datetime, today: date) -> Incident:
    """When all have been told whom clause or law demands, and it is said how it ended. Closed already: as it is."""
    check_may_answer_for(by, incident)
    there = Incident.objects.visible_to(by).get(pk=incident.pk)
    if there.state == Incident.State.CLOSED:
        return there
    row = locked(incident, by)
    if not row.is_concern and not closed_with.strip():
        raise ValidationError({"closed_with": _("Skriv hur det slutade.")})
    mine = own_key(by, row.partnership_id) or ""
    left = untold(standings(dossier_of(row.partnership), mine, row, row.told.live(), today))
    if left:
        raise ValidationError([_still_to_tell(each) for each in left])
    row.closed_with = "" if row.is_concern else closed_with.strip()
    row.state, row.closed_at, row.closed_by_id = Incident.State.CLOSED, now, by.person_id
    row.save(update_fields=["closed_with", "state", "closed_at", "closed_by"])
    record("incident.close", by=by, now=now, subject=row, partnership=row.partnership_id)
    return row


@transaction.atomic
def take_back(incident: Incident, *, by: Viewer, now: datetime) -> Incident:
    """Written by mistake: the number stays, the texts are gone and it is not counted. Taken back already: as it is."""
    check_may_write(by, incident)
    there = Incident.objects.visible_to(by).get(pk=incident.pk)
    if there.state == Incident.State.TAKEN_BACK:
        return there
    row = locked(incident, by)
    if row.told.live().exists():
        raise ValidationError(_("Någon har redan fått veta. Ta först tillbaka det som är berättat."))
    row.says = row.measures = row.closed_with = row.place = ""
    row.state, row.closed_at, row.closed_by_id = Incident.State.TAKEN_BACK, now, by.person_id
    row.mark = None
    row.save()
    record("incident.take_back", by=by, now=now, subject=row, partnership=row.partnership_id)
    return row


def _still_to_tell(tell: Tell) -> str:
    what = {"whom": tell.name, "by": tell.clause or tell.law}
    return _("%(whom)s har inte fått veta än (%(by)s). Skriv in när de har det, och avsluta sedan.") % what
