"""Which encoding a file has. The standard says CP437; files say so too, and are something else.

Decided once for the whole file, from all its bytes: a first page without å, ä and ö says nothing.
"""

from __future__ import annotations

import codecs
from collections import Counter
from typing import BinaryIO

_CHUNK = 1 << 20
_BOM = codecs.BOM_UTF8
_IN_CP437 = bytes([0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82])
"""å ä ö Å Ä Ö é"""
_IN_LATIN = "åäöÅÄÖé".encode("latin-1")
_IN_UTF8 = tuple(letter.encode() for letter in "åäöÅÄÖé")
_NOT_IN_1252 = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])
_ASCII = bytes(range(0x80))
_WORDS = {
    "cp437": "CP437 (PC8)",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
}


def called(encoding: str) -> str:
    return _WORDS.get(encoding, encoding)


def encoding_of(stream: BinaryIO) -> str:
    """Python's name of it. The stream is read through and wound back to where it stood."""
    start = stream.tell()
    first = stream.read(len(_BOM))
    stream.seek(start)
    if first == _BOM:
        return "utf-8-sig"
    found = _tally(stream)
    stream.seek(start)
    return found


def _tally(stream: BinaryIO) -> str:
    """1. Nothing above ASCII, or valid UTF-8: so be it. 2. Else whichever has more of the Swedish letters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    letters: Counter[int] = Counter()
    is_utf8, pairs, ascii_only = True, 0, True
    while chunk := stream.read(_CHUNK):
        if chunk.isascii() and not decoder.getstate()[0]:
            continue
        ascii_only = False
        is_utf8 = is_utf8 and _decodes(decoder, chunk)
        high = chunk.translate(None, _ASCII)
        pairs += sum(high.count(pair) for pair in _IN_UTF8)
        letters.update(high)
    if ascii_only:
        return "cp437"
    if is_utf8 and not decoder.getstate()[0]:
        return "utf-8"
    return _most_likely(letters, pairs)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes) -> bool:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        decoder.reset()
        return False
    return True


def _most_likely(letters: Counter[int], pairs: int) -> str:
    cp437 = sum(letters[byte] for byte in _IN_CP437)
    latin = sum(letters[byte] for byte in _IN_LATIN)
    if pairs * 2 > cp437 + latin:
        return "utf-8"
    if cp437 >= latin:
        return "cp437"
    return "latin-1" if any(letters[byte] for byte in _NOT_IN_1252) else "cp1252"
