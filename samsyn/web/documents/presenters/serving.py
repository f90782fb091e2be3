"""How the bytes of a paper are sent to a browser. What could do something there is saved and never shown."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

from samsyn.exchange.papers import does_more_than_show, ending_of, kind_of
from samsyn.exchange.papers.kinds import KINDS, PDF, TEXT, WRITTEN
from samsyn.exchange.papers.recognise import charset_of
from samsyn.web.documents.models import Content, Document

_LOCKED_IN = "sandbox; default-src 'none'; frame-ancestors 'none'"
_REMEMBERED = 512
_judged: dict[str, bool] = {}


def media_type_of(document: Document, content: Content) -> str:
    """What the bytes are. Text, a table and a letter may be the same bytes: there the ending of this paper decides."""
    if content.media_type not in WRITTEN:
        return content.media_type
    ending = ending_of(document.file_name).lower()
    return next((kind.media_type for kind in KINDS if kind.media_type in WRITTEN and ending in kind.endings), TEXT)


def may_be_shown(media_type: str, content: Content) -> bool:
    """In the browser, rather than saved."""
    return kind_of(media_type).shown and not (media_type == PDF and _does_more(content))


def answer(document: Document, content: Content) -> HttpResponse:
    media_type = media_type_of(document, content)
    how = "inline" if may_be_shown(media_type, content) else "attachment"
    data = bytes(content.data)
    said = f"{media_type}; charset={charset_of(data)}" if media_type.startswith("text/") else media_type
    return HttpResponse(
        data,
        content_type=said,
        headers={
            "Content-Disposition": f"{how}; {_named(document.file_name)}",
            "Content-Security-Policy": _LOCKED_IN,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
            "Referrer-Policy": "no-referrer",
        },
    )


def _named(name: str) -> str:
    """RFC 6266: in plain ASCII for old programs, and as it is written in UTF-8 for the rest."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_").replace("\\", "_")
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _does_more(content: Content) -> bool:
    """Looked through once in a process: the bytes under a hash never change."""
    if content.pk not in _judged:
        if len(_judged) >= _REMEMBERED:
            _judged.pop(next(iter(_judged)))
        _judged[content.pk] = does_more_than_show(bytes(content.data))
    return _judged[content.pk]
