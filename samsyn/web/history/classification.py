"""Who may see what in the history. Purging another table reaches here by itself (privacy.actions.purge)."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.history.models import Act
from samsyn.web.privacy.classes import Audience, Controller, Retention, classify


def acts_too_old(now: datetime) -> QuerySet[Act]:
    return Act.objects.filter(at__lt=now - timedelta(days=10 * 365), erased_at=None)


classify(
    "history.Act",
    purpose=_("Att kunna visa vem som har gjort vad, när och varför."),
    basis=_("Rättslig förpliktelse eller berättigat intresse (GDPR art. 6.1 c och f)"),
    controller=Controller.OWNER,
    retention=Retention(
        _("Töms när det som händelsen gäller gallras, och senast efter tio år. Kvar blir att något gjordes och när."),
        "SoLPuL 10 §, GDPR art. 5.1 e",
        due=acts_too_old,
    ),
    fields={
        Audience.PARTIES: "name at organisation partnership clause shared",
        Audience.OVERSIGHT: "id person_id job subject_type subject_id reason refers_to erased_at",
    },
    personal="person_id subject_id reason refers_to",
    subjects=_("personer som arbetar i en part, och den som händelsen gäller"),
    owner="organisation_id",
)
