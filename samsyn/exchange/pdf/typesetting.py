"""Typst, with our own typeface only. Data go in as JSON by the door `sys_inputs`, never as text in the markup."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import fontpkg_source_sans_3  # type: ignore[import-untyped]
import typst

from samsyn.exchange.pdf.signs import shown

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(fontpkg_source_sans_3.ROOT) / "files"


def typeset(template: str, data: Any, day: date) -> bytes:
    """PDF/A-2a, to be kept, and PDF/UA-1, to be read by everybody.

    `data` is a dataclass of plain values; `template` the name of a file in templates/, without its ending.

    `day` is the date of the document. Raises typst.TypstError where the document breaks one of the standards.
    """
    values = asdict(data) if is_dataclass(data) and not isinstance(data, type) else data
    return typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"data": json.dumps(shown(values, FONTS), ensure_ascii=False, default=str), "day": day.isoformat()},
        timestamp=datetime.combine(day, time(12), tzinfo=UTC),
    )
