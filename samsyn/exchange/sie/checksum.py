"""#KSUMMA: CRC-32 over labels and fields between the first, empty #KSUMMA and the last, which has the sum.

Polynomial 0xEDB88320, begun with all ones and inverted at the end, as zlib's (the standard's own code example, as
several programs have it: github.com/idstam/jsisie SieCRC32.cs). What stands between fields is left out: spaces, tabs,
quotes and braces (SIE 4B, 10.15).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from samsyn.exchange.sie.faults import Refused
from samsyn.exchange.sie.fields import checked


@dataclass
class Checksum:
    """`running` from the first #KSUMMA to the last. `verified`: None where the file has none."""

    encoding: str
    running: bool = False
    sum: int = 0
    verified: bool | None = None

    def __post_init__(self) -> None:
        self._bytes = "utf-8" if self.encoding == "utf-8-sig" else self.encoding

    def take(self, line: str) -> None:
        self.sum = zlib.crc32(checked(line).encode(self._bytes, "replace"), self.sum)

    def meet(self, fields: list[str]) -> None:
        """A #KSUMMA record: the first begins, the next one tells. Raises Refused where the sums differ."""
        if not self.running:
            self.running, self.sum = True, 0
            return
        self.running = False
        self.verified = len(fields) > 1 and _number(fields[1]) == self.sum
        if not self.verified:
            raise Refused(
                "Kontrollsumman (#KSUMMA) stämmer inte: filen har ändrats efter exporten. Exportera den på nytt."
            )


def _number(text: str) -> int:
    """Some write it with a sign, as 32 bits. -1: no number at all."""
    try:
        return int(text) & 0xFFFFFFFF
    except ValueError:
        return -1
