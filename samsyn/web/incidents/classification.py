"""Who may see what of an incident, and how long its texts are kept."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.incidents.models import Incident
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

YEARS_KEPT = 2
_YEAR = timedelta(days=366)
_PURPOSE = _("Att ta hand om det som har hänt, berätta det för dem som ska veta och lära av det.")
_SUBJECTS = _("den som arbetade, och den som någon känner igen i det som är skrivet fast ingen är nämnd")


def incidents_long_closed(now: datetime) -> QuerySet[Incident]:
    return Incident.objects.filter(closed_at__lt=now - YEARS_KEPT * _YEAR)


_OVER = Retention(
    _("Gallras två år efter att händelsen avslutades. Det är vår tolkning; organisationen kan bestämma en annan tid."),
    "GDPR art. 5.1 e",
    due=incidents_long_closed,
)
classify(
    "incidents.Incident",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_OVER,
    # The texts are fewer's than this says: the reporter's and theirs who answer for the work (permissions.may_read).
    fields={
        Audience.ORGANISATION: (
            "id partnership organisation year number kind happened_on happened_at place serious identity_known says "
            "measures state closed_with closed_at closed_by reported_at reported_by mark "
            "coordination_told_at"
        ),
    },
    personal="says measures closed_with place closed_by reported_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "incidents.Told",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Gallras med händelsen, två år efter att den avslutades."), "GDPR art. 5.1 e"),
    # Of the parties only the one that is told; where a body is told, those who sit in it.
    fields={
        Audience.PARTIES: (
            "id partnership organisation label kind happened_on serious to_kind whom receiver on how for_them "
            "taken_back_at"
        ),
        Audience.ORGANISATION: "incident reference told_at told_by taken_back_by",
    },
    personal="for_them told_by taken_back_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
