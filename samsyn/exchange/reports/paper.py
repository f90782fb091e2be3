"""A report as a PDF: what its template needs, from what the document says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from samsyn.exchange.pdf.drawing import drawing
from samsyn.exchange.pdf.typesetting import typeset
from samsyn.exchange.reports.blocks import (
    Block,
    ChartDoc,
    DutiesDoc,
    FigureDoc,
    SectionDoc,
    Sentence,
    TableDoc,
    Words,
)
from samsyn.exchange.reports.cells import Cell, Kind, State, kind_of
from samsyn.exchange.reports.document import ReportDocument
from samsyn.exchange.reports.words import ReportWords
from samsyn.exchange.reports.written import cell_words

_CONTENTS_FROM = 6
"""So many sections make a list of contents worth its room."""


def report_pdf(document: ReportDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the document bears."""
    return typeset("report", template_data(document), day)


def template_data(document: ReportDocument) -> dict[str, Any]:
    """What templates/report.typ reads."""
    whole = asdict(document)
    titles = {table.key: table.title for table in document.tables}
    return {
        **{key: whole[key] for key in _AS_IT_IS},
        "sections": [_section(section, document, titles) for section in document.sections],
        "definitions": [asdict(each) for each in document.definitions],
        "has_contents": len(document.sections) >= _CONTENTS_FROM,
    }


_AS_IT_IS = (
    "language", "kind", "title", "partnership", "period", "made", "case_number", "standing", "tag", "notices",
    "parties", "facts", "signatures", "seal", "drawn_by", "words",
)  # fmt: skip


def _section(section: SectionDoc, document: ReportDocument, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "title": section.title,
        "tag": asdict(section.tag),
        "blocks": [_untitled(_block(each, document.words, titles), section) for each in section.blocks],
    }


def _untitled(block: dict[str, Any], section: SectionDoc) -> dict[str, Any]:
    """What is called as its section needs no title below it, unless its clause would be lost with it."""
    says_the_same = block.get("title", "") == section.title
    keeps_its_tag = block["block"] == "chart" or block.get("tag", {}).get("label", "") in ("", section.tag.label)
    return block | {"title": ""} if says_the_same and keeps_its_tag else block


def _block(it: Block, words: ReportWords, titles: dict[str, str]) -> dict[str, Any]:
    match it:
        case TableDoc():
            return _table(it, words)
        case ChartDoc():
            return _chart(it, words, titles)
        case FigureDoc():
            return _figure(it, words)
        case DutiesDoc() | Sentence():
            return asdict(it)
        case Words():
            return asdict(it) | {"paragraphs": list(_paragraphs(it.lines))}


def _paragraphs(lines: tuple[str, ...]) -> Iterator[str]:
    """Lines that follow on each other belong together; an empty one parts."""
    gathered: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            gathered.append(line.strip())
        elif gathered:
            yield "\n".join(gathered)
            gathered = []


def _chart(it: ChartDoc, words: ReportWords, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "block": "chart",
        "title": it.title,
        "tag": asdict(it.tag),
        "sentence": it.sentence,
        "drawing": asdict(drawing(it.svg, it.says)),
        "same": words.same_in_table.format(table=titles.get(it.table, it.title)),
    }


def _figure(it: FigureDoc, words: ReportWords) -> dict[str, Any]:
    return {
        "block": "figure",
        "name": it.name,
        "tag": asdict(it.tag),
        "value": _cell(it.value, it.kind, words),
        "unit": it.unit if it.value.state == "value" else "",
        "says": it.says,
        "level": it.level,
        "more": it.more,
        "target": it.target,
    }


def _table(it: TableDoc, words: ReportWords) -> dict[str, Any]:
    """`right`: which columns stand to the right; `notes`: what the words in empty cells mean."""
    opens = dict(it.groups)
    states = {cell.state for row in (*it.rows, it.sums) for cell in row}
    return {
        "block": "table",
        "title": it.title,
        "tag": asdict(it.tag),
        "columns": list(_columns(it)),
        "little": _is_little(it),
        "rows": [{"group": opens.get(n, ""), "cells": _row(row, it, words)} for n, row in enumerate(it.rows)],
        "sums": _row(it.sums, it, words) if it.sums else [],
        "notes": [*([it.note] if it.note else []), *_notes(states, words)],
    }


def _columns(it: TableDoc) -> Iterator[dict[str, Any]]:
    """`share` is how large a part a column takes of the room that is left: none for numbers and short words."""
    shares = [_share(it, n) for n in range(len(it.columns))]
    if not any(shares):
        shares[0] = 1
    for each, share in zip(it.columns, shares, strict=True):
        right = each.kind not in ("text", "day")
        yield {"title": each.title, "unit": _unit(each.unit, each.kind), "right": right, "share": share}


def _share(it: TableDoc, n: int) -> int:
    if it.columns[n].kind != "text":
        return 0
    longest = max((len(str(row[n].value or "")) for row in it.rows), default=0)
    return 0 if longest <= 16 else 1 if longest <= 60 else 2


def _is_little(it: TableDoc) -> bool:
    """Few columns and short words: it needs no more room than what is in it."""
    longest = max((len(str(cell.value or "")) for row in (*it.rows, it.sums) for cell in row), default=0)
    heads = sum(max(len(each.title), 8) for each in it.columns)
    return len(it.columns) <= 5 and longest <= 32 and heads <= 60 and not it.groups


def _unit(unit: str, kind: Kind) -> str:
    return unit or ("kr" if kind == "money" else "")


def _row(row: tuple[Cell, ...], table: TableDoc, words: ReportWords) -> list[dict[str, Any]]:
    return [_cell(cell, kind_of(cell, column), words) for cell, column in zip(row, table.columns, strict=True)]


def _cell(cell: Cell, kind: Kind, words: ReportWords) -> dict[str, Any]:
    return {"text": cell_words(cell, kind, words), "quiet": cell.state != "value"}


def _notes(states: set[State], words: ReportWords) -> Iterator[str]:
    notes = {"hidden": words.hidden_note, "not_measured": words.not_measured_note, "missing": words.missing_note}
    return (note for state, note in notes.items() if state in states)
