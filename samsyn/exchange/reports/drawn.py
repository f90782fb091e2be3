"""What makes a report's files, by name and version: the same things make the same bytes from the same document."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import samsyn
from samsyn.exchange.pdf.typesetting import TEMPLATES
from samsyn.exchange.reports.document import Drawn

_HERE = Path(__file__).parent
_TEMPLATES = ("house.typ", "report.typ")


@lru_cache(maxsize=1)
def drawn_by() -> tuple[Drawn, ...]:
    """Samsyn, typesetter, typeface, writer of workbooks; then the SHA-256 of the template and of our own code."""
    return (
        Drawn("Samsyn", _samsyn()),
        Drawn("typst", version("typst")),
        Drawn("Source Sans 3", version("fontpkg-source-sans-3")),
        Drawn("XlsxWriter", version("xlsxwriter")),
        Drawn("report.typ", _checksum(TEMPLATES / name for name in _TEMPLATES)),
        Drawn("samsyn.exchange.reports", _checksum(_code())),
    )


def _samsyn() -> str:
    """Of the checkout that runs; empty where there is none."""
    project = Path(samsyn.__file__).parents[1] / "pyproject.toml"
    return str(tomllib.loads(project.read_text())["project"]["version"]) if project.exists() else ""


def _code() -> list[Path]:
    """All that stands between a document and its bytes."""
    pdf, sheets = TEMPLATES.parent, _HERE.parent / "sheets"
    shared = ("drawing.py", "parts.py", "signs.py", "typesetting.py")
    return [*sorted(_HERE.glob("*.py")), *(pdf / name for name in shared), sheets / "workbook.py"]


def _checksum(files: Iterator[Path] | list[Path]) -> str:
    """Short: twelve signs tell two versions apart."""
    whole = hashlib.sha256()
    for each in files:
        whole.update(each.name.encode() + b"\0" + each.read_bytes())
    return whole.hexdigest()[:12]
