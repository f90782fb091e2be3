"""Who may see what about partnerships and who sits in their bodies."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.partnerships.models import Appointment
from samsyn.web.privacy.classes import Audience, Controller, Retention, classify

_AS_THE_AGREEMENT = Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan")


def functions_long_ended(now: datetime) -> QuerySet[Appointment]:
    return Appointment.objects.filter(until__lt=(now - timedelta(days=5 * 365)).date())


classify(
    "partnerships.Partnership",
    purpose=_("Att hålla ihop det som hör till en överenskommelse."),
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_AS_THE_AGREEMENT,
    fields={Audience.PARTICIPANTS: "id slug name is_demo twin_of"},
)
classify(
    "partnerships.PartnershipParty",
    purpose=_("Att veta vilka som är parter och vilket diarienummer myndigheten har."),
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_AS_THE_AGREEMENT,
    fields={Audience.PARTICIPANTS: "id partnership organisation key kind case_number"},
    owner="organisation_id",
)
classify(
    "partnerships.Appointment",
    purpose=_("Att veta vem som sitter i styrgruppen och andra grupper, och på vilken funktion."),
    basis=_("Överenskommelsen"),
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras fem år efter att uppdraget har upphört. Protokollen visar då ändå vilka som deltog."),
        "GDPR art. 5.1 e",
        due=functions_long_ended,
    ),
    fields={Audience.PARTICIPANTS: "id person partnership organisation body function since until"},
    personal="person function since until",
    subjects=_("personer som företräder en part"),
    owner="organisation_id",
)
