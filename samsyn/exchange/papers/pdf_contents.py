"""Whether a PDF can be read, and whether it does more than show pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from samsyn.exchange.papers.recognise import NotTaken, Problem

_DOES = frozenset({
    "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA", "/ImportData",
    "/SubmitForm", "/GoToE", "/Rendition",
})  # fmt: skip
"""Keys and names by which a PDF runs a program, carries a file or sends something (ISO 32000-1, 7.11 and 12.6.4)."""
_MANY = 50_000
"""More objects than this are not looked through: then the answer is yes."""


def check_can_be_read(data: bytes) -> None:
    """Raises NotTaken for one that asks for a password, and for one that holds no page."""
    try:
        reader = _opened(data)
        pages = len(reader.pages) if reader else 0
    except Exception as trouble:
        # A file made to break readers breaks them in every way there is.
        raise NotTaken(Problem.BROKEN) from trouble
    if reader is None:
        raise NotTaken(Problem.LOCKED)
    if not pages:
        raise NotTaken(Problem.BROKEN)


def does_more_than_show(data: bytes) -> bool:
    """Holds a program, a file or a form that sends what is typed; or cannot be looked through."""
    try:
        reader = _opened(data)
        return reader is None or any(word in _DOES for word in _words(reader))
    except Exception:
        return True


def _opened(data: bytes) -> PdfReader | None:
    """None where a password is needed. Many are locked only against changes, with an empty one for reading."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    return None if reader.is_encrypted and not reader.decrypt("") else reader


def _words(reader: PdfReader) -> Iterator[str]:
    """Every key and every name in every object, referred to or not."""
    wanted = [(number, generation) for generation, found in reader.xref.items() for number in found]
    wanted += [(number, 0) for number in reader.xref_objStm]
    if len(wanted) > _MANY:
        yield "/JS"
    for number, generation in wanted:
        yield from _inside(reader.get_object(IndirectObject(number, generation, reader)))
    yield from _inside(reader.trailer)


def _inside(thing: Any) -> Iterator[str]:
    """Not through references: each object is visited by its own number."""
    waiting = [thing]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            yield from (str(key) for key in each)
            waiting += [each.raw_get(key) for key in each]
        elif isinstance(each, ArrayObject):
            waiting += list(each)
        elif isinstance(each, str) and each.startswith("/"):
            yield str(each)
