"""A report as plain JSON values and back, and the checksum of what it says."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from samsyn.exchange.reports.document import ReportDocument

_REPORT = TypeAdapter(ReportDocument)


def to_plain(document: ReportDocument) -> dict[str, Any]:
    """Dicts, lists, strings, whole numbers: nothing that JSON would round."""
    written: dict[str, Any] = _REPORT.dump_python(document, mode="json")
    return written


def from_plain(plain: Any) -> ReportDocument:
    """Raises pydantic.ValidationError where it is no report, and ValueError where its keys do not hold together."""
    return _REPORT.validate_python(plain)


def canonical(plain: Any) -> bytes:
    """The same values give the same bytes: keys in order, no spaces, UTF-8."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def seal_of(document: ReportDocument) -> str:
    """SHA-256 (hex) of all that the report says: everything but the seal itself and what drew the file."""
    return hashlib.sha256(canonical(to_plain(replace(document, seal="", drawn_by=())))).hexdigest()
