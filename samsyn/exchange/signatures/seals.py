"""Every signature in a PDF. Never raises for what stands in the file: what cannot be read is told as such."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature

from samsyn.exchange.signatures.judging import judged
from samsyn.exchange.signatures.seal import plain, unreadable
from samsyn.exchange.signatures.trust import Trust

MOST = 40
"""More signatures than this are not judged: each costs a comparison of the whole file."""
_MARK = b"/ByteRange"
"""Stands in clear in every signed PDF, for a signature must be found by its place in the file (ISO 32000-1, 12.8.1)."""

# They write whole traces for every oddity in a file, which is for its sender to mend and not for who reads our log.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def seals_in(pdf: bytes, roots: Path | None = None, now: datetime | None = None) -> list[dict[str, Any]]:
    """The signatures and timestamps in the order they were made, each as the plain values of `seal.Seal`.

    `roots` is a folder of PEM files with the issuers that are trusted; without it trust is not judged. `now` is the
    instant (UTC) at which certificates must hold where no trusted timestamp says when; None asks the machine's clock.
    Raises ValueError for a file among the roots that is no certificate.
    """
    if _MARK not in pdf:
        return []
    trust = Trust.of(roots, now)
    # pyHanko runs an event loop of its own for each signature, which a thread whose caller has one already refuses.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(_seals, pdf, trust).result()


def _seals(pdf: bytes, trust: Trust) -> list[dict[str, Any]]:
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        if reader.encrypted and not _opened(reader):
            return [unreadable("", "encrypted", "the file is locked with a password")]
        return list(_each(reader, trust))
    except Exception as trouble:  # a hostile file can break any layer of a PDF reader
        return [unreadable("", "broken", repr(trouble))]


def _opened(reader: PdfFileReader) -> bool:
    """Many files are locked only against changes, and open with no password."""
    handler: Any = reader.security_handler
    handler.authenticate(reader.trailer_view.get("/ID", [b""])[0], b"")
    return bool(handler.is_authenticated())


def _each(reader: PdfFileReader, trust: Trust) -> Iterator[dict[str, Any]]:
    found: list[EmbeddedPdfSignature] = []
    for number, (name, _, field) in enumerate(enumerate_sig_fields(reader, filled_status=True)):
        if number >= MOST:
            yield unreadable(plain(name), "too_many", f"only {MOST} signatures are judged")
            break
        try:
            found.append(EmbeddedPdfSignature(reader, field, name))
        except Exception as trouble:
            yield unreadable(plain(name), "broken", repr(trouble))
    for signature in sorted(found, key=lambda each: int(each.signed_revision)):
        yield judged(signature, reader, trust)
