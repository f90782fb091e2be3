"""The record of papers: what stands in its columns, and the same as a workbook and as a paper. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from samsyn.exchange.reports import Cell, ColumnDoc, Notice, ReportDocument, SectionDoc, Sentence, TableDoc
from samsyn.exchange.sheets.workbook import Sheet, workbook_of
from samsyn.web.documents.presenters.rows import Row

NUMBER, DAY, CAME, CORRESPONDENT, TITLE, PUBLIC = "number", "day", "came", "correspondent", "title", "public_title"
OWN = (NUMBER, DAY, CAME, CORRESPONDENT, TITLE, PUBLIC)
"""All that the authority needs of a paper."""
OPEN = (NUMBER, DAY, CAME, PUBLIC, CORRESPONDENT)
"""What anybody may have, as long as nothing of it need be left out."""
LEFT_OUT = {"correspondent": CORRESPONDENT, "title": PUBLIC}
"""The two that OSL 5:2, second paragraph, lets be left out, by their name in an address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`own`: for the organisation itself, with its own titles. `without`: keys of LEFT_OUT. Days through `last`."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    own: bool = False
    without: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        gone = {LEFT_OUT[each] for each in self.without}
        return OWN if self.own else tuple(each for each in OPEN if each not in gone)


def head_of(columns: Sequence[str], *, own: bool) -> list[str]:
    words = {
        NUMBER: _("Nummer"),
        DAY: _("Dag"),
        CAME: _("Inkommen eller upprättad"),
        CORRESPONDENT: _("Avsändare eller mottagare"),
        TITLE: _("Titel"),
        PUBLIC: _("Titel för allmänheten") if own else _("Titel"),
    }
    return [words[each] for each in columns]


def cells_of(rows: Iterable[Row], columns: Sequence[str]) -> list[list[str | date]]:
    return [[getattr(row, each) for each in columns] for row in rows]


def register_workbook(rows: Iterable[Row], asked: Asked, partnership: str, day: date) -> bytes:
    sheet = Sheet(
        _("Register"),
        tuple(head_of(asked.columns, own=asked.own)),
        cells_of(rows, asked.columns),
        lead=(partnership, says(asked, day)),
    )
    return workbook_of([sheet], day, _("Register över handlingar"))


def register_paper(
    rows: Iterable[Row], asked: Asked, partnership: str, whose: str, case_number: str, day: date, *, fictitious: bool
) -> ReportDocument:
    cells = cells_of(rows, asked.columns)
    columns = zip(asked.columns, head_of(asked.columns, own=asked.own), strict=True)
    table = TableDoc(
        key="register",
        title=_("Handlingar"),
        columns=tuple(ColumnDoc(key, title, kind="day" if key == DAY else "text") for key, title in columns),
        rows=tuple(tuple(Cell(str(value)) for value in row) for row in cells),
    )
    invented = (Notice(_("Demodata"), (_("Parterna och handlingarna är påhittade."),)),) if fictitious else ()
    return ReportDocument(
        language=settings.LANGUAGE_CODE,
        kind=_("Register över handlingar"),
        title=_("Handlingar i %(name)s") % {"name": partnership},
        partnership=partnership,
        period=_days(asked, day),
        made=_("Framställt av %(who)s, %(day)s.") % {"who": whose, "day": day},
        case_number=case_number,
        notices=invented,
        sections=(SectionDoc("register", _("Register"), blocks=(Sentence(says(asked, day)), table)),),
    )


def says(asked: Asked, day: date) -> str:
    """What the record is of, and what is left out of it."""
    said = [_("Överlämnade handlingar, %(days)s.") % {"days": _days(asked, day)}]
    if asked.text:
        said.append(_("Bara de som passar «%(text)s».") % {"text": asked.text})
    if asked.without and not asked.own:
        named = {"correspondent": _("avsändare och mottagare"), "title": _("titel")}
        what = _(" och ").join(named[each] for each in sorted(asked.without))
        said.append(_("Utan %(what)s (offentlighets- och sekretesslagen 5 kap. 2 §).") % {"what": what})
    return " ".join(said)


def _days(asked: Asked, day: date) -> str:
    if asked.first and asked.last:
        return _("%(first)s till och med %(last)s") % {"first": asked.first, "last": asked.last}
    if asked.first:
        return _("från och med %(first)s") % {"first": asked.first}
    return _("till och med %(last)s") % {"last": asked.last or day}
