"""Who may see letters, and how long they are kept."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify
from samsyn.web.reminders.models import Letter, Wish

_PURPOSE = _("Att ingen glömmer vad parterna har lovat varandra.")
_STAFF = _("personer som arbetar i en part")


def letters_long_read(now: datetime) -> QuerySet[Letter]:
    return Letter.objects.filter(made_at__lt=now - timedelta(days=365))


def wishes_of_those_who_left(now: datetime) -> QuerySet[Wish]:
    still_there = Q(person__memberships__organisation=F("organisation"))
    return Wish.objects.filter(pk__in=Wish.objects.exclude(still_there).values("pk"))


classify(
    "reminders.Letter",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Gallras efter ett år."), "GDPR art. 5.1 e", due=letters_long_read),
    fields={
        Audience.SELF: (
            "id kind about person organisation partnership obligation subject body calendar made_at only_here waits "
            "taken_up_by claimed_at sent_at"
        ),
    },
    personal="person subject body calendar",
    subjects=_STAFF,
    owner="organisation_id",
)
classify(
    "reminders.Wish",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras när personens roller har gallrats."), "GDPR art. 5.1 e", due=wishes_of_those_who_left
    ),
    fields={Audience.SELF: "id person organisation how chosen_at"},
    personal="person how",
    subjects=_STAFF,
    owner="organisation_id",
)
