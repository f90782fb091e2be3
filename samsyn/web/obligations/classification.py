"""Who may see what of obligations and calendar addresses."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.obligations.models import FeedKey
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan")


def addresses_nobody_uses(now: datetime) -> QuerySet[FeedKey]:
    """Revoked a year ago, or of someone who no longer has any role where it was opened."""
    still_there = Q(person__memberships__organisation=F("organisation"))
    left = FeedKey.objects.exclude(still_there)
    return FeedKey.objects.filter(Q(revoked_at__lt=now - timedelta(days=365)) | Q(pk__in=left.values("pk")))


classify(
    "obligations.Obligation",
    called=_("Åtagande"),
    purpose=_("Att visa vad var och en ska göra, och när."),
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership term occurrence kind by_keys to_keys owed_by owed_to joint says window_start window_end "
            "due due_stated evidence amount_ore amount_note clause reason assumptions fell_away_on met_on "
            "waived_on disputed_on"
        ),
    },
)
classify(
    "obligations.Evidence",
    purpose=_("Att visa att åtagandena har uppfyllts."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership obligation kind done_on document meeting says organisation given_at taken_back_at "
            "taken_back_because"
        ),
        Audience.ORGANISATION: "given_by",
    },
    personal="given_by says",
    subjects=_("personer som arbetar i en part"),
    owner="organisation_id",
)
classify(
    "obligations.Objection",
    purpose=_("Att en part kan säga emot, och att det syns hur det löstes."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: ("id partnership obligation organisation raised_on raised_at reason settled_on settled_how"),
        Audience.ORGANISATION: "raised_by",
    },
    personal="raised_by reason settled_how",
    subjects=_("personer som arbetar i en part"),
    owner="organisation_id",
)
classify(
    "obligations.Outlook",
    called=_("Läge för ett partnerskap"),
    purpose=_("Att visa många partnerskap i en lista."),
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: "partnership first_day last_day extend_by notice_by may_last_to open_assumptions",
    },
)
classify(
    "obligations.FeedKey",
    called=_("Kalenderadress"),
    purpose=_("Att visa åtaganden i personens egen kalender."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras ett år efter att adressen har stängts, eller när personens roller har gallrats."),
        "GDPR art. 5.1 e",
        due=addresses_nobody_uses,
    ),
    fields={
        Audience.SELF: "id person organisation named titled_at opened_at revoked_at",
        Audience.NOBODY: "secret_sha256",
    },
    personal="person named titled_at opened_at revoked_at",
    subjects=_("personer som arbetar i en part"),
    owner="organisation_id",
)
