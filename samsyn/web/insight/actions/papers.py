"""What an answer consists of as papers: those that were there, the answer itself, and the staff list as two files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.exchange.reports import ReportDocument, report_pdf, seal_of, to_plain
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.actions.hand_over import number_it
from samsyn.web.documents.models import Document
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.paper import staff_paper, staff_workbook
from samsyn.web.insight.presenters.staff import Content


def handed_over(document: Document, request: Request, *, by: Viewer, now: datetime) -> Document:
    """A draft gets its number; what is handed over already has it. The letter is the answer's own."""
    if document.organisation_id != by.organisation_id or document.partnership_id != request.partnership_id:
        raise ValidationError({"papers": _("Välj bland era egna handlingar i det här partnerskapet.")})
    return number_it(document, by=by, now=now)


def laid_in(
    request: Request, paper: ReportDocument, *, by: Viewer, now: datetime, today: date
) -> tuple[Document, dict[str, Any], str]:
    """The paper as a document handed over, what it says as plain values, and their sum (SHA-256)."""
    seal = seal_of(paper)
    document = _add(request, paper, "pdf", report_pdf(replace(paper, seal=seal), today), by=by, now=now, today=today)
    return document, to_plain(paper), seal


def staff_papers(request: Request, content: Content, *, by: Viewer, now: datetime, today: date) -> list[Document]:
    """To read, and to reckon with."""
    from samsyn.web.insight.actions.answer import places_of

    paper = staff_paper(request, content, places_of(request))
    sealed = replace(paper, seal=seal_of(paper))
    return [
        _add(request, paper, "pdf", report_pdf(sealed, today), by=by, now=now, today=today),
        _add(request, paper, "xlsx", staff_workbook(request, content, today), by=by, now=now, today=today),
    ]


def _add(
    request: Request, paper: ReportDocument, ending: str, data: bytes, *, by: Viewer, now: datetime, today: date
) -> Document:
    title = paper.title if ending == "pdf" else _("%(title)s, kalkylblad") % {"title": paper.title}
    return add_document(
        request.partnership,
        f"{paper.title}.{ending}",
        data,
        title=title,
        public_title=title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        correspondent=request.organisation.name,
        hand_over=True,
        by=by,
        now=now,
    )
