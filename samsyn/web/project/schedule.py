"""All that happens unasked, on one page. A job is a bell: it calls an action and may ring twice without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from procrastinate.contrib.django import app

from samsyn.web.obligations import jobs as obligations
from samsyn.web.privacy import jobs as privacy

Job = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Bell:
    """`cron` is in UTC, which is what the worker's clock shows."""

    name: str
    cron: str
    job: Job
    says: str


BELLS = [
    Bell("derive", "15 23 * * *", obligations.derive_the_new_day, "See what follows from the agreements on a new day."),
    Bell("purge", "20 1 * * *", privacy.purge_what_is_too_old, "Erase what is older than its retention allows."),
    Bell("attempts", "50 1 * * *", privacy.forget_old_attempts, "Remove expired counts of sign-in attempts."),
]


def _hang(bell: Bell) -> None:
    """One ring at a time waits in the queue, however long the worker was away."""

    def ring(timestamp: int) -> None:
        bell.job()

    app.periodic(cron=bell.cron)(app.task(name=bell.name, queueing_lock=bell.name)(ring))


for _bell in BELLS:
    _hang(_bell)
