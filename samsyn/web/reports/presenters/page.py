"""A report's document as a page: the same blocks and the same words as on paper."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from samsyn.exchange.reports import Block, ChartDoc, DutiesDoc, ReportDocument, TableDoc
from samsyn.exchange.reports.paper import template_data

_MARK = "§\N{NO-BREAK SPACE}"
_ON_PAPER = ("theory-paper", "theory-wide")
"""A form that is drawn for a page of A4 stands where the wide one does."""


def page_of(document: ReportDocument) -> dict[str, Any]:
    """What `reports/_document.html` reads."""
    said = template_data(document)
    for section, shown in zip(document.sections, said["sections"], strict=True):
        shown["tag"] = _tag(shown["tag"])
        shown["blocks"] = [_block(it, block) for it, block in zip(section.blocks, shown["blocks"], strict=True)]
    return said


def _block(it: Block, block: dict[str, Any]) -> dict[str, Any]:
    """`it` is what the document has, `block` what its template on paper reads."""
    found = block | ({"tag": _tag(block["tag"])} if "tag" in block else {})
    match it:
        case ChartDoc():
            return found | {"svg": _drawn(it.svg.replace(*_ON_PAPER)), "narrow": _drawn(it.narrow or it.svg)}
        case TableDoc():
            right = [column["right"] for column in block["columns"]]
            rows = [row | {"cells": _aligned(row["cells"], right)} for row in block["rows"]]
            return found | {"title": it.title, "rows": rows, "sums": _aligned(block["sums"], right)}
        case DutiesDoc():
            sides = [side | {"rows": [row | {"tag": _tag(row["tag"])} for row in side["rows"]]}
                     for side in block["sides"]]  # fmt: skip
            return found | {"sides": sides}
    return found


def _aligned(cells: list[dict[str, Any]], right: list[bool]) -> list[dict[str, Any]]:
    """Figures to the right, as their column's head; a sum row may be empty."""
    return [cell | {"right": side} for cell, side in zip(cells, right, strict=False)]


def _tag(tag: dict[str, Any]) -> dict[str, Any]:
    """The clause itself: its page writes the mark."""
    return {"clause": str(tag["label"]).removeprefix(_MARK), "assumed": tag["assumed"]}


def _drawn(svg: str) -> SafeString:
    """Our own drawing, in which every text was escaped as it was drawn, frozen by us."""
    return mark_safe(svg)
