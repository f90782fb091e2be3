"""Papers that are archives inside: Word, Excel, PowerPoint and OpenDocument. Nothing is unpacked but their labels."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from samsyn.exchange.papers import kinds
from samsyn.exchange.papers.recognise import NotTaken, Problem

_OFFICE = "openxmlformats-officedocument"
_MAIN = {
    f"{_OFFICE}.wordprocessingml.document.main+xml": kinds.DOCX,
    f"{_OFFICE}.spreadsheetml.sheet.main+xml": kinds.XLSX,
    f"{_OFFICE}.presentationml.presentation.main+xml": kinds.PPTX,
}
_LABEL = 2_000_000
_UNPACKED = 1_000_000_000
"""Bytes. More than that comes out of no letter or report, only out of an archive made to fill a disk."""
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    OSError,
    struct.error,
    ValueError,
)
_ENCRYPTED = 0x1


def in_archive(data: bytes) -> str:
    """Its media type. Raises NotTaken for other archives, for macros, and for what is locked or broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_can_be_opened(archive)
            return _open_document(archive) or _open_xml(archive)
    except _BROKEN as trouble:
        raise NotTaken(Problem.BROKEN) from trouble


def _check_can_be_opened(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise NotTaken(Problem.LOCKED)
    if sum(entry.file_size for entry in entries) > _UNPACKED:
        raise NotTaken(Problem.BROKEN)


def _open_xml(archive: zipfile.ZipFile) -> str:
    names = [name.lower() for name in archive.namelist()]
    label = _read(archive, "[Content_Types].xml").decode("utf-8", "replace")
    programs = any("vbaproject" in name or "vbadata" in name or "/activex/" in name for name in names)
    if label and (programs or "macroEnabled" in label):
        raise NotTaken(Problem.MACROS)
    for word, media_type in _MAIN.items():
        if word in label:
            return media_type
    raise NotTaken(Problem.NOT_TAKEN, "archive")


def _open_document(archive: zipfile.ZipFile) -> str | None:
    media_type = _read(archive, "mimetype").decode("ascii", "replace").strip()
    if media_type not in (kinds.ODT, kinds.ODS):
        return None
    if b"encryption-data" in _read(archive, "META-INF/manifest.xml"):
        raise NotTaken(Problem.LOCKED)
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in archive.namelist()):
        raise NotTaken(Problem.MACROS)
    return media_type


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Nothing where there is none of that name."""
    try:
        with archive.open(name) as entry:
            return entry.read(_LABEL)
    except KeyError:
        return b""
