"""Who may see a contact, and how long it is kept. There is nobody in it; we keep it as if there were."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify
from samsyn.web.project.clock import SWEDEN
from samsyn.web.support.models import SupportContact

YEARS_KEPT = 2


def contacts_too_old(now: datetime) -> QuerySet[SupportContact]:
    """Whole half-years, so that no figure is shown of a half-year that is half gone."""
    today = now.astimezone(SWEDEN).date()
    return SupportContact.objects.filter(day__lt=date(today.year - YEARS_KEPT, 1 if today.month <= 6 else 7, 1))


classify(
    "support.SupportContact",
    purpose=_("Att kunna berätta hur många kontakter det har varit, utan att veta vilka det var."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras två år efter att halvåret har slutat. Det är vår tolkning: så länge kan två år jämföras."),
        "GDPR art. 5.1 e",
        due=contacts_too_old,
    ),
    fields={
        Audience.ORGANISATION: "id partnership organisation day channel kind first_or_returning children concern",
    },
    # No row says who. With what someone else knows, a day and a number of children may still be recognised.
    personal="day children concern",
    subjects=_("den som har sökt stöd, om någon känner igen en rad på annat som den vet"),
    owner="organisation_id",
    called=_("kontakt, utan person"),
)
