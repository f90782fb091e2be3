"""The bell that rings after midnight in Sweden."""

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.turns import hold_terms
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock


def derive_the_new_day() -> None:
    """A tacit extension happens by itself when its day has passed. One transaction for each partnership."""
    now, today = clock.now(), clock.today()
    with acting_as_job(Job.DERIVE):
        partnerships = list(Partnership.objects.filter(versions__isnull=False).distinct())
    for partnership in partnerships:
        with acting_as_job(Job.DERIVE):
            hold_terms(partnership.pk)
            derive_anew(partnership, dossier_of(partnership), by=Job.DERIVE, now=now, today=today)
