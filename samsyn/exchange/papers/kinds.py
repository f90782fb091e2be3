"""The kinds of paper that are taken. A new one is a line here and its check in `recognise`."""

from __future__ import annotations

from dataclasses import dataclass

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TEXT = "text/plain"
CSV = "text/csv"
MAIL = "message/rfc822"
_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{_OFFICE}.wordprocessingml.document"
XLSX = f"{_OFFICE}.spreadsheetml.sheet"
PPTX = f"{_OFFICE}.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class Kind:
    """`endings` are those that a file of the kind may have; the first is given to one that has none.

    `shown`: a browser shows it without running anything in it, so it may be opened there.
    """

    media_type: str
    short: str
    endings: tuple[str, ...]
    shown: bool = False


KINDS: tuple[Kind, ...] = (
    Kind(PDF, "PDF", (".pdf",), shown=True),
    Kind(PNG, "PNG", (".png",), shown=True),
    Kind(JPEG, "JPEG", (".jpg", ".jpeg"), shown=True),
    Kind(TEXT, "TXT", (".txt",), shown=True),
    Kind(CSV, "CSV", (".csv",)),
    Kind(MAIL, "EML", (".eml",)),
    Kind(DOCX, "DOCX", (".docx",)),
    Kind(XLSX, "XLSX", (".xlsx",)),
    Kind(PPTX, "PPTX", (".pptx",)),
    Kind(ODT, "ODT", (".odt",)),
    Kind(ODS, "ODS", (".ods",)),
)
_BY_TYPE = {kind.media_type: kind for kind in KINDS}
WRITTEN = (TEXT, CSV, MAIL)
"""The same bytes may be any of these; the ending decides."""


def kind_of(media_type: str) -> Kind:
    """Raises KeyError for what is not taken."""
    return _BY_TYPE[media_type]
