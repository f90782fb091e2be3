"""Who may see what in the history. Purging another table reaches here by itself (privacy.actions.purge)."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.jobs import Job
from samsyn.web.history.models import Act
from samsyn.web.privacy.classes import ACCOUNT_OF_ACTS, Audience, Controller, Retention, classify

_YEAR = timedelta(days=365)


def acts_too_old(now: datetime) -> QuerySet[Act]:
    """Who signed in when is needed for looking into what went wrong, not for ten years of each person's days."""
    signed_in = Q(job=Job.SIGN_IN, at__lt=now - 2 * _YEAR)
    return Act.objects.filter(Q(at__lt=now - 10 * _YEAR) | signed_in, erased_at=None)


classify(
    "history.Act",
    purpose=_("Att kunna visa vem som har gjort vad, när och varför."),
    basis=ACCOUNT_OF_ACTS,
    controller=Controller.OWNER,
    retention=Retention(
        _(
            "Töms när det som händelsen gäller gallras, inloggningar efter två år och allt annat senast efter tio år. "
            "Kvar blir att något gjordes och när."
        ),
        "SoLPuL 10 §, GDPR art. 5.1 e",
        due=acts_too_old,
    ),
    fields={
        Audience.PARTIES: "id name at organisation partnership job clause reason subject_type subject_id shared",
        Audience.ORGANISATION: "person_id",
        Audience.OVERSIGHT: "refers_to erased_at",
    },
    personal="person_id subject_id reason refers_to",
    subjects=_("personer som arbetar i en part, och den som händelsen gäller"),
    owner="organisation_id",
)
