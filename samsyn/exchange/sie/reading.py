"""The file as a stream of whole vouchers. Nothing is kept but the header and the voucher being read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from samsyn.exchange.sie.checksum import Checksum
from samsyn.exchange.sie.encodings import encoding_of
from samsyn.exchange.sie.faults import Faults, Refused, SieFault
from samsyn.exchange.sie.fields import CLOSE, OPEN, fields_of
from samsyn.exchange.sie.fields import day as _day
from samsyn.exchange.sie.lines import BALANCES, ROWS, records
from samsyn.exchange.sie.model import Header, Kind, Row, Voucher
from samsyn.exchange.sie.quick import ROW, VOUCHER
from samsyn.exchange.sie.quick import objects as _objects
from samsyn.exchange.sie.records import HEADER, row_of
from samsyn.exchange.sie.under_way import UnderWay

_KINDS: dict[str, Kind] = {"": "trans", "R": "rtrans", "B": "btrans"}
_NO_VOUCHERS = {"1", "2", "3"}


def read(stream: BinaryIO) -> Reading:
    """Reads up to the first voucher. The stream must be one that can be wound back."""
    return Reading(stream)


class Reading:
    """Read once, from top to end. `header`, `faults` and `checksum` are complete when the last voucher has come."""

    def __init__(self, stream: BinaryIO) -> None:
        encoding = encoding_of(stream)
        self.header = Header(encoding=encoding)
        self.checksum = Checksum(encoding)
        self._found = Faults()
        self._at: UnderWay | None = None
        self._line = 0
        self._is_sie = False
        self._vouchers = self._read(stream, encoding)
        self._first = next(self._vouchers, None)

    @property
    def faults(self) -> list[SieFault]:
        """At most the first 200 of vouchers, and all that concern the whole file."""
        return self._found.kept

    @property
    def fault_count(self) -> int:
        return self._found.count

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong with the file as a whole."""
        return self._found.whole

    def __iter__(self) -> Iterator[Voucher]:
        if self._first is not None:
            first, self._first = self._first, None
            yield first
        yield from self._vouchers

    def _read(self, stream: BinaryIO, encoding: str) -> Iterator[Voucher]:
        """1. The usual rows of an open voucher by one expression. 2. All else by its label."""
        # A byte that is none of the encoding's becomes a mark in a word; the sums are not touched by it.
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=None)
        row, checksum = ROW.fullmatch, self.checksum
        try:
            for line in text:
                self._line += 1
                if checksum.running and "#KSUMMA" not in line:
                    checksum.take(line)
                at = self._at
                if at is None:
                    if (found := VOUCHER.fullmatch(line)) is not None:
                        self._begin(found)
                        continue
                elif at.is_open and (found := row(line)) is not None:
                    self._usual_row(at, found)
                    continue
                elif line == "{\n" and not at.is_open:
                    at.is_open = True
                    continue
                yield from self._other(line)
            self._finish()
        finally:
            # Left half-way, the stream may be closed already; what is open stays the caller's to close.
            with suppress(ValueError):
                text.detach()

    def _begin(self, found: re.Match[str]) -> None:
        series, bare_series, number, bare_number, when, said, bare = found.groups()
        self._is_sie = True
        self._at = UnderWay.begin(
            self._line, series or bare_series or "", number or bare_number or "", when, said or bare or ""
        )

    def _usual_row(self, at: UnderWay, found: re.Match[str]) -> None:
        kind, account, listed, whole, parts, when, quoted, bare = found.groups()
        try:
            objects = () if listed == "{}" else _objects(listed)
            on = _day(when) if when else None
        except Refused as trouble:
            at.refuse(self._line, str(trouble))
            return
        amount = int(whole + (parts if len(parts) == 2 else parts + "0")) if parts else int(whole) * 100
        at.rows.append(Row(account, objects, amount, on, quoted or bare or "", _KINDS[kind]))
        if not kind:
            at.sum += amount

    def _other(self, line: str) -> Iterator[Voucher]:
        for record in [[CLOSE]] if line == "}\n" else records(fields_of(line)):
            if record == [CLOSE]:
                if (done := self._close()) is not None:
                    yield done
            elif record == [OPEN]:
                self._open()
            elif record[0].startswith("#"):
                self._is_sie = True
                self._record(record)
            elif not self._is_sie:
                self._refuse_all(_what_else(record[0]))
                self._is_sie = True

    def _record(self, record: list[str]) -> None:
        label = record[0].upper()
        try:
            if label in ROWS:
                self._row(ROWS[label], record)
            elif label == "#VER":
                self._give_up()
                self._at = UnderWay.begin(self._line, *(*record[1:5], "", "", "", "")[:4])
            elif label == "#KSUMMA":
                self.checksum.meet(record)
            elif label in HEADER:
                HEADER[label](self.header, record[1:])
            elif label in BALANCES:
                self.header.has_balances = True
        except Refused as trouble:
            self._found.add(SieFault(self._line, str(trouble), whole=label in ("#KSUMMA", "#SIETYP")))

    def _row(self, kind: Kind, record: list[str]) -> None:
        if self._at is None or not self._at.is_open:
            raise Refused("Raden hör inte till någon verifikation. Exportera filen på nytt.")
        try:
            self._at.add(row_of(record, kind))
        except Refused as trouble:
            self._at.refuse(self._line, str(trouble))

    def _open(self) -> None:
        if self._at is None or self._at.is_open:
            self._found.add(SieFault(self._line, "Det finns en «{» som inte hör till någon verifikation."))
        else:
            self._at.is_open = True

    def _close(self) -> Voucher | None:
        at, self._at = self._at, None
        if at is None:
            self._found.add(SieFault(self._line, "Det finns en «}» som inte hör till någon verifikation."))
            return None
        try:
            return at.close()
        except Refused as trouble:
            self._found.add(SieFault(at.refused_on or at.line, str(trouble), voucher=at.called))
            return None

    def _give_up(self) -> None:
        """The open voucher, where another begins or the file ends."""
        at, self._at = self._at, None
        if at is not None:
            says = "Verifikationen avslutas aldrig, och läses inte in. En «}» saknas. Exportera filen på nytt."
            self._found.add(SieFault(at.line, says, voucher=at.called))

    def _finish(self) -> None:
        self._give_up()
        if self.checksum.running:
            self._refuse_all("Den sista kontrollsumman (#KSUMMA) saknas: filen är avkortad. Exportera den på nytt.")
        if not self._is_sie:
            self._refuse_all("Filen är tom. Exportera bokföringen som SIE typ 4.")
        if self.header.says_type in _NO_VOUCHERS:
            self._refuse_all(
                f"Filen är av SIE typ {self.header.says_type}, som inte har verifikationer. Exportera den som typ 4."
            )

    def _refuse_all(self, says: str) -> None:
        self._found.add(SieFault(max(self._line, 1), says, whole=True))


def _what_else(first: str) -> str:
    if first.startswith("<"):
        return "Filen är XML, kanske SIE 5. Exportera bokföringen som SIE typ 4."
    return "Det här är ingen SIE-fil. Exportera bokföringen som SIE typ 4."
