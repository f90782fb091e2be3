"""A report of every template of the loaded agreements, as PDF, workbook, CSV and JSON, for validators to judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import override
from psycopg.types.range import DateRange as PgRange

from samsyn.exchange.reports import ReportDocument, report_csv, report_json, report_pdf, report_workbook
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.followup import Report as Template
from samsyn.rules.timeline import terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.reports.actions.open import days_of_report
from samsyn.web.reports.content import document_in, whole_content
from samsyn.web.reports.figures import so_far
from samsyn.web.reports.models import Report, Submission
from samsyn.web.reports.paper import as_draft, zipped
from samsyn.web.reports.queries import Standing, places_in
from samsyn.web.reports.sections import Material, Voice

Files = Iterator[tuple[str, bytes]]


def report_specimens(folder: Path) -> list[Path]:
    """What has been submitted, and the first report that each template would open to, with its questions as words."""
    with acting_as_job(Job.SEED):
        written = dict([*_submitted(), *_drafts(clock.now(), clock.today())])
    return [_written(folder / name, content) for name, content in sorted(written.items())]


def _submitted() -> Files:
    for each in Submission.objects.select_related("partnership", "report").order_by("report_id", "number"):
        name = f"report-{each.partnership.slug}-{each.report.term}-{each.report.days.lower}-{each.number}"
        yield from _files(name, document_in(each.content), each.submitted_on)


def _drafts(now: datetime, today: date) -> Files:
    for partnership in Partnership.objects.filter(versions__isnull=False).distinct().order_by("slug"):
        dossier = dossier_of(partnership)
        for template in terms_on(dossier, dossier.agreement.period.first).report.values():
            owed = Obligation.objects.filter(partnership=partnership, term=template.duty).standing()
            first = owed.select_related("partnership").order_by("due", "occurrence").first()
            if template.applies and first is not None:
                document = _draft(template, first, dossier, now, today)
                yield from _files(f"report-{partnership.slug}-{template.id}-draft", document, today)


def _draft(template: Template, owed: Obligation, dossier: Dossier, now: datetime, today: date) -> ReportDocument:
    """As it would open; nothing is stored. Every party's own figures as they are, for these are invented or none."""
    days = days_of_report(template, owed, dossier, today)
    report = Report(partnership=owed.partnership, term=template.id, obligation=owed, days=PgRange(days.start, days.end))
    places = places_in([owed.partnership_id])[owed.partnership_id]
    terms = terms_on(dossier, owed.window_start)
    standing = Standing(report, dossier, terms, template, places, {}, (), ())
    words = {each.id: each.prompt or "" for each in template.sections if each.kind == "text"}
    with override(settings.LANGUAGE_CODE):
        voices = tuple(
            Voice(key, standing.name_of(key), words, so_far(_viewer(standing, key), standing, now=now))
            for key in standing.signers
        )
        material = Material(_viewer(standing, standing.signers[0]), standing, today, voices, {}, words)
        return as_draft(document_in(whole_content(material)), today)


def _viewer(standing: Standing, key: str) -> Viewer:
    organisation = standing.places[key].organisation
    return Viewer(
        organisation_id=organisation.pk,
        organisation_slug=organisation.slug,
        organisation_name=organisation.name,
        partnerships=frozenset({standing.report.partnership_id}),
        roles=frozenset({Role.HEAD}),
    )


def _files(name: str, document: ReportDocument, day: date) -> Files:
    yield f"{name}.pdf", report_pdf(document, day)
    yield f"{name}.xlsx", report_workbook(document, day)
    yield f"{name}.json", report_json(document)
    yield f"{name}-csv.zip", zipped(report_csv(document))


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
