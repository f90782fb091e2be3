"""A paper as an organisation has it: its own as it wrote it, another's as it came in when it was handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.exchange.papers import kind_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.project.clock import SWEDEN


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is how the acting organisation writes it, empty for a draft; `came` whether it came in or was made."""

    url: str
    number: str
    day: date
    came: str
    title: str
    public_title: str
    correspondent: str
    whose: str
    mine: bool
    draft: bool
    format: str
    size: int


def rows_of(found: Iterable[Document], viewer: Viewer, home: str, case_number: str) -> list[Row]:
    """`home` is the address of the list; `case_number` the acting organisation's own, empty where it has none."""
    return [row_of(each, viewer, home, case_number) for each in found]


def row_of(document: Document, viewer: Viewer, home: str, case_number: str) -> Row:
    mine = document.organisation_id == viewer.organisation_id
    return Row(
        url=f"{home}{document.pk}/",
        number=number_words(document, case_number),
        day=document.dated if mine else handed_over_on(document) or document.dated,
        came=str(Document.Direction(document.direction).label) if mine else str(Document.Direction.IN.label),
        title=document.title,
        public_title=document.public_title,
        correspondent=document.correspondent if mine else document.organisation.name,
        whose=gettext("er") if mine else document.organisation.name,
        mine=mine,
        draft=document.is_draft,
        format=kind_of(document.content.media_type).short,
        size=document.content.size,
    )


def number_words(document: Document, case_number: str) -> str:
    """«SN 2026/533-4»; «4» where the organisation has no case number; nothing for a draft."""
    if document.number is None:
        return ""
    return f"{case_number}-{document.number}" if case_number else str(document.number)


def handed_over_on(document: Document) -> date | None:
    """The civil date in Sweden."""
    return document.handed_over_at.astimezone(SWEDEN).date() if document.handed_over_at else None
