"""One invoice as a page: its lines with what stands behind them, and everything that must be mended first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from samsyn.exchange.invoices import Fault
from samsyn.rules.terms import Agreement
from samsyn.web.books.models import VoucherRow
from samsyn.web.invoices.models import InvoiceLine
from samsyn.web.invoices.presenters.pdf import behind_words


@dataclass(frozen=True, slots=True)
class LineRow:
    """`behind` counts all rows of the books behind it; `rows` those that the viewer sees, `hidden` how many not."""

    line: InvoiceLine
    clause: str
    assumed: bool
    behind: str
    rows: tuple[VoucherRow, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Mend:
    """What must be mended, and where: an address, or empty where it is on the page itself."""

    says: str
    rule: str
    url: str


def line_rows(lines: Iterable[InvoiceLine], terms: Agreement, seen: Mapping[UUID, VoucherRow]) -> list[LineRow]:
    found = []
    for line in lines:
        cost, behind = terms.cost_line.get(line.cost_line), [each.row_id for each in line.vouchers.all()]
        rows = tuple(sorted((seen[row] for row in behind if row in seen), key=lambda row: (row.day, row.position)))
        found.append(
            LineRow(
                line,
                cost.clause if cost else "",
                bool(cost and cost.assumption),
                behind_words(line),
                rows,
                len(behind) - len(rows),
            )
        )
    return found


def to_mend(faults: Iterable[Fault], lines: Sequence[InvoiceLine], home: str, here: str) -> list[Mend]:
    return [Mend(each.says, each.rule, _where(each.field, lines, home, here)) for each in faults]


def _where(field: str, lines: Sequence[InvoiceLine], home: str, here: str) -> str:
    """The page where the field is written."""
    first, *rest = field.split(".")
    if first == "lines" and rest and rest[0].isdigit() and 0 < int(rest[0]) <= len(lines):
        return f"{home}lines/{lines[int(rest[0]) - 1].pk}/change/"
    if first == "lines":
        return f"{here}lines/add/"
    if first == "checked":
        return f"{here}give-back/"
    if first == "books":
        return ""
    if first in ("note", "period"):
        return f"{here}head/"
    if first in ("buyer", "buyer_reference", "order_reference", "recurring", "contract_reference"):
        return f"{home}details/"
    return f"{home}details/seller/"
