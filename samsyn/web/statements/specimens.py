"""Statements of the loaded agreements as documents and workbooks, for outside validators to judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import override
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Statement, Submission
from samsyn.web.statements.presenters.content import Content, content_of
from samsyn.web.statements.presenters.paper import Signing, statement_paper, statement_workbook
from samsyn.web.statements.queries import KINDS


def statement_specimens(folder: Path) -> list[Path]:
    """What has been handed in, and the first statement that each party owes as the draft that it would open to."""
    with acting_as_job(Job.SEED):
        written = dict([*_handed_in(), *_drafts()])
    return [_written(folder / name, content) for name, content in sorted(written.items())]


def _handed_in() -> Iterator[tuple[str, bytes]]:
    rows = Submission.objects.select_related("statement__partnership", "organisation", "signed_by")
    for each in rows.order_by("statement_id", "number"):
        partnership = each.statement.partnership
        name = f"statement-{partnership.slug}-{each.organisation.slug}-{each.content['first']}-{each.number}"
        signer = each.signed_by.display_name if each.signed_by else ""
        signing = Signing(each.number, signer, each.signed_on, each.sha256)
        yield f"{name}.pdf", statement_paper(each.content, signing, each.signed_on, fictitious=partnership.is_demo)
        yield f"{name}.xlsx", statement_workbook(each.content, each.signed_on)


def _drafts() -> Iterator[tuple[str, bytes]]:
    rows = Obligation.objects.filter(kind__in=KINDS, due__isnull=False).standing().select_related("partnership")
    for obligation in rows.order_by("partnership_id", "term", "due").distinct("partnership_id", "term"):
        for organisation in Organisation.objects.filter(pk__in=obligation.owed_by):
            name = f"statement-{obligation.partnership.slug}-{organisation.slug}-{obligation.term}-draft"
            said, today = _draft(obligation, organisation), clock.today()
            yield f"{name}.pdf", statement_paper(said, None, today, fictitious=obligation.partnership.is_demo)
            yield f"{name}.xlsx", statement_workbook(said, today)


def _draft(obligation: Obligation, organisation: Organisation) -> Content:
    """As it would open; nothing is stored."""
    statement = Statement(
        partnership=obligation.partnership,
        organisation=organisation,
        obligation=obligation,
        kind=obligation.kind,
        days=PgRange(obligation.window_start, obligation.window_end),
    )
    viewer = Viewer(
        organisation_id=organisation.pk,
        organisation_slug=organisation.slug,
        organisation_name=organisation.name,
        partnerships=frozenset({obligation.partnership_id}),
        roles=frozenset({Role.HEAD}),
    )
    with override(settings.LANGUAGE_CODE):
        return content_of(material_of(viewer, statement, dossier_of(obligation.partnership)))


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
