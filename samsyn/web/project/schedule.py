"""All that happens unasked, on one page. A job is a bell: it calls an action and may ring twice without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from procrastinate.contrib.django import app

from samsyn.web.beds import jobs as beds
from samsyn.web.insight import jobs as insight
from samsyn.web.invoices import jobs as invoices
from samsyn.web.obligations import jobs as obligations
from samsyn.web.privacy import jobs as privacy
from samsyn.web.publication import jobs as publication
from samsyn.web.reminders import jobs as reminders
from samsyn.web.reports import jobs as reports
from samsyn.web.statements import jobs as statements
from samsyn.web.support import jobs as support
from samsyn.web.surveys import jobs as surveys
from samsyn.web.tallies import jobs as tallies

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
    Bell("indices", "*/2 * * * *", obligations.derive_with_new_tables, "Work sums out with a new index table."),
    Bell("statements", "25 23 * * *", statements.open_statements, "Open the statements that are soon to be handed in."),
    Bell("reports", "25 23 * * *", reports.open_reports, "Open the reports that are soon to be submitted."),
    Bell("invoices", "25 23 * * *", invoices.draft_what_is_due, "Draft what is soon to be invoiced by a plan."),
    Bell(
        "publication", "35 23 * * *", publication.renew_public_pages, "Show everyone what the parties have let go of."
    ),
    Bell("remind", "30 3 * * *", reminders.remind_of_the_day, "Write to both sides about what is near its day."),
    Bell("insight", "35 3 * * *", insight.remind_of_what_is_asked, "Write to both sides about what is asked for."),
    Bell("letters", "*/2 * * * *", reminders.send_what_is_written, "Hand over to the post what is written."),
    Bell("lists", "5 * * * *", beds.write_the_lists, "Write tonight's list of each night site, for paper."),
    Bell("purge", "20 1 * * *", privacy.purge_what_is_too_old, "Erase what is older than its retention allows."),
    Bell("mix", "35 1 * * *", support.mix_the_rows, "Lay the support contacts in an order that tells no hour."),
    Bell("mix-answers", "40 1 * * *", surveys.mix_the_answers, "Lay the answers to surveys in such an order too."),
    Bell(
        "cards",
        "45 1 * * *",
        tallies.put_the_cards_away,
        "Throw away the keys of visitors' cards of years that are over.",
    ),
    Bell("attempts", "50 1 * * *", privacy.forget_old_attempts, "Remove expired counts of sign-in attempts."),
]


def _hang(bell: Bell) -> None:
    """One ring at a time waits in the queue, however long the worker was away."""

    def ring(timestamp: int) -> None:
        bell.job()

    app.periodic(cron=bell.cron)(app.task(name=bell.name, queueing_lock=bell.name)(ring))


for _bell in BELLS:
    _hang(_bell)
