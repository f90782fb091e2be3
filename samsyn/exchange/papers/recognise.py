"""Which kind of paper the bytes are. What cannot be told, or could do something when opened, is not taken."""

from __future__ import annotations

import codecs
import re
import unicodedata
from email.parser import BytesHeaderParser
from enum import StrEnum

import puremagic

from samsyn.exchange.papers import kinds
from samsyn.exchange.papers.names import ending_of

_HEAD = 4096
_NOT_TEXT = {"Cc", "Cs"}
_LAID_OUT = set("\t\n\r\f")
_PAGE = re.compile(
    r"<(!doctype\s+(html|svg)|(html|head|body|script|style|svg|iframe|object|embed|img|meta|link|form|table|div)\b)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"\s*(#!|<\?php|<%|@echo\s)", re.IGNORECASE)
_SCRIPT_ENDINGS = frozenset({
    ".bat", ".cmd", ".com", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".mjs", ".msi", ".php", ".pl", ".ps1",
    ".py", ".reg", ".scr", ".sh", ".vb", ".vbe", ".vbs", ".wsf",
})  # fmt: skip


class Problem(StrEnum):
    EMPTY = "empty"
    NOT_TAKEN = "not_taken"
    """`found` says what it is: program, script, page, archive, office, image, film or unknown."""
    MACROS = "macros"
    LOCKED = "locked"
    BROKEN = "broken"
    ENDING = "ending"
    """`found` is the media type that the bytes are."""


class NotTaken(Exception):
    def __init__(self, problem: Problem, found: str = "") -> None:
        super().__init__(f"{problem} {found}".strip())
        self.problem = problem
        self.found = found


def recognised(name: str, data: bytes) -> str:
    """The media type. Raises NotTaken, also where the ending of the name says something else than the bytes."""
    if not data:
        raise NotTaken(Problem.EMPTY)
    ending = ending_of(name).lower()
    found = _of_bytes(data) or _of_text(data, ending)
    if ending and ending not in kinds.kind_of(found).endings:
        if ending in _SCRIPT_ENDINGS and found in kinds.WRITTEN:
            raise NotTaken(Problem.NOT_TAKEN, "script")
        raise NotTaken(Problem.ENDING, found)
    return found


def _of_bytes(data: bytes) -> str | None:
    """None where it may be text."""
    from samsyn.exchange.papers.office import in_archive
    from samsyn.exchange.papers.pdf_contents import check_can_be_read

    if data.startswith(b"%PDF-"):
        check_can_be_read(data)
        return kinds.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return kinds.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return kinds.JPEG
    return in_archive(data) if data.startswith(b"PK\x03\x04") else None


def _of_text(data: bytes, ending: str) -> str:
    text = text_of(data)
    if ending == ".eml" and _is_mail(data):
        return kinds.MAIL
    if text is None or text.startswith(("{\\rtf", "%!PS")):
        raise NotTaken(Problem.NOT_TAKEN, _guessed(data))
    if _PAGE.match(_from_first_tag(text[:_HEAD])):
        raise NotTaken(Problem.NOT_TAKEN, "page")
    if _SCRIPT.match(text[:_HEAD]):
        raise NotTaken(Problem.NOT_TAKEN, "script")
    return kinds.CSV if ending == ".csv" else kinds.TEXT


def _from_first_tag(text: str) -> str:
    """Without what may stand before a page begins: comments, and that it is XML."""
    text = text.lstrip("\ufeff \t\r\n\f")
    while text.startswith(("<!--", "<?xml")):
        _, end, after = text.partition("-->" if text.startswith("<!--") else "?>")
        text = after.lstrip() if end else ""
    return text


def text_of(data: bytes) -> str | None:
    """Read as UTF-8, as UTF-16 with its mark, or as Windows writes it; None where it is no text."""
    try:
        text = data.decode(charset_of(data))
    except UnicodeDecodeError:
        return None
    return text if all(sign in _LAID_OUT or unicodedata.category(sign) not in _NOT_TEXT for sign in set(text)) else None


def charset_of(data: bytes) -> str:
    """The name of the encoding, as a header can say it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _is_mail(data: bytes) -> bool:
    """A letter has a sender, and says when it was sent or what it is about. Eight bits are allowed, NUL is not."""
    if b"\0" in data:
        return False
    head = BytesHeaderParser().parsebytes(data[: 16 * _HEAD])
    return "from" in head and ("date" in head or "subject" in head or "received" in head)


_MADE_FOR: dict[str, str] = {"image": "image", "audio": "film", "video": "film"}
_ARCHIVES = ("zip", "rar", "7z", "tar", "gzip", "bzip", "xz", "zstd", "cab", "iso")


def _guessed(data: bytes) -> str:
    """What the first bytes are most like, in one word; it is only said, nothing is decided by it."""
    if data.startswith((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")):
        return "program"
    if data.startswith((bytes.fromhex("d0cf11e0a1b11ae1"), b"{\\rtf")):
        return "office"
    try:
        media_type = puremagic.magic_string(data[:_HEAD])[0].mime_type
    except (puremagic.PureError, ValueError, IndexError):
        return "unknown"
    if any(word in media_type for word in _ARCHIVES):
        return "archive"
    return _MADE_FOR.get(media_type.partition("/")[0], "unknown")
