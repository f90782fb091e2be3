"""The bell that rings after the new day is derived."""

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.reports.actions import open_what_is_near


def open_reports() -> None:
    """What is soon to be reported is opened. One transaction for each partnership."""
    now, today = clock.now(), clock.today()
    with acting_as_job(Job.DERIVE):
        partnerships = list(Partnership.objects.filter(versions__isnull=False).distinct())
    for partnership in partnerships:
        with acting_as_job(Job.DERIVE):
            open_what_is_near(partnership, by=Job.DERIVE, now=now, today=today)
