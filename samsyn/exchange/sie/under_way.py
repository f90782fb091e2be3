"""A voucher that is being read: it comes out whole and balanced, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from samsyn.exchange.sie.faults import Refused
from samsyn.exchange.sie.fields import day
from samsyn.exchange.sie.model import Row, Voucher
from samsyn.rules.quantities import Amount


@dataclass(slots=True)
class UnderWay:
    line: int
    series: str
    number: str
    day: date | None
    text: str
    rows: list[Row] = field(default_factory=list)
    sum: int = 0
    is_open: bool = False
    refused_on: int = 0
    refused: str = ""

    @classmethod
    def begin(cls, line: int, series: str, number: str, when: str, text: str) -> UnderWay:
        """A bad day refuses it when it is closed."""
        made = cls(line, series, number, None, text)
        try:
            made.day = day(when)
        except Refused as trouble:
            made.refuse(line, str(trouble))
        return made

    @property
    def called(self) -> tuple[str, str]:
        return self.series, self.number

    def add(self, row: Row) -> None:
        self.rows.append(row)
        if row.kind == "trans":
            self.sum += row.amount

    def refuse(self, line: int, says: str) -> None:
        """The first reason is the one told."""
        if not self.refused:
            self.refused_on, self.refused = line, says

    def close(self) -> Voucher:
        name = f"{self.series} {self.number}".strip() or "utan nummer"
        if self.refused or self.day is None:
            raise Refused(f"Verifikation {name} läses inte in. {self.refused}")
        if self.sum:
            raise Refused(
                f"Verifikation {name} går inte ihop: raderna skiljer {Amount(abs(self.sum))} mellan debet och kredit. "
                "Rätta den i bokföringen och exportera på nytt."
            )
        return Voucher(self.series, self.number, self.day, self.text, tuple(self.rows), self.line)
