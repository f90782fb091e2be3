"""A voucher's row as it is read: with its words where they may be read, and what hides them where not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samsyn.exchange.invoices.personal import refuses
from samsyn.web.books.models import RowText, VoucherRow


@dataclass(frozen=True, slots=True)
class ReadRow:
    """`words` None: not for this viewer. `hidden`: the own side reads them, the others do not.

    `like_a_person`: an identity number seems to stand in the words.
    """

    day: date
    voucher: str
    account: int
    account_name: str
    amount_ore: int
    words: str | None
    hidden: bool
    like_a_person: bool
    is_salary: bool
    released: bool
    superseded_at: datetime | None


def voucher_rows(rows: Sequence[VoucherRow], texts: Mapping[UUID, RowText], own: UUID) -> list[ReadRow]:
    return [_read(row, texts.get(row.pk), row.organisation_id == own) for row in rows]


def said(text: RowText) -> str:
    """The voucher's words and the row's, once where they are the same."""
    parts = dict.fromkeys(part for part in (text.voucher_text.strip(), text.row_text.strip()) if part)
    return " · ".join(parts)


def _read(row: VoucherRow, text: RowText | None, mine: bool) -> ReadRow:
    words = said(text) if text is not None else None
    return ReadRow(
        day=row.day,
        voucher=f"{row.voucher.series} {row.voucher.number}".strip(),
        account=row.account,
        account_name=row.account_name,
        amount_ore=row.amount_ore,
        words=words,
        hidden=mine and text is not None and text.released_at is None,
        like_a_person=bool(words) and refuses(words or ""),
        is_salary=row.is_salary,
        released=row.release_id is not None,
        superseded_at=row.voucher.superseded_at,
    )
