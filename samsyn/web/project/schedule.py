"""All that happens unasked, on one page. A job is a bell: it calls an action and may ring twice without harm."""

from dataclasses import dataclass

from procrastinate.contrib.django import app

from samsyn.web.privacy import jobs as privacy


@dataclass(frozen=True, slots=True)
class Bell:
    """`cron` is in UTC, which is what the worker's clock shows."""

    cron: str
    job: privacy.Job
    says: str


BELLS = [
    Bell("20 1 * * *", privacy.purge_what_is_too_old, "Erase what is older than its retention allows."),
    Bell("50 1 * * *", privacy.forget_old_attempts, "Remove counts of sign-in attempts that have expired."),
]

for bell in BELLS:
    app.periodic(cron=bell.cron)(app.task(name=bell.job.__qualname__, queueing_lock=bell.job.__qualname__)(bell.job))
