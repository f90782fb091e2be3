"""A report's document as a page: the same blocks and the same words as on paper."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from samsyn.exchange.reports import ChartDoc, ReportDocument
from samsyn.exchange.reports.paper import template_data

_MARK = "§\N{NO-BREAK SPACE}"
_ON_PAPER = ("theory-paper", "theory-wide")
"""A form that is drawn for a page of A4 stands where the wide one does."""


def page_of(document: ReportDocument) -> dict[str, Any]:
    """What `reports/_document.html` reads."""
    said = template_data(document)
    charts = {block.title: block for block in document.blocks if isinstance(block, ChartDoc)}
    for section in said["sections"]:
        section["tag"] = _tag(section["tag"])
        section["blocks"] = [_block(block, charts) for block in section["blocks"]]
    return said


def _block(block: dict[str, Any], charts: dict[str, ChartDoc]) -> dict[str, Any]:
    found = block | ({"tag": _tag(block["tag"])} if "tag" in block else {})
    if block["block"] == "chart":
        chart = charts[block["title"]]
        found |= {
            "svg": _drawn(chart.svg.replace("chart-paper", "chart-wide")),
            "narrow": _drawn(chart.narrow or chart.svg),
        }
    if block["block"] == "table":
        right = [column["right"] for column in block["columns"]]
        rows = [row | {"cells": _aligned(row["cells"], right)} for row in block["rows"]]
        found |= {"rows": rows, "sums": _aligned(block["sums"], right)}
    if block["block"] == "duties":
        sides = [side | {"rows": [row | {"tag": _tag(row["tag"])} for row in side["rows"]]} for side in block["sides"]]
        found |= {"sides": sides}
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
