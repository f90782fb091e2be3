"""Words that are still hidden, voucher by voucher, with a warning where they look like somebody's number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from samsyn.exchange.invoices.personal import refuses
from samsyn.web.books.models import RowText
from samsyn.web.books.presenters.vouchers import said


@dataclass
class HiddenWords:
    id: UUID
    voucher: str
    day: date
    words: list[str] = field(default_factory=list)

    @property
    def like_a_person(self) -> bool:
        return any(refuses(each) for each in self.words)


def hidden_words(texts: Iterable[RowText]) -> list[HiddenWords]:
    """In the order given; a voucher without words has nothing to let out."""
    found: dict[UUID, HiddenWords] = {}
    for each in texts:
        words, voucher = said(each), each.row.voucher
        if not words:
            continue
        name = f"{voucher.series} {voucher.number}".strip()
        at = found.setdefault(voucher.pk, HiddenWords(voucher.pk, name, voucher.day))
        if words not in at.words:
            at.words.append(words)
    return list(found.values())
