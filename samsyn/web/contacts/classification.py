"""Who may see contacts, and how long they are kept."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.contacts.models import Contact
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify


def contacts_long_ended(now: datetime) -> QuerySet[Contact]:
    return Contact.objects.filter(until__lt=(now - timedelta(days=365)).date())


classify(
    "contacts.Contact",
    purpose=_("Att veta vem man ringer om vad."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras ett år efter att kontakten har tagits bort."), "GDPR art. 5.1 e", due=contacts_long_ended
    ),
    fields={
        Audience.PARTIES: (
            "id partnership organisation topic about function name phone email hours since until confirmed_on"
        ),
        Audience.ORGANISATION: "confirmed_by",
    },
    personal="function name phone email hours confirmed_by",
    subjects=_("personer som arbetar i en part"),
    owner="organisation_id",
)
