"""The bell that rings after midnight in Sweden, and the one that rings when an index table has been written in."""

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.turns import hold_terms
from samsyn.web.indices.actions import taken_in
from samsyn.web.indices.queries import follows, not_taken_in
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


def derive_with_new_tables() -> None:
    """The partnerships that follow a series with a new table. One transaction for each; cut off, it begins anew."""
    now, today = clock.now(), clock.today()
    with acting_as_job(Job.DERIVE):
        tables = {each.pk: each.series for each in not_taken_in()}
        partnerships = list(Partnership.objects.filter(versions__isnull=False).distinct()) if tables else []
    for partnership in partnerships:
        with acting_as_job(Job.DERIVE):
            hold_terms(partnership.pk)
            dossier = dossier_of(partnership)
            if follows(dossier, tables.values(), today):
                derive_anew(partnership, dossier, by=Job.DERIVE, now=now, today=today)
    if tables:
        with acting_as_job(Job.DERIVE):
            taken_in(tables, now=now)
