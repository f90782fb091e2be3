"""Reports as files. Values in, bytes out: the same document and the same day give the same bytes."""

from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag
from samsyn.exchange.reports.blocks import (
    Block,
    ChartDoc,
    DefinitionDoc,
    DutiesDoc,
    DutyRow,
    DutySide,
    FigureDoc,
    SectionDoc,
    Sentence,
    TableDoc,
    Words,
)
from samsyn.exchange.reports.cells import HIDDEN, MISSING, NOT_MEASURED, Cell, ColumnDoc, Kind, State
from samsyn.exchange.reports.document import Drawn, ReportDocument, SignatureDoc
from samsyn.exchange.reports.drawn import drawn_by
from samsyn.exchange.reports.paper import report_pdf
from samsyn.exchange.reports.plain import canonical, from_plain, seal_of, to_plain
from samsyn.exchange.reports.texts import report_csv, report_json
from samsyn.exchange.reports.words import ReportWords
from samsyn.exchange.reports.workbook import report_workbook

__all__ = [
    "HIDDEN", "MISSING", "NOT_MEASURED", "NO_TAG", "Block", "Cell", "ChartDoc", "ColumnDoc", "DefinitionDoc", "Drawn",
    "DutiesDoc", "DutyRow", "DutySide", "Fact", "FigureDoc", "Kind", "Notice", "Party", "ReportDocument", "ReportWords",
    "SectionDoc", "Sentence", "SignatureDoc", "State", "TableDoc", "Tag", "Words", "canonical", "drawn_by",
    "from_plain", "report_csv", "report_json", "report_pdf", "report_workbook", "seal_of", "to_plain",
]  # fmt: skip
