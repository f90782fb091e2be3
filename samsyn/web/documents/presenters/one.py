"""One paper in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.documents.models import Content, Document
from samsyn.web.documents.presenters.rows import Row, handed_over_on, row_of
from samsyn.web.documents.presenters.seals import SealWords, seals_words
from samsyn.web.documents.uses import Use
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class Detail:
    """`facts` are pairs of word and value. `sees` names those who see it beside its owner."""

    row: Row
    file_url: str
    file_name: str
    facts: tuple[tuple[str, str], ...]
    seals: tuple[SealWords, ...]
    uses: tuple[Use, ...]
    sees: str


def detail_of(
    document: Document,
    content: Content,
    viewer: Viewer,
    home: str,
    case_number: str,
    *,
    sees: Sequence[str],
    uses: Sequence[Use],
) -> Detail:
    row = row_of(document, viewer, home, case_number)
    return Detail(
        row=row,
        file_url=f"{row.url}file/",
        file_name=document.file_name,
        facts=tuple(_facts(document, row)),
        seals=tuple(seals_words(content.seals)),
        uses=tuple(uses),
        sees=together(sees) if sees else "",
    )


def _facts(document: Document, row: Row) -> list[tuple[str, str]]:
    """Another's paper has two days: when its owner made or got it, and when it came in here."""
    handed = handed_over_on(document)
    found = [(gettext("Nummer"), row.number)] if row.number else []
    found.append((_came(document.direction, row.mine, document.organisation.name), _day(document.dated)))
    if document.correspondent:
        found.append((gettext("Avsändare eller mottagare"), document.correspondent))
    if handed:
        word = gettext("Överlämnad av oss") if row.mine else gettext("Kom in hit")
        found.append((word, _day(handed)))
    found.append((gettext("Titel som vem som helst får se"), document.public_title))
    return found


def _came(direction: str, mine: bool, owner: str) -> str:
    if direction == Document.Direction.IN:
        return gettext("Kom in") if mine else gettext("Kom in till %(owner)s") % {"owner": owner}
    return gettext("Upprättad av oss") if mine else gettext("Upprättad av %(owner)s") % {"owner": owner}


def _day(day: date) -> str:
    return civil_date(day)
