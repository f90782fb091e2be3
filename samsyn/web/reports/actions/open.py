"""A report is opened: by itself when its day is near, or by hand before that."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.reports import Covers, days_covered
from samsyn.rules.terms.followup import Report as Template
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.request import require
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.reports.models import Report
from samsyn.web.reports.queries import base_of, days_of, soon_due

acts.register({"report.open": gettext_lazy("öppnade en rapport")})


@transaction.atomic
def open_report(obligation: Obligation, *, by: Viewer, now: datetime, today: date) -> Report:
    """By a party that fills in a part, or compiles. Opened already, it is the one that is there.

    ValidationError where the agreement has no template for the duty, or no such duty any more.
    """
    require(by, Permission.FULFIL)
    partnership = obligation.partnership
    dossier = dossier_of(partnership)
    terms = terms_on(dossier, today, today)
    term = next((key for key, each in terms.report.items() if each.duty == obligation.term and each.applies), None)
    if term is None or obligation.fell_away_on:
        raise ValidationError(_("Det finns ingen sådan rapport att lämna enligt överenskommelsen."))
    template = terms.report[term]
    if own_key(by, partnership.pk) not in (*template.signed_by, template.compiled_by):
        raise ValidationError(_("Det är inte ni som fyller i eller sammanställer den rapporten."))
    return _opened(term, obligation, template, dossier, by=by, now=now, today=today)


@transaction.atomic
def open_what_is_near(partnership: Partnership, *, by: Job, now: datetime, today: date) -> int:
    """Twice is once. How many were opened."""
    dossier = dossier_of(partnership)
    templates = terms_on(dossier, today, today).report
    found = soon_due(partnership, dossier, today)
    for term, obligation in found:
        _opened(term, obligation, templates[term], dossier, by=by, now=now, today=today)
    return len(found)


def _opened(
    term: str,
    obligation: Obligation,
    template: Template,
    dossier: Dossier,
    *,
    by: Viewer | Job,
    now: datetime,
    today: date,
) -> Report:
    days = days_of_report(template, obligation, dossier, today)
    take_turns(f"reports/{obligation.partnership_id}/{term}/{base_of(obligation)}")
    there = _there(term, obligation, days)
    if there is not None:
        return there
    report = Report(
        partnership_id=obligation.partnership_id,
        term=term,
        obligation=obligation,
        days=PgRange(days.start, days.end),
        opened_at=now,
    )
    # What is open belongs to all the parties, and follows from the agreement whoever sees it first.
    with also_as_job(by if isinstance(by, Job) else Job.DERIVE):
        report.save(force_insert=True)
    record(
        "report.open", by=by, now=now, subject=report, partnership=obligation.partnership_id,
        clause=obligation.clause, refers_to={"obligation": obligation.pk}, shared=True,
    )  # fmt: skip
    return report


def _there(term: str, obligation: Obligation, days: DateRange) -> Report | None:
    """Also where another party's occurrence of the same duty stands for it. What lasts is reported time after time."""
    rows = Report.objects.filter(partnership_id=obligation.partnership_id, term=term).select_related("obligation")
    same = [each for each in rows if base_of(each.obligation) == base_of(obligation)]
    return next((each for each in same if not obligation.lasts or days_of(each) == days), None)


def days_of_report(template: Template, obligation: Obligation, dossier: Dossier, today: date) -> DateRange:
    window = DateRange(obligation.window_start, obligation.window_end)
    siblings = Obligation.objects.filter(
        partnership_id=obligation.partnership_id, term=obligation.term, window_start=window.start
    )
    before = [each for each in siblings.standing().values_list("due", flat=True) if each]
    covers = template.covers if obligation.due else _lasting(template)
    return days_covered(covers, window=window, due=obligation.due or today, before=before, life=life(dossier, today))


def _lasting(template: Template) -> Covers:
    """A duty without a day has no time of its own: the last whole half-year, if the template says nothing else."""
    return "half_year" if template.covers == "window" else template.covers
