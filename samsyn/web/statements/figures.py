"""The figures that a statement fills itself with: paid money, the books, own efforts. Asked of those who keep them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from samsyn.rules.money.salaries import Salary, groups_of, sums_of
from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.books.models import OTHER, SalarySum, VoucherRow
from samsyn.web.contributions.models import Contribution
from samsyn.web.invoices.models import Payment
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class In:
    """A sum that came. `source` says what shows it, `path` where it is read under the partnership's address."""

    on: date | None
    what: str
    amount: Amount
    source: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """A cost line of the agreement, or empty for another cost. `vouchers` are how many the sum rests on."""

    cost_line: str
    amount: Amount
    vouchers: int


@dataclass(frozen=True, slots=True)
class Figures:
    """`together`: cost lines whose salaries are shown only in sum. `alone`: in some month even that is one person's."""

    received: tuple[In, ...]
    spent: tuple[Spent, ...]
    own: tuple[Contribution, ...]
    together: tuple[tuple[str, ...], ...] = ()
    alone: bool = False


def figures_of(viewer: Viewer, partnership: Partnership, days: DateRange, order: Sequence[str]) -> Figures:
    """Of the viewer's own organisation, for these days. `order` are the cost lines as the agreement has them."""
    rows = _rows(viewer, partnership, days)
    salaries, before = _salaries(rows), _shown_together(viewer, partnership)
    return Figures(
        tuple(_received(viewer, partnership, viewer.organisation_id, days)),
        tuple(_spent(rows)),
        tuple(_own(viewer, partnership, days)),
        tuple(group for group in groups_of(order, salaries, before) if len(group) > 1),
        _alone(order, salaries, before),
    )


def _alone(order: Sequence[str], salaries: Sequence[Salary], before: Sequence[Sequence[str]]) -> bool:
    """Whether the books hold salaries that the other parties are not shown at all, since they are one person's."""
    shown = sum(each.amount.ore for each in sums_of(order, salaries, before))
    return shown != sum(each.amount.ore for each in salaries)


def _received(viewer: Viewer, partnership: Partnership, mine: UUID, days: DateRange) -> list[In]:
    """What was paid to the party on those days. What several get together is typed in: their shares are not known."""
    ours = Q(invoice__organisation_id=mine) | Q(invoice=None, obligation__owed_to=[mine])
    rows = Payment.objects.visible_to(viewer).filter(ours, partnership=partnership, taken_back_at=None)
    rows = rows.filter(paid_on__gte=days.start, paid_on__lt=days.end).select_related("invoice", "obligation")
    return [_paid(each) for each in rows.order_by("paid_on", "written_at")]


def _paid(payment: Payment) -> In:
    if payment.invoice is not None:
        what = gettext("Faktura %(name)s") % {"name": payment.invoice.name}
        return In(
            payment.paid_on,
            what,
            Amount(payment.amount_ore),
            gettext("betald faktura"),
            f"invoices/{payment.invoice_id}/",
        )
    what = payment.obligation.says if payment.obligation else ""
    return In(
        payment.paid_on, what, Amount(payment.amount_ore), gettext("betalning"), f"obligations/{payment.obligation_id}/"
    )


def _spent(rows: Sequence[VoucherRow]) -> list[Spent]:
    sums: dict[str, int] = defaultdict(int)
    vouchers: dict[str, set[UUID]] = defaultdict(set)
    for each in rows:
        sums[each.cost_line] += each.amount_ore
        vouchers[each.cost_line].add(each.voucher_id)
    return [Spent("" if line == OTHER else line, Amount(ore), len(vouchers[line])) for line, ore in sums.items()]


def _rows(viewer: Viewer, partnership: Partnership, days: DateRange) -> list[VoucherRow]:
    own = VoucherRow.objects.visible_to(viewer).standing().filter(organisation_id=viewer.organisation_id)
    return list(own.filter(partnership=partnership, day__gte=days.start, day__lt=days.end))


def _salaries(rows: Sequence[VoucherRow]) -> list[Salary]:
    return [
        Salary("" if row.cost_line == OTHER else row.cost_line, row.day.replace(day=1), Amount(row.amount_ore),
               row.several_people)
        for row in rows
        if row.is_salary
    ]  # fmt: skip


def _shown_together(viewer: Viewer, partnership: Partnership) -> list[list[str]]:
    """Lines whose salaries the other parties have seen in one sum."""
    sums = SalarySum.objects.filter(partnership=partnership, organisation_id=viewer.organisation_id)
    found = sums.values_list("cost_lines", flat=True).order_by().distinct()
    return [["" if line == OTHER else line for line in lines] for lines in found]


def _own(viewer: Viewer, partnership: Partnership, days: DateRange) -> list[Contribution]:
    """What the party has put forward: a line of which a day is among them."""
    rows = Contribution.objects.own(viewer).live().filter(partnership=partnership, shared_at__isnull=False)
    return list(rows.filter(days__overlap=(days.start, days.end)))
