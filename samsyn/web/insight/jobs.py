"""The bell that rings in the morning for what is asked and not answered."""

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.insight.actions import remind_of_requests
from samsyn.web.insight.models import Request
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock


def remind_of_what_is_asked() -> None:
    """One transaction for each partnership."""
    now, today = clock.now(), clock.today()
    with acting_as_job(Job.REMIND):
        asked = Request.objects.standing().values("partnership")
        partnerships = list(Partnership.objects.filter(pk__in=asked).order_by("pk"))
    for partnership in partnerships:
        with acting_as_job(Job.REMIND):
            remind_of_requests(partnership, by=Job.REMIND, now=now, today=today)
