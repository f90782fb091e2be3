"""Declared funders, party by party, and rows of vouchers with who stands behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.books.models import VoucherRow
from samsyn.web.funders.models import FunderShare
from samsyn.web.ui.formats import kronor, quantity


@dataclass(frozen=True, slots=True)
class ShareWords:
    row: FunderShare
    what: str
    how_much: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PartyShares:
    """What one party has declared, as far as the viewer sees it."""

    name: str
    mine: bool
    shares: tuple[ShareWords, ...]


@dataclass(frozen=True, slots=True)
class CostWords:
    """`behind`: the names of the funders. `text` is the bookkeeping's own word for the row."""

    row: VoucherRow
    what: str
    text: str
    behind: tuple[str, ...]


def parties_with(rows: Sequence[FunderShare], own: UUID, lines: Mapping[str, str]) -> list[PartyShares]:
    """The own party first, then the others by name."""
    found: dict[UUID, list[FunderShare]] = defaultdict(list)
    for row in rows:
        found[row.organisation_id].append(row)
    ordered = sorted(found.items(), key=lambda item: (item[0] != own, item[1][0].organisation.name))
    return [
        PartyShares(shares[0].organisation.name, whose == own, tuple(_words(each, lines) for each in shares))
        for whose, shares in ordered
    ]


def line_words(line: str, lines: Mapping[str, str]) -> str:
    """What a cost line is for; one that the agreement no longer has is shown by its id."""
    return lines.get(line, line) if line else gettext("Hela verksamheten")


def cost_words(
    rows: Iterable[VoucherRow], behind: Iterable[tuple[UUID, UUID]], names: Mapping[UUID, str], lines: Mapping[str, str]
) -> list[CostWords]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for row, funder in behind:
        found[row].append(names[funder])
    return [
        CostWords(
            row,
            line_words("" if row.cost_line == "other" else row.cost_line, lines),
            _text(row),
            tuple(sorted(found[row.pk])),
        )
        for row in rows
    ]


def _text(row: VoucherRow) -> str:
    words = getattr(row, "text", None)
    return (words.row_text or words.voucher_text) if words is not None else ""


def _words(row: FunderShare, lines: Mapping[str, str]) -> ShareWords:
    much = kronor(row.amount_ore) if row.amount_ore is not None else _percent(row)
    return ShareWords(row, line_words(row.cost_line, lines), much, row.days.lower, row.days.upper - timedelta(days=1))


def _percent(row: FunderShare) -> str:
    assert row.percent is not None, "a share is per cent or an amount"
    return quantity(row.percent, "%")
