"""A half-year report of 40 pages as PDF/A-2a and PDF/UA-1, beside typst alone on the same data.

typst alone is given the same words, figures and tables lying ready, and sets them as it does by itself: its own look,
no title block, no tags in the margin, no pictures; the same typeface and the same two standards. Our template with its
data lying ready tells what the look costs; the whole also holds what Python does: cells into words, pictures parted
into shapes and words, signs that the type lacks looked for. Seconds of processor, all threads together; each way in a
process of its own, in turns, since typst remembers what it has set; the fastest of the rounds. Workbook, CSV and JSON
of the same report are told for comparison.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as hour
from typing import Any

import typst
from pypdf import PdfReader

from bench.report_data import DAY, report
from samsyn.exchange.pdf.signs import shown
from samsyn.exchange.pdf.typesetting import FONTS, TEMPLATES
from samsyn.exchange.reports import ReportDocument, report_csv, report_json, report_pdf, report_workbook
from samsyn.exchange.reports.paper import template_data

PAGES, ROUNDS = 40, 3
Row = dict[str, Any]

PLAIN = r"""
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "Source Sans 3", lang: data.language)
#title()
#for section in data.sections {
  heading(section.title)
  for it in section.blocks {
    if it.block == "words" { for paragraph in it.paragraphs { par(paragraph) } }
    if it.block == "sentence" { par(it.text) }
    if it.block == "figure" { par[#it.name: #it.value.text #it.unit. #it.says] }
    if it.block == "chart" { par(it.sentence) }
    if it.block == "duties" {
      for side in it.sides {
        par(side.party)
        table(columns: 3, ..for row in side.rows { (row.what, row.due, row.standing) })
      }
    }
    if it.block == "table" {
      par(it.title)
      table(
        columns: it.columns.len(), table.header(..it.columns.map(column => column.title)),
        ..for row in it.rows { row.cells.map(each => each.text) }, ..it.sums.map(each => each.text),
      )
      for note in it.notes { par(note) }
    }
  }
}
"""


def run() -> list[Row]:
    """One row: seconds for each way, and how many times typst alone."""
    sites, document = _forty_pages()
    took: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(ROUNDS):
        for name in WAYS:
            took[name].append(_in_a_fresh_process(name, sites))
    row: Row = {f"{name}_s": round(min(each), 3) for name, each in took.items()}
    row |= {f"{name}_times": round(row[f"{name}_s"] / row["alone_s"], 2) for name in ("template", "whole")}
    whole, alone = report_pdf(document, DAY), _typst(PLAIN, ready(document))
    return [row | {"pages": _pages(whole), "pages_alone": _pages(alone), "kb": len(whole) // 1024, "rounds": ROUNDS}]


def ready(document: ReportDocument) -> str:
    return json.dumps(shown(template_data(document), FONTS), ensure_ascii=False, default=str)


def _in_a_fresh_process(way: str, sites: int) -> float:
    """typst remembers what it has set, so that a second time in the same process tells nothing."""
    run = subprocess.run([sys.executable, "-m", "bench.reports", way, str(sites)], capture_output=True, check=True)
    return float(run.stdout)


def _once(way: str, sites: int) -> float:
    document = report(sites)
    data = ready(document) if way in ("alone", "template") else ""
    start = time.process_time()
    WAYS[way](document, data)
    return time.process_time() - start


def table(rows: list[Row]) -> str:
    """Markdown."""
    (row,) = rows
    line = "| {} | {} | {} |".format
    return "\n".join([
        f"| {row['pages']} pages | seconds of processor | times typst alone |", "|---|---:|---:|",
        line("typst alone, its own look", row["alone_s"], 1),
        line("our template, data lying ready", row["template_s"], row["template_times"]),
        line("the whole, from the report's values", row["whole_s"], row["whole_times"]),
        "",
        f"{row['kb']} kB. Alone it fills {row['pages_alone']} pages. The fastest of {row['rounds']} rounds.",
        f"The workbook takes {row['workbook_s']} s, CSV {row['csv_s']} s, JSON {row['json_s']} s.",
        "",
    ])  # fmt: skip


def _forty_pages() -> tuple[int, ReportDocument]:
    """As many sites as make it 40 pages, or the first that is over."""
    return next((n, made) for n in range(18, 60) if _pages(report_pdf(made := report(n), DAY)) >= PAGES)


def _pages(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def _typst(template: str, data: str) -> bytes:
    """`template` is a name in our folder, or the text of one."""
    source: Any = template.encode() if "\n" in template else str(TEMPLATES / f"{template}.typ")
    set_: bytes = typst.compile(
        source,
        root=str(TEMPLATES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"data": data, "day": DAY.isoformat()},
        timestamp=datetime.combine(DAY, hour(12), tzinfo=UTC),
    )
    return set_


WAYS: dict[str, Callable[[ReportDocument, str], object]] = {
    "alone": lambda document, data: _typst(PLAIN, data),
    "template": lambda document, data: _typst("report", data),
    "whole": lambda document, data: report_pdf(document, DAY),
    "workbook": lambda document, data: report_workbook(document, DAY),
    "csv": lambda document, data: report_csv(document),
    "json": lambda document, data: report_json(document),
}

if __name__ == "__main__":
    print(_once(sys.argv[1], int(sys.argv[2])))
