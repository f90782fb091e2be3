"""Our own table, and those that come with the packages we use."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import Audience, Controller, Retention, classify

_WITH_THE_PERSON = Retention(_("Gallras tillsammans med personen."), "GDPR art. 5.1 e")
_NO_PERSONAL_DATA = Retention(_("Innehåller inga personuppgifter."), "–")
_STAFF = _("personer som arbetar i en part")
_SIGNING_IN = _("Att bara rätt person kommer in.")
_SECURITY = _("Säkerhet i behandlingen (GDPR art. 32)")
_MACHINERY = _("Att systemet fungerar.")


def sessions_ended(now: datetime) -> QuerySet[Any]:
    return Session.objects.filter(expire_date__lt=now)


classify(
    "privacy.PurgeRun",
    purpose=_("Att kunna visa att gallringen har gjorts."),
    basis=_("Ansvarsskyldighet (GDPR art. 5.2)"),
    controller=Controller.OWNER,
    retention=_NO_PERSONAL_DATA,
    fields={Audience.OVERSIGHT: "id at organisation counts"},
    owner="organisation_id",
)
classify(
    "account.EmailAddress",
    called=_("E-postadress för inloggning"),
    purpose=_SIGNING_IN,
    basis=_SECURITY,
    controller=Controller.OWNER,
    retention=_WITH_THE_PERSON,
    fields={Audience.SELF: "id user email verified primary"},
    personal="user email",
    subjects=_STAFF,
)
classify(
    "account.EmailConfirmation",
    called=_("Bekräftelse av e-postadress"),
    purpose=_SIGNING_IN,
    basis=_SECURITY,
    controller=Controller.OWNER,
    retention=_WITH_THE_PERSON,
    fields={Audience.NOBODY: "id email_address created sent key"},
    personal="email_address",
    subjects=_STAFF,
)
classify(
    "mfa.Authenticator",
    called=_("Kodapp, nyckel och reservkoder"),
    purpose=_SIGNING_IN,
    basis=_SECURITY,
    controller=Controller.OWNER,
    retention=_WITH_THE_PERSON,
    fields={Audience.SELF: "id user type created_at last_used_at", Audience.NOBODY: "data"},
    personal="user type data created_at last_used_at",
    subjects=_STAFF,
)
classify(
    "sessions.Session",
    called=_("Pågående inloggning"),
    purpose=_("Att den som har loggat in slipper göra det på varje sida."),
    basis=_SECURITY,
    controller=Controller.OPERATOR,
    retention=Retention(_("Gallras varje natt när den har gått ut."), "GDPR art. 5.1 e", due=sessions_ended),
    fields={Audience.NOBODY: "session_key session_data expire_date"},
    personal="session_data",
    subjects=_STAFF,
)
_MACHINES = {
    "auth.Permission": (_("Rättighet (används inte)"), "id name content_type codename"),
    "auth.Group": (_("Grupp (används inte)"), "id name permissions"),
    "auth.Group_permissions": (_("Gruppens rättigheter (används inte)"), "id group permission"),
    "contenttypes.ContentType": (_("Tabellernas namn"), "id app_label model"),
    "procrastinate.ProcrastinateJob": (
        _("Jobb i kö"),
        "id queue_name task_name priority lock args status scheduled_at attempts queueing_lock abort_requested worker",
    ),
    "procrastinate.ProcrastinateEvent": (_("Jobbets gång"), "id job type at"),
    "procrastinate.ProcrastinatePeriodicDefer": (
        _("Återkommande jobb"),
        "id task_name defer_timestamp job periodic_id",
    ),
    "procrastinate.ProcrastinateWorker": (_("Arbetare"), "id last_heartbeat"),
}
for _model, (_called, _fields) in _MACHINES.items():
    classify(
        _model,
        called=_called,
        purpose=_MACHINERY,
        basis=_SECURITY,
        controller=Controller.OPERATOR,
        retention=_NO_PERSONAL_DATA,
        fields={Audience.NOBODY: _fields},
    )
