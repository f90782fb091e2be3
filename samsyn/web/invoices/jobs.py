"""The bell that writes drafts of what is soon to be invoiced."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.invoices.actions.draft import draft, payer_of
from samsyn.web.invoices.models import Invoice
from samsyn.web.obligations.models import Obligation
from samsyn.web.project import clock

AHEAD = timedelta(days=14)
"""So long before its day a draft is written, that two people have time to look at it."""
BEHIND = timedelta(days=31)
"""What was to be invoiced longer ago than this waits for a person: an agreement may be laid in years after it began."""


def draft_what_is_due() -> None:
    """One transaction for each invoice. What is drafted already, or was thrown away, is left alone."""
    now, today = clock.now(), clock.today()
    with acting_as_job(Job.DERIVE):
        due = what_is_due(today)
    for obligation in due:
        with acting_as_job(Job.DERIVE):
            try:
                draft(obligation, by=Job.DERIVE, now=now, today=today)
            except ValidationError:
                continue  # what cannot be drafted says so on the page, where a person can do something about it


def what_is_due(today: date) -> list[Obligation]:
    """Open, of a sum that one payer owes, and never drafted."""
    rows = Obligation.objects.filter(kind="invoice", owed_by__len=1).open().between(today - BEHIND, today + AHEAD)
    touched = set(Invoice.objects.filter(obligation__in=rows).values_list("obligation_id", flat=True))
    found = rows.select_related("partnership").order_by("partnership", "due")
    return [each for each in found if each.pk not in touched and payer_of(each) is not None]
